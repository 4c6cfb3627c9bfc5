import { EventEmitter } from 'node:events';
import { refuseUnknownEvents } from './known-events.ts';
import { notImplemented } from './not-implemented.ts';

const EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-prevent-unload',
  'page-title-updated',
  'preload-error',
  'console-message',
  'render-process-gone',
  'destroyed',
  'focus',
  'blur',
  // No page can have a webview here.
  'will-attach-webview',
  // The stand-in's own.
  'unload-prevented',
];

/** What a menu asks of a page: editing, zoom, developer tools. */
export abstract class PageCommands extends EventEmitter {
  private zoomFactor = 1;

  constructor() {
    super();
    refuseUnknownEvents(this, 'webContents', EVENTS);
  }

  abstract executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;

  protected abstract report(error: unknown): void;

  undo(): void {
    this.edit('undo');
  }

  redo(): void {
    this.edit('redo');
  }

  cut(): void {
    this.edit('cut');
  }

  copy(): void {
    this.edit('copy');
  }

  paste(): void {
    this.edit('paste');
  }

  delete(): void {
    this.edit('delete');
  }

  selectAll(): void {
    this.edit('selectAll');
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  getZoomLevel(): number {
    return Math.log(this.zoomFactor) / Math.log(1.2);
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomFactor = factor;
    this.applyZoom();
  }

  /** DevTools cannot zoom; the style of the same name looks and measures nearly the same. */
  protected applyZoom(): void {
    const value = Math.abs(this.zoomFactor - 1) < 1e-6 ? '' : String(this.zoomFactor);
    this.run(`document.documentElement.style.zoom = ${JSON.stringify(value)}`);
  }

  /** Others reach the developer tools over `--remote-debugging-port`. */
  openDevTools(): void {
    console.error('chromium-shell: there are no developer tools here');
  }

  toggleDevTools(): void {
    this.openDevTools();
  }

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    // The one that Chromium was started with; the others are weaker.
    if (policy !== 'disable_non_proxied_udp') {
      throw notImplemented(`webContents.setWebRTCIPHandlingPolicy('${policy}')`);
    }
  }

  getWebRTCIPHandlingPolicy(): string {
    return 'disable_non_proxied_udp';
  }

  private edit(command: string): void {
    this.run(`document.execCommand(${JSON.stringify(command)})`);
  }

  private run(script: string): void {
    this.executeJavaScript(script, true).catch((error) => this.report(error));
  }
}
