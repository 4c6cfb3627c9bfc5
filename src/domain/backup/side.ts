import type { TableName } from '../change/change.ts';
import type { TrashEntry } from '../trash/trash.ts';
import type { Row, Version } from './versions.ts';

/** A row with its place. */
export interface PlacedRow {
  readonly table: TableName;
  readonly key: string;
  readonly row: Row;
}

/** The versions that a row had before the one it has, or had last. */
export interface Past {
  readonly table: TableName;
  readonly key: string;
  readonly versions: Iterable<Version>;
}

/** One of the two that are merged: all its rows, by table and key. */
export class Side {
  readonly #tables = new Map<TableName, Map<string, Row>>();
  readonly #past = new Map<string, ReadonlySet<Version>>();

  /** @param past of rows for which it is known; of the others it is not. */
  constructor(rows: Iterable<PlacedRow>, past: Iterable<Past> = []) {
    for (const { table, key, row } of rows) {
      const ofTable = this.#tables.get(table) ?? new Map<string, Row>();
      this.#tables.set(table, ofTable.set(key, row));
    }
    for (const { table, key, versions } of past) {
      this.#past.set(pastKey(table, key), new Set(versions));
    }
  }

  /** The row as it is, not counting the trash. */
  row(table: TableName, key: string): Row | undefined {
    return this.#tables.get(table)?.get(key);
  }

  /** The row as it lies in the trash. */
  trashed(table: TableName, key: string): TrashEntry | undefined {
    const entry = this.row('trash', key) as TrashEntry | undefined;
    return entry?.table === table ? entry : undefined;
  }

  /** The versions that the row had before; `undefined` when that is not known. */
  past(table: TableName, key: string): ReadonlySet<Version> | undefined {
    return this.#past.get(pastKey(table, key));
  }

  rows(table: TableName): Iterable<readonly [key: string, row: Row]> {
    return this.#tables.get(table) ?? [];
  }
}

const pastKey = (table: TableName, key: string) => `${table}/${key}`;
