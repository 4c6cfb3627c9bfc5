import type { Change, TableName } from '../../domain/change/change.ts';
import { standingWalk } from '../../domain/change/history.ts';
import type { Database } from './database.ts';
import { walkBack } from './history.ts';

/** One edit of the analyst's, as the list of recent changes shows it. */
export interface RecentEdit {
  readonly batch: string;
  /** How many steps of "Undo" take it back; `undefined` when it is taken back already. */
  readonly steps: number | undefined;
  /** Its first changes: enough to say what was done. A batch may hold thousands. */
  readonly changes: readonly Change[];
}

export interface RecentEdits {
  /** Newest first. */
  readonly edits: readonly RecentEdit[];
  readonly hasMore: boolean;
}

/** How many changes of a batch are read to say what it did. */
const TELLING = 4;

/** The newest edits, whether they stand or were taken back. */
export function readRecentEdits(db: Database, limit: number): Promise<RecentEdits> {
  return db.transaction('r', db.changes, async () => {
    const found: Omit<RecentEdit, 'changes'>[] = [];
    const stands = standingWalk();
    let steps = 0;
    await walkBack(db, (batch, step) => {
      const stood = stands(step);
      if (stood === undefined) return 'on';
      if (stood) steps += 1;
      found.push({ batch, steps: stood ? steps : undefined });
      return found.length > limit ? 'stop' : 'on';
    });
    const shown = found.slice(0, limit).map(async (edit) => ({
      ...edit,
      changes: await db.changes.where('batch').equals(edit.batch).limit(TELLING).toArray(),
    }));
    return { edits: await Promise.all(shown), hasMore: found.length > limit };
  });
}

/** All that was ever done to one row, oldest first, of whatever kind. */
export function readChangesOf<Name extends TableName>(
  db: Database,
  table: Name,
  key: string,
): Promise<Extract<Change, { readonly table: Name }>[]> {
  const found = db.changes.where('[table+key]').equals([table, key]).sortBy('seq');
  return found as unknown as Promise<Extract<Change, { readonly table: Name }>[]>;
}

/** What tags are called, or were called last, by their ids; those that were never heard of are left out. */
export async function readTagNames(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const named = ids.map(async (id): Promise<[string, string][]> => {
    const last = (await readChangesOf(db, 'tags', id)).at(-1);
    const name = (last?.after ?? last?.before)?.name;
    return name === undefined ? [] : [[id, name]];
  });
  return new Map((await Promise.all(named)).flat());
}
