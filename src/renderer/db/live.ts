import { useLiveQuery } from 'dexie-react-hooks';
import { byCodebookOrder } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Database } from './database.ts';
import { type HistoryState, readHistoryState } from './history.ts';
import { parseRows } from './rows.ts';

/** The codebook in its order; `undefined` until it was read. */
export function useLiveCodebook(db: Database): readonly Tag[] | undefined {
  return useLiveQuery(() => readCodebook(db), [db]);
}

/** What "Undo" and "Redo" would take back; follows every commit. */
export function useLiveHistory(db: Database): HistoryState | undefined {
  return useLiveQuery(() => readHistoryState(db), [db]);
}

/** The codebook, once. Rows that cannot be read are left out; `readAnnotations` tells of them all. */
export async function readCodebook(db: Database): Promise<Tag[]> {
  return parseRows('tags', await db.tags.toArray()).good.sort(byCodebookOrder);
}
