import type { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';

interface Navigating extends EventEmitter {
  readonly id: number;
  readonly mainFrame: object;
}

function detailsFor(contents: Navigating, url: string, isMainFrame: boolean) {
  return createEvent({
    url,
    isSameDocument: false,
    isMainFrame,
    frame: isMainFrame ? contents.mainFrame : null,
    initiator: contents.mainFrame,
  });
}

/** Asks the app about a navigation of the whole page; false if it was prevented. */
export function emitNavigation(
  contents: Navigating,
  url: string,
  name: 'will-navigate' | 'will-redirect' = 'will-navigate',
): boolean {
  if (name === 'will-navigate') {
    const any = detailsFor(contents, url, true);
    contents.emit('will-frame-navigate', any);
    if (any.defaultPrevented) return false;
  }
  const event = detailsFor(contents, url, true);
  contents.emit(name, event, url, false, true, contents.id, contents.id);
  return !event.defaultPrevented;
}

export function emitSubframeNavigation(contents: Navigating, url: string): boolean {
  const event = detailsFor(contents, url, false);
  contents.emit('will-frame-navigate', event);
  return !event.defaultPrevented;
}
