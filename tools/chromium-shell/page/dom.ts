// The few parts of the DOM that the page's half of the stand-in uses: the files here are compiled
// with the types of Node, which know no window.

export interface NavigateEventLike extends Event {
  readonly destination: { readonly url: string };
  readonly downloadRequest: string | null;
  readonly hashChange: boolean;
}

export interface PageWindow extends EventTarget {
  readonly top: unknown;
  readonly navigation: EventTarget;
  [name: string]: unknown;
}

export const pageWindow = globalThis as unknown as PageWindow;
