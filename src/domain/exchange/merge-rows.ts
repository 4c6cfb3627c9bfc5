import type { Annotation } from '../annotation/annotation.ts';

/** Adds a text to another, unless it is in there already. */
export function addText(text: string, more: string): string {
  if (text.includes(more)) return text;
  return text === '' ? more : `${text}\n\n${more}`;
}

/**
 * One row of two of the same words: with the tags and notes of both. A second translation becomes part of the note.
 * It is as old as the older one.
 */
export function mergeRows(one: Annotation, other: Annotation): Annotation {
  const spare = one.translation && other.translation?.text;
  const isSpare = spare !== undefined && spare !== one.translation?.text;
  const translation = one.translation ?? other.translation;
  const note = addText(one.note, other.note);
  return {
    ...one,
    tagIds: [...new Set([...one.tagIds, ...other.tagIds])],
    note: isSpare ? addText(note, spare) : note,
    ...(translation && { translation }),
    createdAt: [one.createdAt, other.createdAt].sort()[0] ?? one.createdAt,
    updatedAt: [one.updatedAt, other.updatedAt].sort()[1] ?? one.updatedAt,
  };
}
