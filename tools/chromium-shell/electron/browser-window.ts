import { runtime } from '../host/runtime.ts';
import { createEvent } from './events.ts';
import { nativeThemeImplementation } from './native-theme.ts';
import { notImplemented, sealed } from './not-implemented.ts';
import { SizedWindow } from './sized-window.ts';
import { WebContents } from './web-contents.ts';
import { checkOptions, initialBounds, type WindowOptions } from './window-options.ts';
import { type RegisteredWindow, windowRegistry } from './window-registry.ts';

function windowOf(registered: RegisteredWindow | undefined): BrowserWindow | null {
  return (registered as BrowserWindow | undefined) ?? null;
}

class BrowserWindow extends SizedWindow implements RegisteredWindow {
  readonly id = windowRegistry.nextId();
  readonly webContents: WebContents;
  private readonly contents: WebContents;
  private readonly handle: this;
  private title: string;
  private visible = false;
  private focused = false;
  private destroyed = false;
  private painted = false;
  private closing: Promise<boolean> | undefined;

  constructor(options: WindowOptions = {}) {
    checkOptions(options);
    super(initialBounds(options));
    this.handle = sealed('BrowserWindow', this);
    this.bounds.setMinimum(options.minWidth ?? 0, options.minHeight ?? 0);
    this.title = options.title ?? '';
    if (options.fullscreen) this.bounds.setState('fullscreen');
    this.contents = new WebContents(this.open(options), options.webPreferences ?? {});
    this.webContents = this.contents.handle;
    this.contents.onCloseRequest(() => this.requestClose());
    this.listen();
    windowRegistry.add(this.handle);
    if (options.show !== false) this.show();
    // biome-ignore lint/correctness/noConstructorReturn: every window the app gets is a sealed one.
    return this.handle;
  }

  private async open(options: WindowOptions) {
    const target = await runtime.browser.openWindow();
    await this.bounds.attach(target);
    nativeThemeImplementation.follow(target.session);
    if (options.backgroundColor) this.setBackgroundColor(options.backgroundColor);
    return target;
  }

  private listen(): void {
    const { contents, bounds } = this;
    contents.attached.then(
      (driver) => {
        driver.on('painted', () => this.onPainted());
        driver.on('resized', () => bounds.refresh().catch(() => undefined));
      },
      // Chromium went away before it opened the window; the app is told by `closed`.
      () => this.onClosed(),
    );
    contents.on('did-finish-load', () => this.onPainted());
    contents.on('page-title-updated', (event, title: string) => {
      this.emit('page-title-updated', event, title, true);
      this.title = title;
    });
    contents.on('focus', () => this.setFocused(true));
    contents.on('blur', () => this.setFocused(false));
    contents.on('destroyed', () => this.onClosed());
  }

  private onPainted(): void {
    if (this.painted) return;
    this.painted = true;
    this.emit('ready-to-show', createEvent());
  }

  private onClosed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.contents.markDestroyed();
    windowRegistry.remove(this.handle);
    this.emit('closed', createEvent());
  }

  private setFocused(focused: boolean): void {
    if (focused === this.focused) return;
    this.focused = focused;
    this.emit(focused ? 'focus' : 'blur', createEvent());
  }

  /** `close`, then the page's own beforeunload, then it is gone; false if one of them said no. */
  requestClose(): Promise<boolean> {
    this.closing ??= this.runClose().finally(() => {
      this.closing = undefined;
    });
    return this.closing;
  }

  private async runClose(): Promise<boolean> {
    if (this.destroyed) return true;
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    const { target } = await this.contents.attached;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const refuse = () => resolve(false);
    this.contents.once('unload-prevented', refuse);
    this.once('closed', () => resolve(true));
    // The target may be gone before it answers, which is what was asked for.
    target.session.send('Page.close').catch(() => undefined);
    const closed = await promise;
    this.contents.off('unload-prevented', refuse);
    return closed;
  }

  close(): void {
    this.requestClose().catch((error) => console.error('chromium-shell:', error));
  }

  destroy(): void {
    const { driver } = this.contents;
    this.onClosed();
    if (!driver) return;
    runtime.browser.root
      .send('Target.closeTarget', { targetId: driver.target.targetId })
      .catch(() => undefined); // Gone already, which is what was asked for.
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }

  loadFile(): never {
    throw notImplemented('BrowserWindow.loadFile');
  }

  reload(): void {
    this.contents.reload();
  }

  show(): void {
    if (!this.visible) {
      this.visible = true;
      this.emit('show', createEvent());
    }
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
    this.emit('show', createEvent());
  }

  focus(): void {
    for (const window of windowRegistry.all()) {
      if (window !== this.handle) (window as BrowserWindow).setFocused(false);
    }
    this.setFocused(true);
    this.contents.attached
      .then(({ target }) => target.session.send('Page.bringToFront'))
      .catch(() => undefined); // The window was closed meanwhile.
  }

  blur(): void {
    this.setFocused(false);
  }

  isFocused(): boolean {
    return this.focused && !this.destroyed;
  }

  isVisible(): boolean {
    return this.visible && this.bounds.state !== 'minimized';
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  // There is no native menu bar to be seen (see the README), so these change nothing.
  setMenuBarVisibility(_visible: boolean): void {}

  setAutoHideMenuBar(_hide: boolean): void {}

  removeMenu(): void {}

  setBackgroundColor(color: string): void {
    const match = /^#([0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
    if (!match) return;
    const [r = 255, g = 255, b = 255] = match.slice(2).map((part) => Number.parseInt(part, 16));
    this.contents.attached
      .then(({ target }) =>
        target.session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } }),
      )
      .catch(() => undefined); // The window was closed meanwhile.
  }

  static getAllWindows(): BrowserWindow[] {
    return windowRegistry.all() as BrowserWindow[];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windowOf(windowRegistry.focused());
  }

  static fromWebContents(contents: object): BrowserWindow | null {
    return windowOf(windowRegistry.all().find((window) => window.webContents === contents));
  }

  static fromId(id: number): BrowserWindow | null {
    return windowOf(windowRegistry.all().find((window) => window.id === id));
  }
}

const sealedClass = sealed('BrowserWindow', BrowserWindow);

export { sealedClass as BrowserWindow };
