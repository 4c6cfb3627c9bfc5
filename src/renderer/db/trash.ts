import { byDeletion, type TrashEntry } from '../../domain/trash/trash.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** What waits in the trash, newest first. Entries that cannot be read are left out, and left where they are. */
export async function readTrash(db: Database): Promise<TrashEntry[]> {
  return parseRows('trash', await db.trash.toArray()).good.sort(byDeletion);
}

/** @returns `undefined` when nothing with this id is in the trash, or nothing that can be read. */
export async function readTrashEntry(db: Database, id: string): Promise<TrashEntry | undefined> {
  const row = await db.trash.get(id);
  return row && parseRows('trash', [row]).good[0];
}
