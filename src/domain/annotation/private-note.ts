import type { Annotation } from './annotation.ts';

/** Whether the annotation has a note that no reader may see. */
export function hasPrivateNote({ isNotePrivate, note }: Annotation): boolean {
  return isNotePrivate === true && note !== '';
}

/** The annotation as others may see it: without its note where that is private, and without saying that it has one. */
export function withoutPrivateNote(annotation: Annotation): Annotation {
  if (!annotation.isNotePrivate) return annotation;
  const { isNotePrivate: _, ...rest } = annotation;
  return { ...rest, note: '' };
}

/**
 * An annotation from an exchange file, in which a private note of ours was left out: it has that note again, so that
 * its absence is no deletion. A note that the file does have stays as it is in the file.
 * @param ours the annotation as it is here, also if it lies in the trash.
 */
export function keepPrivateNote(theirs: Annotation, ours: Annotation): Annotation {
  if (!ours.isNotePrivate || theirs.note !== '') return theirs;
  return { ...theirs, note: ours.note, isNotePrivate: true };
}
