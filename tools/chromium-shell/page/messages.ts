import type { Encoded } from './clone-codec.ts';

/** A page's wish for another window, in Electron's words. */
export interface WindowOpenDetails {
  url: string;
  frameName: string;
  features: string;
  disposition: string;
  referrer: { url: string; policy: string };
}

/** From a page's isolated world to the main process. */
export type FromPage =
  | { kind: 'send'; channel: string; args: Encoded }
  | { kind: 'invoke'; id: number; channel: string; args: Encoded }
  | { kind: 'focus'; focused: boolean }
  | { kind: 'title'; title: string }
  | { kind: 'navigate'; url: string }
  | { kind: 'window-open'; details: WindowOpenDetails }
  | { kind: 'preload-error'; message: string; stack: string };

/** From the main process to a page's isolated world. */
export type ToPage =
  | { kind: 'message'; channel: string; args: Encoded }
  | { kind: 'reply'; id: number; value: Encoded }
  | { kind: 'failure'; id: number; message: string };

/** The world in which Electron, too, runs a preload with contextIsolation. */
export const ISOLATED_WORLD = 'Electron Isolated Context';
/** In the isolated world only: a function of one text, to the main process. */
export const POST_BINDING = '__chromiumShellPost';
/** In the isolated world only: takes a `ToPage` as text. */
export const DELIVER = '__chromiumShellDeliver';
