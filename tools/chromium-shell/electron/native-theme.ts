import { EventEmitter } from 'node:events';
import type { DevToolsSession } from '../chromium/devtools-connection.ts';
import { sealed } from './not-implemented.ts';

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  private source: Source = 'system';
  private readonly sessions = new Set<DevToolsSession>();

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Error processing argument: ${String(source)} is no theme source`);
    }
    if (source === this.source) return;
    this.source = source;
    for (const session of this.sessions) this.apply(session);
    this.emit('updated', { preventDefault() {} });
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  get shouldUseHighContrastColors(): boolean {
    return false;
  }

  get shouldUseInvertedColorScheme(): boolean {
    return false;
  }

  get prefersReducedTransparency(): boolean {
    return false;
  }

  /** Keeps a page's prefers-color-scheme as the app wants it, from now on. */
  follow(session: DevToolsSession): void {
    this.sessions.add(session);
    session.on('Page.frameNavigated', ({ frame }) => {
      // Another DevTools client may have set its own in between, as Playwright does at its start.
      if (!frame.parentId && this.source !== 'system') this.apply(session);
    });
    if (this.source !== 'system') this.apply(session);
  }

  private apply(session: DevToolsSession): void {
    const value = this.source === 'system' ? '' : this.source;
    session
      .send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => this.sessions.delete(session)); // Its page has gone.
  }
}

export const nativeThemeImplementation = new NativeTheme();
export const nativeTheme = sealed('nativeTheme', nativeThemeImplementation);
