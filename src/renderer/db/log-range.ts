import type { Dexie } from 'dexie';
import type { Change } from '../../domain/change/change.ts';

/** The number of the newest change in the log; 0 when it is empty. */
export async function lastSeq(db: Dexie): Promise<number> {
  const [last] = await db.table('changes').toCollection().reverse().limit(1).primaryKeys();
  return (last as number | undefined) ?? 0;
}

/**
 * Changes from the log, in order.
 * @param from inclusive, as is `to`.
 */
export async function readChanges(
  db: Dexie,
  from: number,
  to: number,
  limit: number,
): Promise<Change[]> {
  return db.table('changes').where('seq').between(from, to, true, true).limit(limit).toArray();
}
