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

/**
 * Tells of each edit whether it stands, or was taken back and not brought again. To be called with one step a
 * batch, newest first, to any depth.
 *
 * An undo takes back the nearest step below it that nothing above took back, and a redo brings that step again:
 * like brackets. What is known of a step from above waits on a stack until the walk comes upon it. The steps
 * that stand, in the order of the walk, are what repeated "Undo" would take back, one after the other.
 * @returns a function that gives `undefined` for what is no edit.
 */
export function standingWalk(): (step: HistoryStep) => boolean | undefined {
  /** Of steps that an undo above speaks of: whether a redo brought them again after all. */
  const told: boolean[] = [];
  /** Of redos whose undo the walk has yet to come upon: whether they stand themselves. */
  const redos: boolean[] = [];
  return ({ kind }) => {
    if (kind === 'undo') told.push(redos.pop() ?? false);
    if (kind === 'redo') redos.push(told.pop() ?? true);
    return kind === 'edit' ? (told.pop() ?? true) : undefined;
  };
}
