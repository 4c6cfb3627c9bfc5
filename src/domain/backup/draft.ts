import type { Effect, TableName } from '../change/change.ts';
import type { Side } from './side.ts';
import type { Row } from './versions.ts';

/** Our rows as they would be, and the effects that bring them there, each upon what those before it left. */
export class Draft {
  readonly effects: Effect[] = [];
  readonly #ours: Side;
  readonly #tables = new Map<TableName, Map<string, Row | null>>();

  constructor(ours: Side) {
    this.#ours = ours;
  }

  row(table: TableName, key: string): Row | null {
    const changed = this.#tables.get(table)?.get(key);
    return changed === undefined ? (this.#ours.row(table, key) ?? null) : changed;
  }

  /** Puts a row, or takes it away: `null`. */
  put(table: TableName, key: string, after: Row | null): void {
    const before = this.row(table, key);
    const changed = this.#tables.get(table) ?? new Map<string, Row | null>();
    this.#tables.set(table, changed.set(key, after));
    // Row and table belong to the same member of the union, which TypeScript cannot see here.
    this.effects.push({ table, key, before, after } as Effect);
  }

  /** The keys of rows that were put or taken away. */
  touched(table: TableName): string[] {
    return [...(this.#tables.get(table)?.keys() ?? [])];
  }

  /** All rows of a table as they would be. */
  rows(table: TableName): Row[] {
    const keys = new Set([...this.#ours.rows(table)].map(([key]) => key));
    for (const key of this.touched(table)) keys.add(key);
    return [...keys].map((key) => this.row(table, key)).filter((row) => row !== null);
  }
}
