import type { Annotation } from '../annotation/annotation.ts';
import { replaceTag, withTag } from '../annotation/edit.ts';
import type { SavedBrief } from '../brief/saved-brief.ts';
import { exactNameKey, freeName } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';

interface EntryOf<Table extends string, Row> {
  /** The id of what was deleted, by which it comes back. */
  readonly id: string;
  readonly table: Table;
  /** What was deleted, as it was. */
  readonly row: Row;
  /** ISO 8601 in UTC. */
  readonly deletedAt: string;
}

/** Something deleted that waits to be brought back, or to be let go for good. */
export type TrashEntry =
  | EntryOf<'annotations', Annotation>
  | (EntryOf<'tags', Tag> & {
      /** The annotations that had the tag: they get it back with it. */
      readonly annotationIds: readonly string[];
    })
  | EntryOf<'briefs', SavedBrief>;

export function trashAnnotation(row: Annotation, now: string): TrashEntry {
  return { id: row.id, table: 'annotations', row, deletedAt: now };
}

/** @param annotationIds every annotation that has the tag, whether in an article or in the trash itself. */
export function trashTag(row: Tag, annotationIds: readonly string[], now: string): TrashEntry {
  return { id: row.id, table: 'tags', row, deletedAt: now, annotationIds };
}

/** What waits in the trash of a brief; its passages stay where they are. */
export function trashBrief(row: SavedBrief, now: string): TrashEntry {
  return { id: row.id, table: 'briefs', row, deletedAt: now };
}

/** What was deleted last comes first. */
export function byDeletion(a: TrashEntry, b: TrashEntry): number {
  if (a.deletedAt !== b.deletedAt) return a.deletedAt < b.deletedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/**
 * The annotation as it comes back: as it was, without tags that are not in the codebook any more. One of those
 * that waits in the trash itself remembers the annotation, and brings itself back to it.
 * @param tagIds the codebook's.
 */
export function restoredAnnotation(row: Annotation, tagIds: ReadonlySet<string>): Annotation {
  const known = row.tagIds.filter((id) => tagIds.has(id));
  return known.length === row.tagIds.length ? row : { ...row, tagIds: known };
}

/**
 * The tag as it comes back: under another name and without its key where a tag has taken those meanwhile. A tag with
 * the name in another spelling may have been there before.
 */
export function restoredTag(row: Tag, codebook: readonly Tag[]): Tag {
  const { shortcut, ...tag } = row;
  const isFree = !codebook.some((other) => other.shortcut === shortcut);
  const key = exactNameKey(row.name);
  const isNamed = codebook.some(({ name }) => exactNameKey(name) === key);
  return {
    ...tag,
    name: isNamed ? freeName(codebook, row.name) : row.name,
    ...(shortcut !== undefined && isFree && { shortcut }),
  };
}

/** A deleted annotation gets a tag, as it would have got it in its article. */
export function tagEntry(entry: TrashEntry, tagId: string, now: string): TrashEntry {
  if (entry.table !== 'annotations') return entry;
  const row = withTag(entry.row, tagId, now);
  return row === entry.row ? entry : { ...entry, row };
}

/** A deleted annotation has one tag in the place of another, as it would have in its article. */
export function retagEntry(entry: TrashEntry, from: string, into: string, now: string): TrashEntry {
  if (entry.table !== 'annotations') return entry;
  const row = replaceTag(entry.row, from, into, now);
  return row === entry.row ? entry : { ...entry, row };
}
