import type { Annotation } from '../../domain/annotation/annotation.ts';
import { withTag } from '../../domain/annotation/edit.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import {
  restoredAnnotation,
  restoredTag,
  retagEntry,
  type TrashEntry,
  tagEntry,
  trashAnnotation,
  trashBrief,
  trashTag,
} from '../../domain/trash/trash.ts';
import type { Edit } from '../db/commit.ts';
import { forgetExported } from '../db/exported.ts';
import { now } from './ids.ts';

/*
 * The edits that move rows into the trash and back. The trash's edit follows the row's in one commit and is made
 * of what that one saw, so that the trash keeps the row as it went, with what was typed a moment before.
 */

const leave = (id: string): Edit => ({ table: 'trash', key: id, change: () => null });

/** The trash keeps the row as the first edit saw it; what was gone before stays as the trash has it. */
function intoTrash<Row extends TrashEntry['row']>(
  id: string,
  takeFrom: (change: (row: Row | null) => null) => Edit,
  entryOf: (row: Row) => TrashEntry,
): Edit[] {
  let gone: Row | null = null;
  const take = (row: Row | null) => {
    gone = row;
    return null;
  };
  const keep = (entry: TrashEntry | null) => (gone ? entryOf(gone) : entry);
  return [takeFrom(take), { table: 'trash', key: id, change: keep }];
}

/** Deletes an annotation into the trash. */
export const annotationToTrash = (id: string): Edit[] =>
  intoTrash<Annotation>(
    id,
    (change) => ({ table: 'annotations', key: id, change }),
    (row) => trashAnnotation(row, now()),
  );

/**
 * Takes a tag out of the codebook into the trash; taking it off its annotations is the caller's.
 * @param annotationIds every annotation that has it, also those in the trash themselves.
 */
export const tagToTrash = (id: string, annotationIds: readonly string[]): Edit[] =>
  intoTrash<Tag>(
    id,
    (change) => ({ table: 'tags', key: id, change }),
    (row) => trashTag(row, annotationIds, now()),
  );

/** Deletes a saved brief into the trash. */
export const briefToTrash = (id: string): Edit[] =>
  intoTrash<SavedBrief>(
    id,
    (change) => ({ table: 'briefs', key: id, change }),
    (row) => trashBrief(row, now()),
  );

/** Puts one tag in the place of another on annotations in the trash. */
export function retagTrash(entries: readonly TrashEntry[], from: string, into: string): Edit[] {
  return entries.map(({ id }) => ({
    table: 'trash',
    key: id,
    change: (entry) => entry && retagEntry(entry, from, into, now()),
  }));
}

/** Brings an entry back. What is there already stays as it is: nothing doubles, nothing is written over. */
export function fromTrash(entry: TrashEntry, codebook: readonly Tag[]): Edit[] {
  if (entry.table === 'briefs') {
    const { id, row } = entry;
    return [{ table: 'briefs', key: id, change: (there) => there ?? row }, leave(id)];
  }
  if (entry.table === 'annotations') {
    const known = new Set(codebook.map(({ id }) => id));
    const back = restoredAnnotation(entry.row, known);
    return [{ table: 'annotations', key: entry.id, change: (row) => row ?? back }, leave(entry.id)];
  }
  const back = restoredTag(entry.row, codebook);
  return [
    { table: 'tags', key: entry.id, change: (row) => row ?? back },
    leave(entry.id),
    ...entry.annotationIds.flatMap((id) => tagAgain(id, entry.id)),
  ];
}

/** Gives an annotation a tag, wherever it is: in its article, or in the trash. */
function tagAgain(annotationId: string, tagId: string): Edit[] {
  return [
    {
      table: 'annotations',
      key: annotationId,
      change: (row) => row && withTag(row, tagId, now()),
    },
    {
      table: 'trash',
      key: annotationId,
      change: (entry) => entry && tagEntry(entry, tagId, now()),
    },
  ];
}

/** Lets entries go for good, and what is known of the exports of those that are briefs. */
export function purged(entries: readonly Pick<TrashEntry, 'id'>[]): Edit[] {
  return entries.flatMap(({ id }) => [leave(id), forgetExported(id)]);
}
