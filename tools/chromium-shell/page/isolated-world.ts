import { sealed } from '../electron/not-implemented.ts';
import { decodeClone, type Encoded, encodeClone } from './clone-codec.ts';
import { type ClickLike, isLink, type NavigateEventLike, pageWindow } from './dom.ts';
import {
  DELIVER,
  type FromPage,
  POST_BINDING,
  type ToPage,
  type WindowOpenDetails,
} from './messages.ts';
import { pageBase64 } from './page-base64.ts';
import { type Preload, type ProcessInfo, runPreload } from './preload-require.ts';
import { SmallEmitter } from './small-emitter.ts';
import { windowWire } from './window-wire.ts';
import { createWorldLink } from './world-link.ts';

interface Settlers {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function hide(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, enumerable: false });
}

function takePost(): (message: FromPage) => void {
  const binding = pageWindow[POST_BINDING] as (text: string) => void;
  // Out of the preload's reach: its only way out is the ipcRenderer that it is given.
  delete pageWindow[POST_BINDING];
  return (message) => binding(JSON.stringify(message));
}

function createIpc(post: (message: FromPage) => void) {
  // Sealed here already: listeners are kept by the object that they were added to.
  const emitter = sealed('ipcRenderer', new SmallEmitter());
  const waiting = new Map<number, Settlers>();
  let lastId = 0;
  const pack = (args: unknown[]): Encoded => encodeClone(args, pageBase64);
  const unpack = (value: Encoded): unknown => decodeClone(value, pageBase64);

  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const packed = pack(args);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ kind: 'invoke', id, channel: String(channel), args: packed });
    });
  };
  const send = (channel: string, ...args: unknown[]): void => {
    post({ kind: 'send', channel: String(channel), args: pack(args) });
  };
  const deliver = (text: string): void => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'message') {
      const event = { sender: emitter, senderId: 0, ports: [] };
      emitter.emit(message.channel, event, ...(unpack(message.args) as unknown[]));
      return;
    }
    const settlers = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') settlers?.resolve(unpack(message.value));
    else settlers?.reject(new Error(message.message));
  };
  return { emitter, invoke, send, deliver };
}

/**
 * Navigations that the network layer never sees (another app's scheme, blob:, about:, the app's own
 * scheme by its real name) are stopped here, and the main process is told.
 */
function guardNavigation(post: (message: FromPage) => void): void {
  pageWindow.navigation.addEventListener('navigate', (event) => {
    const { destination, downloadRequest } = event as NavigateEventLike;
    if (downloadRequest !== null || /^https?:/.test(destination.url)) return;
    event.preventDefault();
    post({ kind: 'navigate', url: destination.url });
  });
}

function reportFocus(post: (message: FromPage) => void): void {
  pageWindow.addEventListener('focus', () => post({ kind: 'focus', focused: true }));
  pageWindow.addEventListener('blur', () => post({ kind: 'focus', focused: false }));
}

/** DevTools does not tell of every change of a title. */
function reportTitle(post: (message: FromPage) => void): void {
  const { document } = pageWindow;
  const report = (): void => post({ kind: 'title', title: document.title });
  pageWindow.addEventListener('DOMContentLoaded', () => {
    report();
    if (!document.head) return;
    const observer = new pageWindow.MutationObserver(report);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
  });
}

function resolved(url: string): string {
  try {
    return new URL(url, pageWindow.document.baseURI).href;
  } catch {
    // As the page wrote it: the app's handler judges what it is asked.
    return url;
  }
}

function askForWindow(post: (message: FromPage) => void, parts: Partial<WindowOpenDetails>): void {
  const referrer = { url: '', policy: 'strict-origin-when-cross-origin' };
  const details = { url: '', frameName: '', features: '', disposition: 'new-window', referrer };
  post({ kind: 'window-open', details: { ...details, ...parts } });
}

/** Stops what would open another window, and lets the main process know of it. */
function guardWindows(secret: string, post: (message: FromPage) => void): void {
  windowWire('', `${secret}-open`).listen((text) => {
    const [url, frameName, features] = JSON.parse(text) as [string, string, string];
    askForWindow(post, { url: url ? resolved(url) : '', frameName, features });
  });
  const onClick = (event: Event): void => {
    const click = event as ClickLike;
    const link = click.composedPath().find(isLink);
    if (!link || event.defaultPrevented) return;
    const inside = /^(?:|_self|_top|_parent)$/i.test(link.target);
    const besides = click.button === 1 || click.ctrlKey || click.metaKey || click.shiftKey;
    if (inside && !besides) return;
    event.preventDefault();
    const disposition = click.shiftKey || !besides ? 'foreground-tab' : 'background-tab';
    askForWindow(post, { url: link.href, frameName: link.target, disposition });
  };
  pageWindow.addEventListener('click', onClick);
  pageWindow.addEventListener('auxclick', onClick);
}

/** Runs in the isolated world before any script of the page: the preload, and all it may use. */
export function startIsolatedWorld(
  secret: string,
  info: ProcessInfo,
  preload: Preload | undefined,
): void {
  const post = takePost();
  if (pageWindow.top !== globalThis) return;
  const ipc = createIpc(post);
  hide(DELIVER, (text: string): void => {
    try {
      ipc.deliver(text);
    } catch (error) {
      // A listener of the preload's that throws shows in the page's console, as in Electron.
      pageWindow.reportError(error);
    }
  });
  reportFocus(post);
  reportTitle(post);
  guardNavigation(post);
  guardWindows(secret, post);
  const wire = windowWire(`${secret}-preload`, `${secret}-page`);
  const link = createWorldLink(wire, pageBase64, () => undefined);
  if (!preload) return;
  runPreload(preload, { ipc, link, info, onError: (error) => reportError(post, error) });
}

function reportError(post: (message: FromPage) => void, error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  post({ kind: 'preload-error', message, stack: stack ?? '' });
}
