import { pageWindow } from './dom.ts';
import { pageBase64 } from './page-base64.ts';
import { windowWire } from './window-wire.ts';
import { createWorldLink } from './world-link.ts';

function freezeDeep(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  // Buffers cannot be frozen, nor does Electron try.
  if (ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const key of Object.keys(value)) freezeDeep((value as Record<string, unknown>)[key], seen);
}

/** Electron's answer to a denied window.open is null; the page cannot have more than that here. */
function denyWindowOpen(tell: (text: string) => void): void {
  pageWindow.open = function open(url: unknown = '', name: unknown = '', features: unknown = '') {
    tell(JSON.stringify([String(url), String(name), String(features)]));
    return null;
  };
}

/** Runs in the page's own world before any script of the page: puts there what the preload exposes. */
export function startMainWorld(secret: string): void {
  if (pageWindow.top !== globalThis) {
    denyWindowOpen(() => undefined);
    return;
  }
  denyWindowOpen(windowWire(`${secret}-open`, '').post);
  const wire = windowWire(`${secret}-page`, `${secret}-preload`);
  createWorldLink(wire, pageBase64, (key, value) => {
    freezeDeep(value, new Set());
    Object.defineProperty(pageWindow, key, {
      value,
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
}
