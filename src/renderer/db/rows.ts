import { z } from 'zod';
import type { Rows, TableName } from '../../domain/change/change.ts';
import { ROW_SCHEMAS as schemas } from '../../shared/rows.ts';

/** A row that could not be understood. It stays in the database as it is. */
export interface UnreadableRow {
  readonly table: TableName;
  readonly key: string;
  readonly problem: string;
}

/** Rows as they came out of the database, told apart into those that can be used and those that cannot. */
export function parseRows<Name extends TableName>(
  table: Name,
  rows: readonly unknown[],
): { readonly good: Rows[Name][]; readonly unreadable: UnreadableRow[] } {
  // Nearly always all are well: parsing them in one go takes half the time.
  const all = z.array(schemas[table]).safeParse(rows);
  if (all.success) return { good: all.data, unreadable: [] };
  const good: Rows[Name][] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of rows) {
    const parsed = schemas[table].safeParse(row);
    if (parsed.success) good.push(parsed.data);
    else unreadable.push({ table, key: keyOf(row), problem: z.prettifyError(parsed.error) });
  }
  return { good, unreadable };
}

function keyOf(row: unknown): string {
  const key = z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]).safeParse(row);
  if (!key.success) return '?';
  return 'id' in key.data ? key.data.id : key.data.key;
}
