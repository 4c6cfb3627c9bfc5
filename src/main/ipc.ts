import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { CHANNELS, type Channel, type EventName } from '../shared/channels.ts';
import type { Answers, Arguments, EventPayload } from '../shared/contract.ts';
import { checkArguments, RefusedCall } from './check-call.ts';
import { errorText, log } from './log.ts';

/** One handler a channel: a channel without one does not compile. */
export type Handlers = {
  readonly [Name in Channel]: (...args: Arguments<Name>) => Answers[Name] | Promise<Answers[Name]>;
};

/** Answers the window's calls; each is checked for its sender and its arguments first. */
export function answerCalls(
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const channel of CHANNELS) handle(channel, handlers[channel], isTrusted);
}

function handle<Name extends Channel>(
  channel: Name,
  handler: Handlers[Name],
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  // TypeScript cannot see that a channel's handler takes just that channel's arguments.
  const answer = handler as (...args: Arguments<Name>) => unknown;
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    try {
      if (!isTrusted(event)) throw new RefusedCall(channel, 'not from the app’s own window');
      return await answer(...checkArguments(channel, args));
    } catch (error) {
      log(error instanceof RefusedCall ? error.message : `${channel} failed: ${errorText(error)}`);
      throw error;
    }
  });
}

/** Tells the window something. A window that is gone is told nothing. */
export function tell<Name extends EventName>(
  contents: WebContents,
  event: Name,
  payload: EventPayload<Name>,
): void {
  if (!contents.isDestroyed()) contents.send(event, payload);
}
