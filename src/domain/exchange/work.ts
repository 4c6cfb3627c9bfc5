import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';

/** Something in a file that cannot be taken over. */
export interface Omission {
  /**
   * - `no-article`: its article is not in the library; `not-text`: it is about a picture, a recording or a PDF;
   * - `no-passage`: it speaks of a place that is not in its text; `unreadable`: it is not as the format wants it.
   */
  readonly reason: 'no-article' | 'not-text' | 'no-passage' | 'unreadable';
  /** What the analyst may know it by: a quote, the name of a source. */
  readonly name: string;
  /** How many annotations it concerns. */
  readonly count: number;
}

/** What a file says, in the app's own terms. */
export interface ForeignWork {
  /** The program that wrote it, as far as it says so. */
  readonly origin: string;
  readonly annotations: readonly Annotation[];
  readonly tags: readonly Tag[];
  readonly leftOut: readonly Omission[];
}

/** Why nothing can be read: it is none of ours, or broken; `detail` is for an expert. */
export interface ExchangeProblem {
  readonly kind: 'not-ours' | 'damaged';
  readonly detail: string;
}

/** What a tool calls the app. */
export const APP_NAME = 'Bên Lề';

const MOST_OF_A_NAME = 80;

/** The beginning of a text, on one line: to call a passage by. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > MOST_OF_A_NAME ? `${letters.slice(0, MOST_OF_A_NAME).join('')}…` : line;
}
