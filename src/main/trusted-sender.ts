import { isOwnPage } from './app-url.ts';

/** The part of Electron's `IpcMainInvokeEvent` that says who calls. */
export interface Sender {
  readonly sender: unknown;
  /** `null` once the frame has navigated away or is gone. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** A call counts only when it comes from the app's own page in the main frame of our own window. */
export function isTrustedSender(event: Sender, ourContents: unknown): boolean {
  const frame = event.senderFrame;
  return (
    ourContents !== undefined &&
    event.sender === ourContents &&
    frame !== null &&
    frame.parent === null &&
    isOwnPage(frame.url)
  );
}
