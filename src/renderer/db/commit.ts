import type { Table } from 'dexie';
import {
  type Change,
  type ChangeKind,
  type NewChange,
  ROW_TABLES,
  type Rows,
  type TableName,
} from '../../domain/change/change.ts';
import type { Database } from './database.ts';

/** What shall become of one row. */
interface EditOf<Name extends TableName> {
  readonly table: Name;
  readonly key: string;
  /**
   * Called inside of the transaction with the row as it is then, so that no edit is based on an old copy.
   * `null` stands for "no such row", both ways; the same row given back means that nothing changes.
   */
  readonly change: (row: Rows[Name] | null) => Rows[Name] | null;
}

export type Edit = { [Name in TableName]: EditOf<Name> }[TableName];

/** What the edits of one commit have in common. */
export interface CommitOptions {
  readonly kind: ChangeKind;
  /** Commits with the same batch, one right after the other, are undone together. */
  readonly batch: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
}

/**
 * The one way in which anything is written: rows and the record of what changed, in one transaction.
 * @returns the changes that were made, in order; empty when the edits changed nothing.
 * @throws what Dexie throws when the disk is full or the database is gone; then nothing was written.
 */
export function commit(
  db: Database,
  edits: readonly Edit[],
  options: CommitOptions,
): Promise<Change[]> {
  return db.transaction('rw', [...ROW_TABLES, 'changes'], async () => {
    const changes: Change[] = [];
    for (const edit of edits) {
      const change = await applyEdit(db, edit, options);
      if (change) changes.push(change);
    }
    return changes;
  });
}

async function applyEdit(
  db: Database,
  edit: Edit,
  options: CommitOptions,
): Promise<Change | undefined> {
  // The table and the edit's function belong to the same member of the union, which TypeScript cannot follow.
  const table = db.table(edit.table) as Table<Rows[TableName], string>;
  const transform = edit.change as (row: Rows[TableName] | null) => Rows[TableName] | null;
  const before = (await table.get(edit.key)) ?? null;
  const after = transform(before);
  if (after === before) return undefined;
  if (after === null) await table.delete(edit.key);
  else await table.put(after);
  const { kind, batch, time } = options;
  const change = {
    batch,
    kind,
    time,
    table: edit.table,
    key: edit.key,
    before,
    after,
  } as NewChange;
  const seq = await db.changes.add(change);
  return { seq, ...change } as Change;
}
