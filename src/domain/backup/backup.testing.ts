import { type Effect, keyOf, ROW_TABLES, type TableName } from '../change/change.ts';
import type { TrashEntry } from '../trash/trash.ts';
import type { MergePlan } from './plan.ts';
import { type Past, type PlacedRow, Side } from './side.ts';
import { isSame, type Row, type Version, versionOf } from './versions.ts';

/** A computer as tests need it: rows, and a log from which it tells its past as the app does. */
export class Computer {
  readonly log: Effect[];
  readonly #rows: Map<string, PlacedRow>;

  constructor(rows: Iterable<PlacedRow> = [], log: readonly Effect[] = []) {
    this.#rows = new Map([...rows].map((placed) => [`${placed.table}/${placed.key}`, placed]));
    this.log = [...log];
  }

  /** The same, going its own ways from here. */
  twin(): Computer {
    return new Computer(this.#rows.values(), this.log);
  }

  put(table: TableName, row: Row): void {
    const key = keyOf(row);
    this.apply([{ table, key, before: this.row(table, key) ?? null, after: row } as Effect]);
  }

  remove(table: TableName, key: string): void {
    this.apply([{ table, key, before: this.row(table, key) ?? null, after: null } as Effect]);
  }

  row(table: TableName, key: string): Row | undefined {
    return this.#rows.get(`${table}/${key}`)?.row;
  }

  /** The rows of a table, by key. */
  rows(table: TableName): Row[] {
    return this.all()
      .filter((placed) => placed.table === table)
      .map(({ row }) => row);
  }

  all(): PlacedRow[] {
    return [...this.#rows.values()].sort((a, b) => {
      const [one, other] = [`${a.table}/${a.key}`, `${b.table}/${b.key}`];
      return one < other ? -1 : Number(one > other);
    });
  }

  apply(effects: readonly Effect[]): void {
    for (const { table, key, before, after } of effects) {
      const id = `${table}/${key}`;
      const row = this.#rows.get(id)?.row ?? null;
      if (row === null ? before !== null : !before || !isSame(row, before)) {
        throw new Error(`the effect on ${id} stands upon another row`);
      }
      if (after) this.#rows.set(id, { table, key, row: after });
      else this.#rows.delete(id);
      this.log.push({ table, key, before, after } as Effect);
    }
  }

  /** Takes back what was done since the log was this long, as undo does: without a trace in the past. */
  undoTo(length: number): void {
    const back = new Computer(this.#rows.values());
    for (const { table, key, before, after } of this.log.slice(length).reverse()) {
      back.apply([{ table, key, before: after, after: before } as Effect]);
    }
    this.#rows.clear();
    for (const placed of back.all()) this.#rows.set(`${placed.table}/${placed.key}`, placed);
    this.log.length = length;
  }

  /** @param knowsPast whether it tells of former versions. */
  side(knowsPast = true): Side {
    const past = new Map<string, Past & { versions: Version[] }>();
    for (const { table, key, before } of knowsPast ? this.log : []) {
      const id = `${table}/${key}`;
      const known = past.get(id) ?? { table, key, versions: [] };
      if (before) known.versions.push(versionOf(table, key, before));
      past.set(id, known);
    }
    return new Side(this.all(), past.values());
  }
}

export const trashed = (row: TrashEntry['row'], table: TrashEntry['table'], deletedAt: string) =>
  ({
    id: row.id,
    table,
    row,
    deletedAt,
    ...(table === 'tags' && { annotationIds: [] }),
  }) as TrashEntry;

/** How many rows of all tables a plan is about. */
export function totals(plan: MergePlan) {
  const sum = { new: 0, changed: 0, conflicting: 0, kept: 0 };
  for (const table of ROW_TABLES) {
    for (const kind of Object.keys(sum) as (keyof typeof sum)[])
      sum[kind] += plan.counts[table][kind];
  }
  return sum;
}
