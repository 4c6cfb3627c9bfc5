import type { EventName } from '../../shared/channels.ts';
import { type Bridge, type EventPayload, eventSchemas } from '../../shared/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; this module is its only user. */
    readonly benle: Bridge;
  }
}

/** Asks the main process; see `Answers` for what comes back. */
export const ask: Bridge['invoke'] = (channel, ...args) => window.benle.invoke(channel, ...args);

/**
 * Hears what the main process tells. A payload that is not what the contract says is a bug and throws.
 * @returns a function that stops listening.
 */
export function listen<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.benle.on(event, (payload) => {
    listener(eventSchemas[event].parse(payload) as EventPayload<Name>);
  });
}
