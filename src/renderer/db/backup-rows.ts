import { type PastChange, pastOf } from '../../domain/backup/past.ts';
import type { Past, PlacedRow } from '../../domain/backup/side.ts';
import { type Change, keyOf, type Rows, type TableName } from '../../domain/change/change.ts';
import type { TableRow } from '../../shared/journal.ts';
import type { Database } from './database.ts';
import { parseRows, type UnreadableRow } from './rows.ts';

/** Rows told apart into those that are understood, as they are, and those that are not. */
export function understand(rows: readonly TableRow[]): {
  readonly good: PlacedRow[];
  readonly unreadable: UnreadableRow[];
} {
  const good: PlacedRow[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const { table, key, row } of rows) {
    const parsed = parseRows(table, [row]);
    const [read] = parsed.good as Rows[TableName][];
    // As it is, not as it was parsed: a version must not change by being looked at.
    if (read && keyOf(read) === key) good.push({ table, key, row: row as unknown as typeof read });
    else unreadable.push(...parsed.unreadable.map((one) => ({ ...one, key })));
    if (read && keyOf(read) !== key) {
      unreadable.push({ table, key, problem: `the row is of ${keyOf(read)}` });
    }
  }
  return { good, unreadable };
}

/** How many rows are looked up in the log at a time. */
const SLICE = 500;

/**
 * What the log knows of the former versions of these rows.
 * @param alsoAs see `pastOf`.
 */
export async function readPast(
  db: Database,
  rows: readonly Pick<PlacedRow, 'table' | 'key'>[],
  alsoAs?: Parameters<typeof pastOf>[1],
): Promise<Past[]> {
  const past: Past[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    const keys = rows.slice(from, from + SLICE).map(({ table, key }) => [table, key]);
    const changes: Change[] = await db.changes.where('[table+key]').anyOf(keys).toArray();
    past.push(...pastOf(changes as readonly PastChange[], alsoAs));
  }
  return past;
}
