import type { WindowOpenDetails } from '../page/messages.ts';

export type OpenDetails = WindowOpenDetails;

type Handler = (details: OpenDetails) => { action: string };

/** No page gets a second window here; the app's handler is asked all the same, since it may act. */
export class WindowOpenPolicy {
  private handler: Handler | undefined;

  setHandler(handler: Handler): void {
    this.handler = handler;
  }

  consult(details: OpenDetails): void {
    if (this.handler?.(details)?.action === 'deny') return;
    console.error(
      `chromium-shell: a window for ${details.url} is not opened: child windows are not implemented`,
    );
  }
}
