import { EventEmitter } from 'node:events';
import type { DevToolsSession } from '../chromium/devtools-connection.ts';
import { runtime } from '../host/runtime.ts';
import { createEvent } from './events.ts';
import { sealed } from './not-implemented.ts';
import { defaultSession } from './session.ts';

class DownloadItem extends EventEmitter {
  private readonly url: string;
  private readonly filename: string;

  constructor(url: string, filename: string) {
    super();
    this.url = url;
    this.filename = filename;
  }

  getURL(): string {
    return this.url;
  }

  getFilename(): string {
    return this.filename;
  }

  getState(): string {
    return 'cancelled';
  }

  getReceivedBytes(): number {
    return 0;
  }

  cancel(): void {}
}

/** blob: URLs carry the origin of the page that made them. */
function toApp(url: string): string {
  return url.startsWith('blob:')
    ? `blob:${runtime.origins.toApp(url.slice('blob:'.length))}`
    : runtime.origins.toApp(url);
}

/** Chromium may write no file of its own; the app hears of each attempt and cannot allow it. */
export async function denyDownloads(
  root: DevToolsSession,
  contentsOf: (frameId: string) => object | undefined,
): Promise<void> {
  root.on('Browser.downloadWillBegin', ({ url, suggestedFilename, frameId }) => {
    const item = sealed('DownloadItem', new DownloadItem(toApp(url), suggestedFilename));
    const event = createEvent();
    defaultSession.emit('will-download', event, item, contentsOf(frameId));
    if (!event.defaultPrevented) {
      console.error(
        `chromium-shell: ${suggestedFilename} is not saved: downloads are not implemented`,
      );
    }
  });
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
