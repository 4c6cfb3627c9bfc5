import { parsePassageLink } from '../domain/annotation/link.ts';

/** The annotation that a command line asks for: links come among whatever else the system puts there. */
export function linkAmong(args: readonly string[]): string | undefined {
  for (const arg of args) {
    const annotationId = parsePassageLink(arg);
    if (annotationId !== undefined) return annotationId;
  }
  return undefined;
}

export interface LinkInbox {
  /** A link came. It is delivered at once, or kept until the page takes it; a later one replaces it. */
  arrive(annotationId: string): void;
  /** The page takes what waits for it, and from then on hears of links at once. */
  take(): string | null;
  /** The page begins anew and cannot hear until it has taken again. */
  pageRestarts(): void;
}

/** Keeps a link that comes before the page can listen. */
export function createLinkInbox(deliver: (annotationId: string) => void): LinkInbox {
  let waiting: string | null = null;
  let isPageListening = false;
  return {
    arrive: (annotationId) => {
      if (isPageListening) deliver(annotationId);
      else waiting = annotationId;
    },
    take: () => {
      const taken = waiting;
      waiting = null;
      isPageListening = true;
      return taken;
    },
    pageRestarts: () => {
      isPageListening = false;
    },
  };
}
