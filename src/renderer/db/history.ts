import { Dexie } from 'dexie';
import type { Change, ChangeKind, Effect } from '../../domain/change/change.ts';
import {
  type HistoryStep,
  invertBatch,
  redoWalk,
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
 * Walks the log backwards, a step a batch, and returns the batch at which `walk` says `found`.
 * What the app itself wrote is passed over here: it may stand amid the commits of one batch, and a batch
 * that was met twice would be taken back twice.
 */
async function findBatch(
  db: Database,
  walk: (step: HistoryStep) => Verdict,
): Promise<string | undefined> {
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
      const verdict = walk({ kind });
      if (verdict === 'found') return batch;
      if (verdict === 'none') return undefined;
    }
    if (keys.length < STRIDE) return undefined;
  }
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
    if (batch === undefined) return [];
    const edits = invertBatch(await readBatch(db, batch)).map(toEdit);
    return commit(db, edits, { ...options, kind });
  });
}

/** The row simply becomes what the effect says: the history is linear, so `before` is what stands there. */
function toEdit(effect: Effect): Edit {
  return { table: effect.table, key: effect.key, change: () => effect.after } as Edit;
}
