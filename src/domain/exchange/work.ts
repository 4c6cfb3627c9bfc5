import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import type { Outcome } from './ledger.ts';
import type { Omission } from './omissions.ts';

/** What a file says, in the app's own terms. */
export interface ForeignWork {
  /** The program that wrote it, as far as it says so. */
  readonly origin: string;
  readonly annotations: readonly Annotation[];
  readonly tags: readonly Tag[];
  readonly leftOut: readonly Omission[];
  /** What became of each thing in the file, in its order, of importers that account for them one by one. */
  readonly outcomes?: readonly Outcome[];
}

/** Why nothing can be read: it is none of ours, or broken; `detail` is for an expert. */
export interface ExchangeProblem {
  readonly kind: 'not-ours' | 'damaged';
  readonly detail: string;
}

/** What a tool calls the app. */
export const APP_NAME = 'Bên Lề';
