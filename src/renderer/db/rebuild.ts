import { type Change, ROW_TABLES } from '../../domain/change/change.ts';
import type { Head } from '../../domain/change/head.ts';
import type { JournaledChange, TableRow } from '../../shared/journal.ts';
import type { Database } from './database.ts';
import { writeHead } from './head.ts';

/** Adds changes to the log alone; those that it has already are replaced by the same. */
export async function fillLog(db: Database, changes: readonly JournaledChange[]): Promise<void> {
  await db.changes.bulkPut(changes as unknown as Change[]);
}

/**
 * Makes the database hold just these rows, and says that it stands at this head, beyond which its log then knows
 * of nothing. All or nothing.
 */
export function replaceContents(
  db: Database,
  rows: readonly TableRow[],
  head: Head,
): Promise<void> {
  return db.transaction('rw', [...ROW_TABLES, 'changes', 'meta'], async () => {
    const byTable = Map.groupBy(rows, ({ table }) => table);
    for (const name of ROW_TABLES) {
      await db.table(name).clear();
      await db.table(name).bulkPut((byTable.get(name) ?? []).map(({ row }) => row));
    }
    await db.changes.where('seq').above(head.seq).delete();
    await writeHead(db, head);
  });
}
