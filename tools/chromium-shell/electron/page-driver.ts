import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { PageTarget } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/devtools-types.ts';
import { runtime } from '../host/runtime.ts';
import {
  DELIVER,
  type FromPage,
  ISOLATED_WORLD,
  POST_BINDING,
  type ToPage,
} from '../page/messages.ts';
import { isUnderTest } from './command-line.ts';
import { PreloadScripts } from './preload-scripts.ts';

const ANNOUNCEMENT_MS = 50;

type Context = Protocol.Runtime.ExecutionContextDescription;

export interface ConsoleMessage {
  level: 'debug' | 'info' | 'warning' | 'error';
  message: string;
  lineNumber: number;
  sourceId: string;
}

function consoleMessage(event: Protocol.Runtime.consoleAPICalledPayload): ConsoleMessage {
  const { type, args, stackTrace } = event;
  const [frame] = stackTrace?.callFrames ?? [];
  return {
    level: type === 'debug' || type === 'warning' || type === 'error' ? type : 'info',
    message: args.map(({ value, description }) => String(value ?? description)).join(' '),
    lineNumber: frame ? frame.lineNumber + 1 : 0,
    sourceId: runtime.origins.toApp(frame?.url ?? ''),
  };
}

/**
 * One page over DevTools. Emits `message` (FromPage, document), `navigated` (url, inPage), `dom-ready`, `load`,
 * `stopped`, `painted`, `crashed`, `resized`, `dialog` (opening), `console` (message), `preload-error`.
 */
export class PageDriver extends EventEmitter {
  readonly target: PageTarget;
  /** As Chromium knows it. */
  url = '';
  /** What the page last tried to open in another window. */
  lastOpened = '';
  private readonly scripts: PreloadScripts;
  /** The isolated world of the document that is shown: where its preload runs. */
  private isolated: Context | undefined;
  private readonly requested = new Set<string>();
  private readonly expected: string[] = [];

  constructor(target: PageTarget, preload: string | undefined) {
    super();
    this.target = target;
    this.scripts = new PreloadScripts(target.session, preload, (path, error) =>
      this.emit('preload-error', path, error),
    );
  }

  async attach(): Promise<void> {
    const { session } = this.target;
    this.listen();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: isUnderTest() }),
      this.scripts.bind(),
      this.scripts.install(),
    ]);
    await session.send('Runtime.runIfWaitingForDebugger');
  }

  /** @returns Chromium's name of what went wrong, e.g. `net::ERR_FAILED`, if it did */
  async navigate(url: string): Promise<string | undefined> {
    await this.scripts.install();
    this.expected.push(url);
    const { errorText } = await this.target.session.send('Page.navigate', { url });
    return errorText;
  }

  async reload(ignoreCache: boolean): Promise<void> {
    await this.scripts.install();
    this.expected.push(this.url);
    await this.target.session.send('Page.reload', { ignoreCache });
  }

  /**
   * Whether the page itself, and not the app or a test, asked to go there. The page's renderer
   * announces that before it asks, but over another channel than the request, so one that was not
   * announced is given a moment.
   */
  async isOwnInitiative(url: string): Promise<boolean> {
    const index = this.expected.indexOf(url);
    if (index >= 0) {
      this.expected.splice(index, 1);
      return false;
    }
    if (!this.requested.has(url)) await delay(ANNOUNCEMENT_MS);
    return this.requested.delete(url);
  }

  /**
   * Drops the message if no page is there to hear it, as Electron does.
   *
   * @param document the one that asked, if this is an answer; its successor must not get it
   */
  deliver(message: ToPage, document = this.isolated?.uniqueId): void {
    if (document === undefined || document !== this.isolated?.uniqueId) return;
    this.target.session
      .send('Runtime.callFunctionOn', {
        uniqueContextId: document,
        functionDeclaration: `function (text) { ${DELIVER}(text); }`,
        arguments: [{ value: JSON.stringify(message) }],
        silent: false,
      })
      .catch(() => {
        // The page went on to another document: who was to hear it is no longer there.
      });
  }

  /** @throws {Error} with the page's own message */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.target.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
      replMode: false,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  private listen(): void {
    const { session, targetId } = this.target;
    session.on('Runtime.executionContextCreated', ({ context }) => this.onContext(context));
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.isolated?.id) this.isolated = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.isolated = undefined;
    });
    session.on('Runtime.bindingCalled', (call) => {
      const { isolated } = this;
      if (call.name === POST_BINDING && isolated && call.executionContextId === isolated.id) {
        this.emit('message', JSON.parse(call.payload) as FromPage, isolated.uniqueId);
      }
    });
    session.on('Runtime.consoleAPICalled', (event) => this.emit('console', consoleMessage(event)));
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === targetId) this.requested.add(url);
    });
    session.on('Page.windowOpen', ({ url }) => {
      this.lastOpened = url;
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== targetId) return;
      this.requested.clear();
      this.onUrl(frame.url + (frame.urlFragment ?? ''), false);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === targetId) this.onUrl(url, true);
    });
    this.listenToLoading();
  }

  private listenToLoading(): void {
    const { session, targetId } = this.target;
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'));
    session.on('Page.loadEventFired', () => this.emit('load'));
    session.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === targetId && name === 'firstPaint') this.emit('painted');
    });
    session.on('Page.frameResized', () => this.emit('resized'));
    session.on('Page.javascriptDialogOpening', (opening) => this.emit('dialog', opening));
    session.on('Inspector.targetCrashed', () => this.emit('crashed'));
  }

  private onContext(context: Context): void {
    const about = context.auxData as { frameId?: string } | undefined;
    if (context.name === ISOLATED_WORLD && about?.frameId === this.target.targetId) {
      this.isolated = context;
    }
  }

  private onUrl(url: string, inPage: boolean): void {
    this.url = url;
    this.emit('navigated', runtime.origins.toApp(url), inPage);
  }
}
