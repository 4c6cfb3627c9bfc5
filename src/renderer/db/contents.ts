import type { Dexie, Table } from 'dexie';
import { ROW_TABLES, type TableName } from '../../domain/change/change.ts';
import { addToDigest, type Digest, EMPTY_DIGEST, rowDigest } from '../../domain/change/digest.ts';
import type { TableRow } from '../../shared/journal.ts';

/** A database, or a transaction over one. */
interface Tables {
  table(name: string): Table<Record<string, unknown>, string>;
}

/** Every row of some tables, as it lies there, understood or not. */
export async function readContents(
  tables: Tables,
  names: readonly TableName[] = ROW_TABLES,
): Promise<TableRow[]> {
  const read = names.map(async (name): Promise<TableRow[]> => {
    const table = tables.table(name);
    const keyPath = String(table.schema.primKey.keyPath);
    const rows = await table.toArray();
    return rows.map((row) => ({ table: name, key: String(row[keyPath]), row }));
  });
  return (await Promise.all(read)).flat();
}

/** Every row of a database of this version or an older one, which has not all of the tables. */
export function readContentsAsTheyAre(db: Dexie): Promise<TableRow[]> {
  const there = new Set(db.tables.map(({ name }) => name));
  return readContents(
    db,
    ROW_TABLES.filter((name) => there.has(name)),
  );
}

/** How many rows are digested between two looks at the clock. */
const SLICE = 20;

/**
 * The digest of rows, worked out piece by piece.
 * @param isTime whether others shall have a turn now.
 * @param pause gives them their turn.
 */
export async function digestInTurns(
  rows: readonly TableRow[],
  isTime: () => boolean,
  pause: () => Promise<unknown>,
): Promise<Digest> {
  let digest = EMPTY_DIGEST;
  for (const [at, { table, key, row }] of rows.entries()) {
    if (at % SLICE === 0 && isTime()) await pause();
    digest = addToDigest(digest, rowDigest(table, key, row), 0);
  }
  return digest;
}
