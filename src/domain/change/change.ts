import type { Annotation } from '../annotation/annotation.ts';
import type { SavedBrief } from '../brief/saved-brief.ts';
import type { Tag } from '../tag/tag.ts';
import type { TrashEntry } from '../trash/trash.ts';

/** A remembered choice of the analyst's that is no work of theirs: last article, panel sizes. */
export interface Setting {
  readonly key: string;
  /** JSON; each reader parses what it expects. */
  readonly value: unknown;
}

/** The tables that changes speak of, with the row each holds. */
export interface Rows {
  readonly annotations: Annotation;
  readonly tags: Tag;
  readonly briefs: SavedBrief;
  readonly trash: TrashEntry;
  readonly settings: Setting;
}

export type TableName = keyof Rows;

/** The tables that changes speak of. Together their rows are all that the analyst's work consists of. */
export const ROW_TABLES = [
  'annotations',
  'tags',
  'briefs',
  'trash',
  'settings',
] as const satisfies readonly TableName[];

/**
 * How a change came about. `edit`, `undo` and `redo` make the history that can be walked;
 * `system` (first codebook, settings) stands outside of it.
 */
export type ChangeKind = 'edit' | 'undo' | 'redo' | 'system';

interface ChangeOf<Name extends TableName> {
  /** Given by the store, ascending in the order of committing. */
  readonly seq: number;
  /** Changes of one batch were made together and are undone together. */
  readonly batch: string;
  readonly kind: ChangeKind;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly table: Name;
  readonly key: string;
  /** The row as it was; `null` when it did not exist. */
  readonly before: Rows[Name] | null;
  /** The row as it is; `null` when it was deleted. */
  readonly after: Rows[Name] | null;
}

/** What was and what is: put, edit and delete of one row have the same shape. */
export type Change = { [Name in TableName]: ChangeOf<Name> }[TableName];

/** A change before it was committed. */
export type NewChange = { [Name in TableName]: Omit<ChangeOf<Name>, 'seq'> }[TableName];

/** The part of a change that says what happens to the row. */
export type Effect = {
  [Name in TableName]: Pick<ChangeOf<Name>, 'table' | 'key' | 'before' | 'after'>;
}[TableName];

/** The key of a row in its table. */
export function keyOf(row: Rows[TableName]): string {
  return 'id' in row ? row.id : row.key;
}
