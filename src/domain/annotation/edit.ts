import type { Annotation, TextPositionSelector } from './annotation.ts';
import { quotePassage } from './passage.ts';

/** What a new annotation is made from. */
export interface NewAnnotation {
  readonly id: string;
  readonly articleId: string;
  readonly textHash: string;
  /** The `articleText` that `position` refers to. */
  readonly text: string;
  readonly position: TextPositionSelector;
  readonly tagIds: readonly string[];
  /** ISO 8601 in UTC. */
  readonly now: string;
}

export function createAnnotation(from: NewAnnotation): Annotation {
  return {
    id: from.id,
    articleId: from.articleId,
    textHash: from.textHash,
    position: from.position,
    quote: quotePassage(from.text, from.position),
    tagIds: from.tagIds,
    note: '',
    createdAt: from.now,
    updatedAt: from.now,
  };
}

/** Puts the tag on if it is off and takes it off if it is on. */
export function toggleTag(annotation: Annotation, tagId: string, now: string): Annotation {
  const tagIds = annotation.tagIds.includes(tagId)
    ? annotation.tagIds.filter((id) => id !== tagId)
    : [...annotation.tagIds, tagId];
  return { ...annotation, tagIds, updatedAt: now };
}

/** Puts the tag on, unless it is on already. */
export function withTag(annotation: Annotation, tagId: string, now: string): Annotation {
  return annotation.tagIds.includes(tagId) ? annotation : toggleTag(annotation, tagId, now);
}

/**
 * The annotation with the note and the tags of an earlier version. Its passage stays where it is: the article
 * may have changed since.
 * @param known the codebook's tags: those that left it do not come back.
 */
export function asInVersion(
  annotation: Annotation,
  version: Pick<Annotation, 'note' | 'tagIds'>,
  known: ReadonlySet<string>,
  now: string,
): Annotation {
  const { note } = version;
  const tagIds = version.tagIds.filter((id) => known.has(id));
  const isSame = note === annotation.note && sameTags(tagIds, annotation.tagIds);
  return isSame ? annotation : { ...annotation, note, tagIds, updatedAt: now };
}

/** Whether these are the same tags, in whatever order. */
export function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** Every use of `from` becomes one of `into`; with no `into`, it is taken off. Order is kept, nothing doubles. */
export function replaceTag(
  annotation: Annotation,
  from: string,
  into: string | undefined,
  now: string,
): Annotation {
  if (!annotation.tagIds.includes(from)) return annotation;
  const replaced = annotation.tagIds.flatMap((id) => {
    if (id !== from) return [id];
    return into === undefined ? [] : [into];
  });
  return { ...annotation, tagIds: [...new Set(replaced)], updatedAt: now };
}

export function withNote(annotation: Annotation, note: string, now: string): Annotation {
  const composed = note.normalize('NFC');
  return composed === annotation.note
    ? annotation
    : { ...annotation, note: composed, updatedAt: now };
}
