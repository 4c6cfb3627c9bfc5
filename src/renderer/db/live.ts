import { useLiveQuery } from 'dexie-react-hooks';
import type { Change } from '../../domain/change/change.ts';
import { byCodebookOrder } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';
import type { Database } from './database.ts';
import { type Exported, readExported } from './exported.ts';
import { type HistoryState, readHistoryState } from './history.ts';
import { type RecentEdits, readChangesOf, readRecentEdits, readTagNames } from './log.ts';
import { parseRows } from './rows.ts';
import { readTrash } from './trash.ts';

/** The codebook in its order; `undefined` until it was read. */
export function useLiveCodebook(db: Database): readonly Tag[] | undefined {
  return useLiveQuery(() => readCodebook(db), [db]);
}

/** What "Undo" and "Redo" would take back; follows every commit. */
export function useLiveHistory(db: Database): HistoryState | undefined {
  return useLiveQuery(() => readHistoryState(db), [db]);
}

/** What waits in the trash, newest first; `undefined` until it was read. */
export function useLiveTrash(db: Database): readonly TrashEntry[] | undefined {
  return useLiveQuery(() => readTrash(db), [db]);
}

/** The newest edits; `undefined` until they were read. */
export function useLiveRecentEdits(db: Database, limit: number): RecentEdits | undefined {
  return useLiveQuery(() => readRecentEdits(db, limit), [db, limit]);
}

/** All that was done to one annotation, oldest first; `undefined` until it was read. */
export function useLiveChangesOf(
  db: Database,
  annotationId: string,
): readonly Extract<Change, { readonly table: 'annotations' }>[] | undefined {
  return useLiveQuery(() => readChangesOf(db, 'annotations', annotationId), [db, annotationId]);
}

/** What tags are called, or were called last; `undefined` until it was read. */
export function useLiveTagNames(
  db: Database,
  ids: readonly string[],
): ReadonlyMap<string, string> | undefined {
  return useLiveQuery(() => readTagNames(db, ids), [db, ids.join()]);
}

/** How a brief was exported last; `null` when it never was, `undefined` until that was read. */
export function useLiveExported(db: Database, briefId: string): Exported | null | undefined {
  return useLiveQuery(() => readExported(db, briefId), [db, briefId]);
}

/** The codebook, once. Rows that cannot be read are left out; `readAnnotations` tells of them all. */
export async function readCodebook(db: Database): Promise<Tag[]> {
  return parseRows('tags', await db.tags.toArray()).good.sort(byCodebookOrder);
}
