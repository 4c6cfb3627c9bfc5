import type { PageTarget } from '../chromium/browser.ts';
import type { Paused } from '../chromium/interceptor.ts';
import { runtime } from '../host/runtime.ts';
import type { FromPage } from '../page/messages.ts';
import { isUnderTest } from './command-line.ts';
import { ContentsRegistry } from './contents-registry.ts';
import { createEvent } from './events.ts';
import { ipcMainImplementation, packArgs } from './ipc-main.ts';
import { emitNavigation, emitSubframeNavigation } from './navigation-events.ts';
import { notImplemented, sealed } from './not-implemented.ts';
import { PageCommands } from './page-commands.ts';
import { PageDriver } from './page-driver.ts';
import { applyPermissions } from './permissions.ts';
import { defaultSession } from './session.ts';
import { createMainFrame } from './web-frame-main.ts';
import { type OpenDetails, WindowOpenPolicy } from './window-open.ts';

export interface WebPreferences {
  preload?: string;
  [name: string]: unknown;
}

const contents = new ContentsRegistry<WebContents>();

function loadError(code: string, url: string): Error {
  const name = code.replace(/^net::/, '');
  return Object.assign(new Error(`${name} loading '${url}'`), { code: name, url });
}

/** One page. Its window gives it a target when Chromium has opened one; what is asked before waits. */
export class WebContents extends PageCommands {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: object;
  readonly handle: this;
  /** The page itself; only the stand-in's own files ask for it. */
  readonly attached: Promise<PageDriver>;
  driver: PageDriver | undefined;
  private readonly windowOpen = new WindowOpenPolicy();
  private title = '';
  private destroyed = false;
  private loading = false;
  private crashed = false;
  private closeRequest: () => Promise<boolean> = async () => true;

  constructor(target: Promise<PageTarget>, preferences: WebPreferences) {
    super();
    this.id = contents.add(this);
    this.handle = sealed('webContents', this);
    this.mainFrame = createMainFrame(this, () => this.getURL());
    this.attached = target.then((page) => this.attach(page, preferences));
  }

  /** How the window closes; set by it. */
  onCloseRequest(request: () => Promise<boolean>): void {
    this.closeRequest = request;
  }

  private async attach(target: PageTarget, preferences: WebPreferences): Promise<PageDriver> {
    const driver = new PageDriver(target, preferences.preload);
    this.driver = driver;
    contents.setTarget(target.targetId, this);
    driver.on('message', (message: FromPage, document: string) => this.receive(message, document));
    driver.on('preload-error', (path: string, error: Error) => this.preloadError(path, error));
    driver.on('navigated', (url: string, inPage: boolean) => this.onNavigated(url, inPage));
    driver.on('dom-ready', () => this.onDomReady());
    driver.on('load', () => this.onLoad());
    driver.on('console', (message) => this.emit('console-message', createEvent(message)));
    driver.on('crashed', () => this.gone('crashed'));
    driver.on('dialog', (opening: { type: string }) => this.onDialog(opening));
    await driver.attach();
    return driver;
  }

  private receive(message: FromPage, document: string): void {
    if (message.kind === 'preload-error') {
      this.preloadError('', Object.assign(new Error(message.message), { stack: message.stack }));
    } else if (message.kind === 'title') {
      this.onTitle(message.title);
    } else if (message.kind === 'navigate') {
      this.onForeignNavigation(message.url);
    } else if (message.kind === 'window-open') {
      this.consultWindowOpen(message.details);
    } else if (message.kind === 'focus') {
      this.onFocus(message.focused);
    } else {
      const url = this.getURL();
      ipcMainImplementation.receive(message, {
        sender: this.handle,
        senderFrame: createMainFrame(this, () => url),
        processId: this.id,
        frameId: this.id,
        reply: (answer) => this.driver?.deliver(answer, document),
      });
    }
  }

  private onFocus(focused: boolean): void {
    // Under a test, where several apps share a display, the focus is where the app has put it.
    if (!focused && isUnderTest()) return;
    this.emit(focused ? 'focus' : 'blur', createEvent());
  }

  /** To a scheme that Chromium knows nothing of: only the app's own leads anywhere. */
  private onForeignNavigation(url: string): void {
    if (!emitNavigation(this, url)) return;
    const inside = runtime.origins.toChromium(url);
    if (inside !== url) this.driver?.navigate(inside).catch((error) => this.failed(error, url));
  }

  private onTitle(title: string): void {
    if (title === this.title) return;
    this.title = title;
    this.emit('page-title-updated', createEvent(), title, true);
  }

  private preloadError(path: string, error: Error): void {
    console.error(`Unable to load preload script: ${path}\n`, error);
    this.emit('preload-error', createEvent(), path, error);
  }

  private onNavigated(url: string, inPage: boolean): void {
    if (inPage) {
      this.emit('did-navigate-in-page', createEvent(), url, true, this.id, this.id);
      return;
    }
    this.loading = true;
    this.crashed = false;
    this.emit('did-start-loading');
    this.emit('did-navigate', createEvent(), url, 200, '');
  }

  private onDomReady(): void {
    if (this.getZoomLevel() !== 0) this.applyZoom();
    this.emit('dom-ready', createEvent());
  }

  private onLoad(): void {
    this.loading = false;
    this.emit('did-stop-loading');
    this.emit('did-finish-load', createEvent());
  }

  private failed(error: unknown, url: string): void {
    const description = (error as { code?: string }).code ?? String(error);
    this.emit('did-fail-load', createEvent(), -2, description, url, true, this.id, this.id);
  }

  private onDialog(opening: { type: string }): void {
    if (opening.type !== 'beforeunload') return;
    // Electron shows no dialog: the page stays unless the app says otherwise.
    const event = createEvent();
    this.emit('will-prevent-unload', event);
    this.driver?.target.session
      .send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
      .catch(() => undefined); // Playwright, attached to the same page, may have answered first.
    if (!event.defaultPrevented) this.emit('unload-prevented');
  }

  isMainFrame(frameId: string): boolean {
    return frameId === this.driver?.target.targetId;
  }

  async mayNavigate(paused: Paused): Promise<boolean> {
    const url = runtime.origins.toApp(paused.request.url);
    if (!this.isMainFrame(paused.frameId)) return emitSubframeNavigation(this, url);
    if (paused.redirectedRequestId) return emitNavigation(this, url, 'will-redirect');
    if (await this.driver?.isOwnInitiative(paused.request.url)) {
      if (!emitNavigation(this, url)) return false;
    }
    const { origin } = new URL(paused.request.url);
    if (runtime.origins.isOwn(paused.request.url)) {
      await applyPermissions(runtime.browser.root, this.handle, url, origin);
    }
    return true;
  }

  consultWindowOpen(details: OpenDetails): void {
    const url = details.url || this.driver?.lastOpened || '';
    this.windowOpen.consult({ ...details, url: runtime.origins.toApp(url) });
  }

  /** The page has gone, and with it its window. */
  markDestroyed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    contents.remove(this.id, this.driver?.target.targetId);
    this.emit('destroyed');
  }

  gone(reason: string): void {
    this.crashed = true;
    this.emit('render-process-gone', createEvent(), { reason, exitCode: 1 });
  }

  async loadURL(url: string): Promise<void> {
    const inside = runtime.origins.toChromium(new URL(url).href);
    const driver = await this.attached;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const problem = await driver.navigate(inside);
    if (problem) {
      const error = loadError(problem, url);
      this.failed(error, url);
      throw error;
    }
    await loaded;
  }

  loadFile(): never {
    throw notImplemented('webContents.loadFile');
  }

  reload(): void {
    this.attached.then((driver) => driver.reload(false)).catch((error) => this.report(error));
  }

  reloadIgnoringCache(): void {
    this.attached.then((driver) => driver.reload(true)).catch((error) => this.report(error));
  }

  send(channel: string, ...args: unknown[]): void {
    this.driver?.deliver({ kind: 'message', channel, args: packArgs(args) });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const driver = await this.attached;
    return driver.evaluate(code, userGesture);
  }

  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    const closing = options.waitForBeforeUnload ? this.closeRequest() : this.closeNow();
    closing.catch((error) => this.report(error));
  }

  private async closeNow(): Promise<boolean> {
    const { target } = await this.attached;
    await runtime.browser.root.send('Target.closeTarget', { targetId: target.targetId });
    return true;
  }

  setWindowOpenHandler(handler: (details: OpenDetails) => { action: string }): void {
    this.windowOpen.setHandler(handler);
  }

  getURL(): string {
    return this.driver ? runtime.origins.toApp(this.driver.url) : '';
  }

  getTitle(): string {
    return this.title;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  forcefullyCrashRenderer(): void {
    // The page goes before it can answer.
    this.driver?.target.session.send('Page.crash').catch(() => undefined);
  }

  getProcessId(): number {
    return this.id;
  }

  getType(): string {
    return 'window';
  }

  getUserAgent(): string {
    return runtime.userAgent;
  }

  protected report(error: unknown): void {
    if (!this.destroyed) console.error('chromium-shell:', error);
  }
}

/** Past the seal, for the stand-in's own files. */
export function contentsOfTarget(targetId: string | undefined): WebContents | undefined {
  return contents.ofTarget(targetId);
}

/** The functions of the `webContents` module. */
export const webContentsModule = {
  getAllWebContents: (): WebContents[] => contents.all().map(({ handle }) => handle),
  fromId: (id: number): WebContents | undefined => contents.ofId(id)?.handle,
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    contents.ofTarget(targetId)?.handle,
};
