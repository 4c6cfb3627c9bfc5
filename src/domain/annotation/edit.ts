import type { Annotation, TextPositionSelector, Translation } from './annotation.ts';
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
 * The annotation with the note, the tags and the translation of an earlier version. Its passage stays where it is:
 * the article may have changed since. A note that is private now stays private.
 * @param known the codebook's tags: those that left it do not come back.
 */
export function asInVersion(
  annotation: Annotation,
  version: Work,
  known: ReadonlySet<string>,
  now: string,
): Annotation {
  const tagIds = version.tagIds.filter((id) => known.has(id));
  if (saysTheSame({ ...version, tagIds }, annotation)) return annotation;
  const { translation: _, ...rest } = annotation;
  const { note, translation, isNotePrivate } = version;
  return {
    ...rest,
    note,
    ...(isNotePrivate && { isNotePrivate }),
    tagIds,
    ...(translation && { translation }),
    updatedAt: now,
  };
}

/** What an analyst makes of a passage. */
export type Work = Pick<Annotation, 'note' | 'isNotePrivate' | 'tagIds' | 'translation'>;

/**
 * Whether an annotation says what this version of it said, in whatever order its tags are. A private note counts as
 * the same note made public: going back to a version must never publish a note.
 */
export function saysTheSame(version: Work, annotation: Work): boolean {
  return (
    version.note === annotation.note &&
    (!version.isNotePrivate || annotation.isNotePrivate === true) &&
    sameTags(version.tagIds, annotation.tagIds) &&
    sameTranslation(version.translation, annotation.translation)
  );
}

/** Whether two translations say the same and are as much relied upon; none and none are the same. */
export function sameTranslation(a: Translation | undefined, b: Translation | undefined): boolean {
  return a?.text === b?.text && a?.checked === b?.checked;
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

/** The annotation with its note for the analyst alone, or for every reader. */
export function withNotePrivate(
  annotation: Annotation,
  isNotePrivate: boolean,
  now: string,
): Annotation {
  if ((annotation.isNotePrivate ?? false) === isNotePrivate) return annotation;
  const { isNotePrivate: _, ...rest } = annotation;
  return { ...rest, ...(isNotePrivate && { isNotePrivate }), updatedAt: now };
}

/**
 * The annotation with this translation; blank text takes it off. Line ends become line feeds.
 * @param checked whether somebody has compared the text with the passage.
 */
export function withTranslation(
  annotation: Annotation,
  { text, checked }: Translation,
  now: string,
): Annotation {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const translation = composed.trim() === '' ? undefined : { text: composed, checked };
  if (sameTranslation(translation, annotation.translation)) return annotation;
  const { translation: _, ...rest } = annotation;
  return { ...rest, ...(translation && { translation }), updatedAt: now };
}
