import type { StoreApi } from 'zustand';
import type { SaveProblem } from '../../shared/journal.ts';

/** What the status line says of the analyst's work. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** What failed is kept for "Try again". */
  | { readonly kind: 'failed'; readonly problem: SaveProblem };

/** Whether something that was written waits because it could not be saved. */
export const isUnsaved = ({ status }: { readonly status: StoreApi<SaveStatus> }): boolean =>
  status.getState().kind === 'failed';
