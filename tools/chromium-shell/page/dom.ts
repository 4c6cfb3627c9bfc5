// The few parts of the DOM that the page's half of the stand-in uses: the files here are compiled
// with the types of Node, which know no window.

export interface NavigateEventLike extends Event {
  readonly destination: { readonly url: string };
  readonly downloadRequest: string | null;
  readonly hashChange: boolean;
}

export interface ClickLike extends Event {
  readonly button: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

interface LinkLike extends EventTarget {
  readonly href: string;
  readonly target: string;
}

export function isLink(node: EventTarget): node is LinkLike {
  const { localName, href } = node as { localName?: unknown; href?: unknown };
  return (localName === 'a' || localName === 'area') && typeof href === 'string' && href !== '';
}

export interface PageWindow extends EventTarget {
  readonly top: unknown;
  readonly document: { readonly baseURI: string; readonly title: string; readonly head: unknown };
  readonly MutationObserver: new (
    callback: () => void,
  ) => {
    observe(node: unknown, options: object): void;
  };
  open: unknown;
  reportError(error: unknown): void;
  readonly navigation: EventTarget;
  [name: string]: unknown;
}

export const pageWindow = globalThis as unknown as PageWindow;
