import { useState } from 'react';
import type { Tag } from '../../../domain/tag/tag.ts';

/** What was done last that took a tag out of the codebook. */
export interface Done {
  readonly goneId: string;
  readonly text: string;
}

/**
 * What was done last, for as long as "Undo" would take back just that: until the codebook changes again.
 */
export function useDone(codebook: readonly Tag[]) {
  const [done, setDone] = useState<Done>();
  const [after, setAfter] = useState<readonly Tag[]>();
  // The codebook follows the commit a moment later.
  const arrived = done !== undefined && !codebook.some(({ id }) => id === done.goneId);
  if (arrived && after === undefined) setAfter(codebook);
  const over = after !== undefined && after !== codebook;
  if (over) {
    setAfter(undefined);
    setDone(undefined);
  }
  const tell = (next: Done | undefined) => {
    setAfter(undefined);
    setDone(next);
  };
  return [over ? undefined : done, tell] as const;
}
