import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AppPackage } from '../host/app-package.ts';
import { Paths } from '../host/paths.ts';
import { runtime } from '../host/runtime.ts';
import { type Handover, SingleInstance } from '../host/single-instance.ts';
import { commandLine, switches } from './command-line.ts';
import { createEvent } from './events.ts';
import { refuseUnknownEvents } from './known-events.ts';
import { sealed } from './not-implemented.ts';
import { windowRegistry } from './window-registry.ts';

const EVENTS = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  // Only macOS sends these, and there, too, only to an app that is registered.
  'activate',
  'open-url',
  'open-file',
];

class App extends EventEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly applicationMenu = null;
  userAgentFallback = '';
  private readonly paths = new Paths();
  private readonly instance = new SingleInstance();
  private readonly ready = Promise.withResolvers<object>();
  private about: AppPackage = { folder: '', entry: '', name: 'Electron', version: '0.0.0' };
  private started = false;
  private quitting = false;
  private ending = false;

  constructor() {
    super();
    refuseUnknownEvents(this, 'app', EVENTS);
  }

  /** Called once, before the app's own code runs. */
  setPackage(about: AppPackage): void {
    this.about = about;
    this.paths.name = about.name;
    const folder = switches.get('user-data-dir');
    if (folder) this.paths.set('userData', folder);
    windowRegistry.on('empty', () => this.onWindowsClosed());
    windowRegistry.on('created', (window: { webContents: object }) => {
      this.emit('web-contents-created', createEvent(), window.webContents);
      this.emit('browser-window-created', createEvent(), window);
    });
  }

  /** Called when Chromium runs and the app's code has been loaded. */
  announceReady(): void {
    this.started = true;
    const info = {};
    this.ready.resolve(info);
    // Through the object, whose `emit` Playwright replaces to hold the event back.
    this.emit('ready', createEvent(), info);
  }

  private onWindowsClosed(): void {
    if (this.quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  whenReady(): Promise<object> {
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.started;
  }

  quit(): void {
    if (this.quitting) return;
    const event = createEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.quitting = true;
    this.closeWindows().catch((error) => {
      console.error('chromium-shell:', error);
      this.end(1);
    });
  }

  private async closeWindows(): Promise<void> {
    const closed = await Promise.all(windowRegistry.all().map((window) => window.requestClose()));
    if (closed.includes(false)) {
      this.quitting = false;
      return;
    }
    const event = createEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.quitting = false;
    else this.end(0);
  }

  exit(code = 0): void {
    this.quitting = true;
    this.end(code);
  }

  isEnding(): boolean {
    return this.quitting || this.ending;
  }

  private end(code: number): void {
    if (this.ending) return;
    this.ending = true;
    this.emit('quit', createEvent(), code);
    const closing = runtime.hasBrowser ? runtime.browser.close() : Promise.resolve();
    closing.finally(() => process.exit(code));
  }

  requestSingleInstanceLock(additionalData?: object): boolean {
    const own = { argv: process.argv, cwd: process.cwd(), additionalData };
    return this.instance.request(this.getPath('userData'), own, (second) => this.onSecond(second));
  }

  private onSecond({ argv, cwd, additionalData }: Handover): void {
    // Never before `ready`, as Electron promises.
    this.whenReady().then(() =>
      this.emit('second-instance', createEvent(), argv, cwd, additionalData),
    );
  }

  hasSingleInstanceLock(): boolean {
    return this.instance.holds();
  }

  releaseSingleInstanceLock(): void {
    this.instance.release();
  }

  // Nothing is registered with the system in the name of a stand-in, and it says so.
  setAsDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }

  isDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }

  removeAsDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }

  getPath(name: string): string {
    const path = this.paths.get(name);
    if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.getPath(name);
    this.paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    if (path) this.paths.set('logs', path);
  }

  getName(): string {
    return this.paths.name;
  }

  setName(name: string): void {
    this.paths.name = name;
  }

  get name(): string {
    return this.getName();
  }

  set name(name: string) {
    this.setName(name);
  }

  getVersion(): string {
    return this.about.version;
  }

  getAppPath(): string {
    return this.about.folder;
  }

  getLocale(): string {
    return switches.get('lang') || new Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return new Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? '';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  /** Every page is sandboxed anyway. */
  enableSandbox(): void {
    if (this.started) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  /** There is no hardware acceleration to disable. */
  disableHardwareAcceleration(): void {
    if (this.started) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }

  focus(): void {
    const [window] = windowRegistry.all() as unknown as { focus(): void }[];
    window?.focus();
  }

  setAppUserModelId(_id: string): void {}

  setAboutPanelOptions(_options: object): void {}

  showAboutPanel(): void {
    console.error(`${this.getName()} ${this.getVersion()}`);
  }

  setDesktopName(_name: string): void {}

  isHardwareAccelerationEnabled(): boolean {
    return false;
  }

  isAccessibilitySupportEnabled(): boolean {
    return false;
  }
}

/** Past the seal, for the stand-in's own files; `emit` may have been replaced on it. */
export const appImplementation = new App();
export const app = sealed('app', appImplementation);
