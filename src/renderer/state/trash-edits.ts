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

/** Deletes an annotation into the trash. */
export function annotationToTrash(id: string): Edit[] {
  let gone: Annotation | null = null;
  return [
    {
      table: 'annotations',
      key: id,
      change: (row) => {
        gone = row;
        return null;
      },
    },
    {
      table: 'trash',
      key: id,
      change: (entry) => (gone ? trashAnnotation(gone, now()) : entry),
    },
  ];
}

/**
 * Takes a tag out of the codebook into the trash; taking it off its annotations is the caller's.
 * @param annotationIds every annotation that has it, also those in the trash themselves.
 */
export function tagToTrash(id: string, annotationIds: readonly string[]): Edit[] {
  let gone: Tag | null = null;
  return [
    {
      table: 'tags',
      key: id,
      change: (row) => {
        gone = row;
        return null;
      },
    },
    {
      table: 'trash',
      key: id,
      change: (entry) => (gone ? trashTag(gone, annotationIds, now()) : entry),
    },
  ];
}

/** Deletes a saved brief into the trash. */
export function briefToTrash(id: string): Edit[] {
  let gone: SavedBrief | null = null;
  return [
    {
      table: 'briefs',
      key: id,
      change: (row) => {
        gone = row;
        return null;
      },
    },
    {
      table: 'trash',
      key: id,
      change: (entry) => (gone ? trashBrief(gone, now()) : entry),
    },
  ];
}

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
