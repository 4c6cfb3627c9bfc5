import type { Change, Effect } from './change.ts';

/** The effect that takes `change` back: `invert(invert(change))` equals its effect. */
export function invert(change: Effect): Effect {
  const { table, key, before, after } = change;
  // One union member in, the same member out: TypeScript cannot see that through a spread.
  return { table, key, before: after, after: before } as Effect;
}

/** The effects that take a whole batch back, last change first. */
export function invertBatch(batch: readonly Effect[]): Effect[] {
  return batch.map(invert).reverse();
}

/** The part of a batch that the walk through history looks at. */
export type HistoryStep = Pick<Change, 'batch' | 'kind'>;

/**
 * The batch that "Undo" takes back next: the newest edit or redo that no undo has taken back.
 *
 * The log is only ever appended to, so each `undo` cancels one step before it; walking backwards and
 * counting what is owed finds the answer after as many steps as were undone, not after the whole log.
 * @param newestFirst one step for each batch, newest first; read only as far as needed.
 */
export function nextUndo(newestFirst: Iterable<HistoryStep>): HistoryStep | undefined {
  let owed = 0;
  for (const step of newestFirst) {
    if (step.kind === 'setting') continue;
    if (step.kind === 'undo') owed += 1;
    else if (owed > 0) owed -= 1;
    else return step;
  }
  return undefined;
}

/**
 * The undo that "Redo" takes back next: the newest that no redo has taken back, provided that nothing
 * was edited since.
 * @param newestFirst one step for each batch, newest first; read only as far as needed.
 */
export function nextRedo(newestFirst: Iterable<HistoryStep>): HistoryStep | undefined {
  let owed = 0;
  for (const step of newestFirst) {
    if (step.kind === 'edit') return undefined;
    if (step.kind === 'redo') owed += 1;
    else if (step.kind === 'undo') {
      if (owed === 0) return step;
      owed -= 1;
    }
  }
  return undefined;
}
