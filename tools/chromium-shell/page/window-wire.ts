import { pageWindow } from './dom.ts';
import type { Wire } from './world-link.ts';

/**
 * Text between the two worlds of one window, as the detail of events named by `sends` and `hears`.
 * What it needs of the window is taken now, before any script of the page can replace it.
 */
export function windowWire(sends: string, hears: string): Wire {
  const dispatch = pageWindow.dispatchEvent.bind(pageWindow);
  const addListener = pageWindow.addEventListener.bind(pageWindow);
  const OwnEvent = CustomEvent;
  return {
    post(text) {
      dispatch(new OwnEvent(sends, { detail: text }));
    },
    listen(listener) {
      addListener(hears, (event) => {
        event.stopImmediatePropagation();
        const text = (event as CustomEvent<unknown>).detail;
        if (typeof text === 'string') listener(text);
      });
    },
  };
}
