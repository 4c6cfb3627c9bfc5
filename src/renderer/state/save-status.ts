import type { SaveProblem } from '../../shared/journal.ts';

/** What the status line says of the analyst's work. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** What failed is kept for "Try again". */
  | { readonly kind: 'failed'; readonly problem: SaveProblem };
