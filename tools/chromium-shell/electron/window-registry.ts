import { EventEmitter } from 'node:events';

/** What the app and others need of a window, without knowing BrowserWindow. */
export interface RegisteredWindow {
  readonly id: number;
  readonly webContents: object;
  /** Runs the close events; false if something held the window back. */
  requestClose(): Promise<boolean>;
  isDestroyed(): boolean;
  isFocused(): boolean;
}

/** All open windows. Emits `created` (window) and `empty` when the last one has closed. */
class WindowRegistry extends EventEmitter {
  private readonly windows = new Map<number, RegisteredWindow>();
  private lastId = 0;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  add(window: RegisteredWindow): void {
    this.windows.set(window.id, window);
    this.emit('created', window);
  }

  remove(window: RegisteredWindow): void {
    if (!this.windows.delete(window.id)) return;
    if (this.windows.size === 0) this.emit('empty');
  }

  all(): RegisteredWindow[] {
    return [...this.windows.values()];
  }

  focused(): RegisteredWindow | undefined {
    return this.all().find((window) => window.isFocused());
  }
}

export const windowRegistry = new WindowRegistry();
