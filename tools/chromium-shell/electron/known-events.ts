import type { EventEmitter } from 'node:events';
import { notImplemented } from './not-implemented.ts';

// Node's own, which helpers such as events.once listen to.
const OF_NODE = ['newListener', 'removeListener', 'error'];

/**
 * A listener that waits for ever is as silent a lack as a method that does nothing: listening to an
 * event that never comes throws by name.
 *
 * @param name as an Electron developer would write it, e.g. `app`
 * @param events those that the stand-in emits, or that rightly never happen in it
 */
export function refuseUnknownEvents(emitter: EventEmitter, name: string, events: string[]): void {
  const known = new Set([...events, ...OF_NODE]);
  emitter.on('newListener', (event: string | symbol) => {
    if (typeof event === 'string' && !known.has(event)) {
      throw notImplemented(`the event ${event} of ${name}`);
    }
  });
}
