import { Dexie } from 'dexie';
import type { Change, ChangeKind, Effect } from '../../domain/change/change.ts';
import {
  type HistoryStep,
  invertBatch,
  redoWalk,
  standingWalk,
  undoWalk,
  type Verdict,
} from '../../domain/change/history.ts';
import { type CommitOptions, commit, type Edit } from './commit.ts';
import type { Database } from './database.ts';

/** How many keys of the log are read at a time while walking back. */
const STRIDE = 256;

type LogKey = [seq: number, batch: string, kind: ChangeKind];

/** Which batches "Undo" and "Redo" would take back now. */
export interface HistoryState {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/**
 * Walks the log backwards, a step a batch, until `visit` says that it has seen enough.
 * What the app itself wrote is passed over here: it may stand amid the commits of one batch, and a batch
 * that was met twice would be taken back twice.
 */
export async function walkBack(
  db: Database,
  visit: (batch: string, step: HistoryStep) => 'on' | 'stop',
): Promise<void> {
  let below: unknown = [Dexie.maxKey];
  let last: string | undefined;
  for (;;) {
    const keys = (await db.changes
      .where('[seq+batch+kind]')
      .below(below)
      .reverse()
      .limit(STRIDE)
      .keys()) as unknown as LogKey[];
    for (const key of keys) {
      const [, batch, kind] = key;
      below = key;
      if (kind === 'system' || batch === last) continue;
      last = batch;
      if (visit(batch, { kind }) === 'stop') return;
    }
    if (keys.length < STRIDE) return;
  }
}

/** The batch at which `walk` says `found`. */
async function findBatch(
  db: Database,
  walk: (step: HistoryStep) => Verdict,
): Promise<string | undefined> {
  let found: string | undefined;
  await walkBack(db, (batch, step) => {
    const verdict = walk(step);
    if (verdict === 'found') found = batch;
    return verdict === 'on' ? 'on' : 'stop';
  });
  return found;
}

export async function readHistoryState(db: Database): Promise<HistoryState> {
  return { undo: await findBatch(db, undoWalk()), redo: await findBatch(db, redoWalk()) };
}

/** The changes of one batch, in the order in which they were made. */
export function readBatch(db: Database, batch: string): Promise<Change[]> {
  return db.changes.where('batch').equals(batch).sortBy('seq');
}

const walks = { undo: undoWalk, redo: redoWalk };

/**
 * Takes the newest undoable (or redoable) batch back, as a commit of its own.
 * @returns the changes that this made; empty when there was nothing to take back.
 */
export function stepHistory(
  db: Database,
  kind: 'undo' | 'redo',
  options: Omit<CommitOptions, 'kind'>,
): Promise<Change[]> {
  return db.transaction('rw', db.tables, async () => {
    const batch = await findBatch(db, walks[kind]());
    return batch === undefined ? [] : takeBack(db, batch, { ...options, kind });
  });
}

/**
 * Takes back an edit and everything done since, as "Undo" would that is asked for again and again: each step is
 * a commit of its own, and "Redo" brings them again one by one. All or nothing.
 * @param newBatch names the batch of each step.
 * @returns the changes that this made; empty when the edit does not stand any more.
 */
export function undoTo(
  db: Database,
  batch: string,
  newBatch: () => string,
  { time, ...rest }: Omit<CommitOptions, 'kind' | 'batch'>,
): Promise<Change[]> {
  return db.transaction('rw', db.tables, async () => {
    const changes: Change[] = [];
    for (const step of await batchesDownTo(db, batch)) {
      // What else a commit is told holds for the first: the others follow upon it.
      const also = changes.length === 0 ? rest : {};
      const options = { ...also, time, batch: newBatch(), kind: 'undo' } as const;
      changes.push(...(await takeBack(db, step, options)));
    }
    return changes;
  });
}

/** What "Undo" takes back one after the other until this edit is taken back; nothing when it does not stand. */
async function batchesDownTo(db: Database, edit: string): Promise<string[]> {
  const undoable = undoWalk();
  const stands = standingWalk();
  const found: string[] = [];
  let steps = 0;
  let isStanding = false;
  await walkBack(db, (batch, step) => {
    // An edit that was brought again is taken back by way of the redo that brought it.
    if (undoable(step) === 'found') found.push(batch);
    const stood = stands(step);
    if (stood) steps += 1;
    if (batch !== edit) return 'on';
    isStanding = stood === true;
    return 'stop';
  });
  return isStanding ? found.slice(0, steps) : [];
}

async function takeBack(db: Database, batch: string, options: CommitOptions): Promise<Change[]> {
  return commit(db, invertBatch(await readBatch(db, batch)).map(toEdit), options);
}

/** The row simply becomes what the effect says: the history is linear, so `before` is what stands there. */
function toEdit(effect: Effect): Edit {
  return { table: effect.table, key: effect.key, change: () => effect.after } as Edit;
}
