import type { Browser } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/devtools-types.ts';
import { appImplementation } from './app.ts';
import { contentsOfTarget } from './web-contents.ts';
import { windowRegistry } from './window-registry.ts';

interface ClosableWindow {
  readonly webContents: { gone(reason: string): void; markDestroyed(): void };
}

/** Chromium ended by itself: every page of it is gone, and the app hears it as of a crash. */
function onExit(browser: Browser): void {
  if (browser.process.closing) return;
  console.error('chromium-shell: Chromium has ended');
  for (const window of windowRegistry.all() as unknown as ClosableWindow[]) {
    window.webContents.gone('crashed');
    window.webContents.markDestroyed();
  }
  // Without Chromium there can be no other window.
  appImplementation.exit(1);
}

/** Brings what Chromium reports to the objects that the app knows. */
export function connectBrowser(browser: Browser): void {
  browser.on('exit', () => onExit(browser));
  browser.on('target-closed', (targetId: string) => contentsOfTarget(targetId)?.markDestroyed());
  browser.on('foreign-page', ({ openerId, url }: Protocol.Target.TargetInfo) => {
    contentsOfTarget(openerId)?.consultWindowOpen({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: '' },
    });
  });
}
