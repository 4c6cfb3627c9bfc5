import { EventEmitter } from 'node:events';
import { BrowserProcess, openAppWindow } from './browser-process.ts';
import type { DevToolsSession } from './devtools-connection.ts';
import type { Protocol } from './devtools-types.ts';
import type { NetworkGate } from './network-gate.ts';

type Attached = Protocol.Target.attachedToTargetPayload;
type ScreenInfo = Protocol.Emulation.ScreenInfo;

/** A window's one page, still waiting for its first navigation. */
export interface PageTarget {
  targetId: string;
  windowId: number;
  session: DevToolsSession;
}

/** Puts a session under the request policy before its target may go on. */
export type Guard = (session: DevToolsSession, pageTargetId: string | undefined) => Promise<void>;

// Never resolved: the gate lets it hang, so a new window stays empty until the app loads something.
const WAITING_HOST = 'window.chromium-shell.invalid';

/** Not a request of the app's: it has to go on to the gate and hang there. */
export function isWaitingPage(url: string): boolean {
  return url.startsWith(`https://${WAITING_HOST}/`);
}

const WATCHED = ['page', 'iframe', 'worker', 'shared_worker', 'service_worker', 'worklet'];

export interface BrowserSettings {
  executable: string;
  args: string[];
  gate: NetworkGate;
  guard: Guard;
}

/**
 * The running Chromium. Emits `exit`, `target-closed` (targetId) and `foreign-page`
 * (info) for a page that the app did not open and that is closed at once.
 */
export class Browser extends EventEmitter {
  readonly process: BrowserProcess;
  screens: ScreenInfo[] = [];
  private readonly settings: BrowserSettings;
  private readonly waiting = new Map<string, (target: PageTarget) => void>();
  private readonly targetOf = new Map<string, string>();
  private lastWindow = 0;

  constructor(settings: BrowserSettings) {
    super();
    this.settings = settings;
    settings.gate.stalledHost = WAITING_HOST;
    this.process = new BrowserProcess(settings.executable, settings.args);
    this.process.on('exit', () => this.emit('exit'));
  }

  get root(): DevToolsSession {
    return this.process.connection.root;
  }

  async start(): Promise<void> {
    const { root } = this;
    root.on('Target.attachedToTarget', (event) => this.onAttached(event, undefined));
    root.on('Target.detachedFromTarget', ({ sessionId }) => this.onDetached(sessionId));
    const [infos] = await Promise.all([root.send('Emulation.getScreenInfos'), this.watch(root)]);
    this.screens = infos.screenInfos;
  }

  /** Opens an empty window. It is Chromium's app window: no tabs, no address bar. */
  async openWindow(): Promise<PageTarget> {
    this.lastWindow += 1;
    const url = `https://${WAITING_HOST}/${this.lastWindow}`;
    const target = new Promise<PageTarget>((resolve) => this.waiting.set(url, resolve));
    await openAppWindow(this.settings.executable, this.settings.args, url);
    return target;
  }

  /** Chromium clears storage through a page only; which one does not matter. */
  async clearDatabases(origin: string): Promise<void> {
    const [sessionId] = this.targetOf.keys();
    if (sessionId === undefined) throw new Error('chromium-shell: there is no window to clear by');
    const page = this.process.connection.session(sessionId);
    await page.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  }

  close(): Promise<void> {
    return this.process.close();
  }

  private watch(session: DevToolsSession): Promise<void> {
    return session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: WATCHED.map((type) => ({ type, exclude: false })),
    }) as Promise<unknown> as Promise<void>;
  }

  private onDetached(sessionId: string): void {
    this.process.connection.dropSession(sessionId);
    const targetId = this.targetOf.get(sessionId);
    this.targetOf.delete(sessionId);
    if (targetId !== undefined) this.emit('target-closed', targetId);
  }

  private onAttached(event: Attached, pageTargetId: string | undefined): void {
    const { targetInfo, sessionId } = event;
    const session = this.process.connection.session(sessionId);
    const work =
      targetInfo.type === 'page'
        ? this.onPage(targetInfo, session)
        : this.onOther(session, pageTargetId);
    work.catch((error: unknown) => {
      // A target that has gone meanwhile needs no guard.
      if (!/has gone|not found|No target/.test(String(error))) {
        console.error('chromium-shell:', error);
      }
    });
  }

  private async onPage(info: Protocol.Target.TargetInfo, session: DevToolsSession): Promise<void> {
    const open = this.waiting.get(info.url);
    if (!open) {
      this.emit('foreign-page', info);
      await this.root.send('Target.closeTarget', { targetId: info.targetId });
      return;
    }
    this.waiting.delete(info.url);
    this.targetOf.set(session.id, info.targetId);
    session.on('Target.attachedToTarget', (event) => this.onAttached(event, info.targetId));
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.onDetached(sessionId));
    const [{ windowId }] = await Promise.all([
      this.root.send('Browser.getWindowForTarget', { targetId: info.targetId }),
      this.watch(session),
      this.settings.guard(session, info.targetId),
    ]);
    open({ targetId: info.targetId, windowId, session });
  }

  private async onOther(session: DevToolsSession, page: string | undefined): Promise<void> {
    session.on('Target.attachedToTarget', (event) => this.onAttached(event, page));
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.onDetached(sessionId));
    await Promise.allSettled([this.watch(session), this.settings.guard(session, page)]);
    await session.send('Runtime.runIfWaitingForDebugger');
  }
}
