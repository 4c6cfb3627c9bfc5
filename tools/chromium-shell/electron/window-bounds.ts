import { EventEmitter } from 'node:events';
import type { PageTarget } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/devtools-types.ts';
import { runtime } from '../host/runtime.ts';

type WindowState = NonNullable<Protocol.Browser.Bounds['windowState']>;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Place, size and state of a window. Electron answers at once, Chromium later, so what was asked for
 * last is kept here. Sizes are those of the content: Chromium's frame, where it draws one, is added.
 * Emits `resize`, `move` and `state` (state, before).
 */
export class WindowBounds extends EventEmitter {
  state: WindowState = 'normal';
  private bounds: Rectangle;
  /** As it was, and will be again, when the window is neither maximized nor minimized nor full. */
  private normal: Rectangle;
  private minimum = { width: 0, height: 0 };
  private target: PageTarget | undefined;
  /** Commands go one after another: each is about the window as the last one left it. */
  private queue: Promise<void> = Promise.resolve();

  constructor(bounds: Rectangle) {
    super();
    this.bounds = bounds;
    this.normal = bounds;
  }

  async attach(target: PageTarget): Promise<void> {
    this.target = target;
    await this.apply(this.bounds);
    if (this.state !== 'normal') await this.applyState(this.state);
  }

  get(): Rectangle {
    return { ...this.bounds };
  }

  getNormal(): Rectangle {
    return { ...this.normal };
  }

  setMinimum(width: number, height: number): void {
    this.minimum = { width, height };
  }

  getMinimum(): [number, number] {
    return [this.minimum.width, this.minimum.height];
  }

  set(change: Partial<Rectangle>): void {
    const before = this.bounds;
    const next = { ...before, ...change };
    next.width = Math.round(Math.max(next.width, this.minimum.width));
    next.height = Math.round(Math.max(next.height, this.minimum.height));
    this.bounds = next;
    this.normal = next;
    this.enqueue(async () => {
      await this.apply(next);
      if (next.width !== before.width || next.height !== before.height) this.emit('resize');
      if (next.x !== before.x || next.y !== before.y) this.emit('move');
    });
  }

  setState(state: WindowState): void {
    if (state === this.state) return;
    const before = this.state;
    this.state = state;
    this.enqueue(async () => {
      await this.applyState(state);
      this.emit('state', state, before);
    });
  }

  /** After Chromium said that the page has another size: perhaps the user has moved the frame. */
  async refresh(): Promise<void> {
    const { target } = this;
    if (!target) return;
    const seen = this.queue;
    await seen;
    const [{ bounds }, size] = await Promise.all([
      runtime.browser.root.send('Browser.getWindowBounds', { windowId: target.windowId }),
      this.contentSize(target),
    ]);
    // Something newer was asked for meanwhile.
    if (seen !== this.queue) return;
    const before = this.bounds;
    this.state = bounds.windowState ?? 'normal';
    this.bounds = { x: bounds.left ?? before.x, y: bounds.top ?? before.y, ...size };
    if (this.state === 'normal') this.normal = this.bounds;
    if (size.width !== before.width || size.height !== before.height) this.emit('resize');
  }

  private enqueue(work: () => Promise<void>): void {
    if (!this.target) return;
    this.queue = this.queue.then(work).catch((error: unknown) => {
      if (!runtime.browser.process.exited) console.error('chromium-shell:', error);
    });
  }

  private async contentSize({ session }: PageTarget): Promise<{ width: number; height: number }> {
    const { cssLayoutViewport, layoutViewport } = await session.send('Page.getLayoutMetrics');
    const viewport = layoutViewport ?? cssLayoutViewport;
    return { width: viewport.clientWidth, height: viewport.clientHeight };
  }

  private async apply(bounds: Rectangle): Promise<void> {
    const windowId = this.target?.windowId;
    if (windowId === undefined) return;
    const { root } = runtime.browser;
    await root.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height },
    });
    await root.send('Browser.setContentsSize', {
      windowId,
      width: bounds.width,
      height: bounds.height,
    });
  }

  private async applyState(windowState: WindowState): Promise<void> {
    const windowId = this.target?.windowId;
    if (windowId === undefined) return;
    const { root } = runtime.browser;
    // Chromium refuses to go from one special state to another.
    await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    if (windowState !== 'normal') {
      await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    }
  }
}
