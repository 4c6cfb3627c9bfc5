import type { Change, Effect } from './change.ts';

/** The effect that takes `change` back: `invert(invert(change))` equals its effect. */
export function invert(change: Effect): Effect {
  const { table, key, before, after } = change;
  // One union member in, the same member out: TypeScript cannot see that through a new object.
  return { table, key, before: after, after: before } as Effect;
}

/** The effects that take a whole batch back, last change first. */
export function invertBatch(batch: readonly Effect[]): Effect[] {
  return batch.map(invert).reverse();
}

/** The part of a change that a walk through the history looks at. */
export type HistoryStep = Pick<Change, 'kind'>;

/** What a walk says of the step it was shown: this is it, there is none, or show the next. */
export type Verdict = 'found' | 'none' | 'on';

/**
 * Looks for the batch that "Undo" takes back: the newest edit or redo that no undo has taken back.
 *
 * The log is only ever appended to, so each undo cancels one step before it. Walking backwards and
 * counting what is owed finds the answer after as many steps as were undone, not after the whole log.
 * @returns a function to call with one step a batch, newest first, until it does not say `on`.
 */
export function undoWalk(): (step: HistoryStep) => Verdict {
  let owed = 0;
  return ({ kind }) => {
    if (kind === 'system') return 'on';
    if (kind === 'undo') owed += 1;
    else if (owed > 0) owed -= 1;
    else return 'found';
    return 'on';
  };
}

/**
 * Looks for the batch that "Redo" takes back: the newest undo that no redo has taken back, provided
 * that nothing was edited since. To be called like `undoWalk`'s.
 */
export function redoWalk(): (step: HistoryStep) => Verdict {
  let owed = 0;
  return ({ kind }) => {
    if (kind === 'edit') return 'none';
    if (kind === 'redo') owed += 1;
    else if (kind === 'undo') {
      if (owed === 0) return 'found';
      owed -= 1;
    }
    return 'on';
  };
}
