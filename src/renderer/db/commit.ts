import type { Table } from 'dexie';
import {
  type Change,
  type ChangeKind,
  keyOf,
  type NewChange,
  ROW_TABLES,
  type Rows,
  type TableName,
} from '../../domain/change/change.ts';
import { advance, FIRST_HEAD, type Head, sameHead } from '../../domain/change/head.ts';
import type { Database } from './database.ts';
import { readHead, writeHead } from './head.ts';

type Row = Rows[TableName];

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
  /** Where the database must stand for this to be written; wherever it stands when absent. */
  readonly after?: Head;
}

/** The database is not where its last commit left it: it was wiped, damaged or written by somebody else. */
export class DatabaseElsewhere extends Error {
  override readonly name = 'DatabaseElsewhere';
}

/**
 * The one way in which the window's work is written: rows, the record of what changed and where the database stands
 * then, in one transaction.
 * @returns the changes that were made, in order; empty when the edits changed nothing.
 * @throws {DatabaseElsewhere} when it does not stand at `after`.
 * @throws what Dexie throws when the disk is full or the database is gone; then nothing was written.
 */
export function commit(
  db: Database,
  edits: readonly Edit[],
  options: CommitOptions,
): Promise<Change[]> {
  return db.transaction('rw', [...ROW_TABLES, 'changes', 'meta'], async () => {
    const head = await readHead(db);
    if (options.after && !(head && sameHead(head, options.after))) throw new DatabaseElsewhere();
    const rows = await readRows(db, edits);
    const changes = makeChanges(rows, edits, options, head ?? FIRST_HEAD);
    if (changes.length === 0) return [];
    for (const name of ROW_TABLES) await writeRows(db, name, changes);
    await writeHead(db, changes.reduce(follow, head ?? FIRST_HEAD));
    await db.changes.bulkAdd(changes);
    return changes;
  });
}

/** Where a database stands after a change. */
export function follow(head: Head, change: Change): Head {
  return advance(head, change.seq, change);
}

type RowsByKey = ReadonlyMap<TableName, Map<string, Row | null>>;

/** The rows that the edits speak of, as they are now. */
async function readRows(db: Database, edits: readonly Edit[]): Promise<RowsByKey> {
  const byTable = Map.groupBy(edits, ({ table }) => table);
  const read = [...byTable].map(async ([name, ofTable]) => {
    const keys = [...new Set(ofTable.map(({ key }) => key))];
    const found = (await db.table(name).bulkGet(keys)) as (Row | undefined)[];
    return [name, new Map(keys.map((key, at) => [key, found[at] ?? null]))] as const;
  });
  return new Map(await Promise.all(read));
}

/** Runs the edits one after the other, each upon what those before it left. */
function makeChanges(
  rows: RowsByKey,
  edits: readonly Edit[],
  { kind, batch, time }: CommitOptions,
  head: Head,
): Change[] {
  const changes: Change[] = [];
  for (const { table, key, change } of edits) {
    // The row and the edit's function belong to the same member of the union, which TypeScript cannot follow.
    const transform = change as (row: Row | null) => Row | null;
    const before = rows.get(table)?.get(key) ?? null;
    const after = transform(before);
    if (after === before) continue;
    if (after && keyOf(after) !== key) throw new Error(`an edit of ${key} made ${keyOf(after)}`);
    rows.get(table)?.set(key, after);
    const made = { batch, kind, time, table, key, before, after } as NewChange;
    changes.push({ seq: head.seq + changes.length + 1, ...made } as Change);
  }
  return changes;
}

/** Brings the rows of one table to where the changes leave them. */
async function writeRows(db: Database, name: TableName, changes: readonly Change[]): Promise<void> {
  const table = db.table(name) as Table<Row, string>;
  const last = new Map<string, Row | null>();
  for (const change of changes) if (change.table === name) last.set(change.key, change.after);
  const gone = [...last].flatMap(([key, row]) => (row === null ? [key] : []));
  const put = [...last.values()].filter((row) => row !== null);
  if (gone.length > 0) await table.bulkDelete(gone);
  if (put.length > 0) await table.bulkPut(put);
}
