import type { Annotation } from '../annotation/annotation.ts';
import type { TableName } from '../change/change.ts';
import { type Omission, OmissionList, type Thing } from '../exchange/omissions.ts';
import type { MergePlan } from './plan.ts';
import type { PlacedRow } from './side.ts';

const THINGS: Readonly<Record<TableName, Thing>> = {
  annotations: 'annotation',
  tags: 'tag',
  briefs: 'brief',
  settings: 'setting',
  trash: 'trash',
};

/** What the analyst may know a row by. */
function nameOf({ key, row }: Pick<PlacedRow, 'key' | 'row'>): string {
  if ('quote' in row) return row.quote.exact;
  if ('name' in row) return row.name;
  return 'title' in row && row.title !== '' ? row.title : key;
}

/** Rows of a file that are not merged. */
export interface RowsLeftOut {
  /** What is no row of its table. */
  readonly invalid: readonly { readonly table: TableName; readonly key: string }[];
  /** Other versions of rows that the file has several times: the last one counts. */
  readonly repeated: readonly PlacedRow[];
}

/**
 * What a merge does not take over of a file: rows, and tags of annotations that neither side has.
 * @param tagIds the tags of both sides.
 */
export function listOmissions(
  { items }: MergePlan,
  { invalid, repeated }: RowsLeftOut,
  tagIds: ReadonlySet<string>,
): readonly Omission[] {
  const omissions = new OmissionList();
  for (const { table, key } of invalid) omissions.add(THINGS[table], 'unreadable', key);
  for (const placed of repeated) {
    omissions.add(THINGS[placed.table], 'ambiguous', nameOf(placed));
  }
  for (const { table, theirs } of items) {
    if (table !== 'annotations' || !theirs) continue;
    const { tagIds: wanted, quote } = theirs as Annotation;
    const missing = wanted.filter((id) => !tagIds.has(id));
    omissions.add('coding', 'unresolved', quote.exact, missing.length);
  }
  return omissions.list;
}

/** The last version of each row that a file has, and other versions of them. */
export function lastOfEach(rows: readonly PlacedRow[]): {
  readonly rows: readonly PlacedRow[];
  readonly earlier: readonly PlacedRow[];
} {
  const keyOf = ({ table, key }: PlacedRow) => `${table}/${key}`;
  const last = new Map(rows.map((placed) => [keyOf(placed), placed]));
  return {
    rows: [...last.values()],
    earlier: rows.filter((placed) => last.get(keyOf(placed)) !== placed),
  };
}
