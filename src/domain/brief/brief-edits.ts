import type { Annotation, Translation } from '../annotation/annotation.ts';
import { sameTranslation, withTranslation } from '../annotation/edit.ts';
import type { Tag } from '../tag/tag.ts';
import { namesTags, type TagsEdit, tagsEdit } from './brief-edits-tags.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import type { EditedBrief, EditedPassage } from './edited-brief.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { LINE_SEPARATOR } from './passage-facts.ts';
import { noteInTable } from './read-evidence-table.ts';

/** One thing that an edited brief says otherwise than the app. */
export type BriefEdit =
  | TagsEdit
  | ({ readonly annotation: Annotation } & (
      | { readonly field: 'note'; readonly after: string }
      | { readonly field: 'translation'; readonly after: Translation | undefined }
    ));

/** What became of a brief that was edited elsewhere. */
export interface BriefEdits {
  /** In the order of the file. Of a passage that stands there several times, the same field may come several times. */
  readonly edits: readonly BriefEdit[];
  /** Passages that the app does not have. */
  readonly unknown: readonly EditedPassage[];
  /** Passages whose quote is another in the file. Quotes are evidence: the app's stays. */
  readonly requoted: readonly Annotation[];
  /** Passages that stand in the file in a way that cannot be read. */
  readonly unread: readonly Annotation[];
  /** How many notes, tags and translations are newer here: the file says what they were before. */
  readonly newer: number;
}

/** What is known of the past of annotations and tags. */
export interface BriefPast {
  readonly versionsOf: (annotationId: string) => readonly Annotation[];
  /** All that a tag was ever called. */
  readonly calledOf: (tagId: string) => readonly string[];
}

const NO_PAST: BriefPast = { versionsOf: () => [], calledOf: () => [] };

/**
 * Compares an edited brief with the annotations as they are. A note counts as changed when it would be written
 * otherwise: writing a brief puts Markdown into one of its many forms. What an annotation said before it is as it is
 * was not edited elsewhere: the file is older.
 * @param codebook all tags.
 */
export function editsIn(
  brief: EditedBrief,
  annotationOf: (id: string) => Annotation | undefined,
  codebook: readonly Tag[],
  past: BriefPast = NO_PAST,
): BriefEdits {
  const edits = new Map<string, BriefEdit>();
  const unknown = new Map<string, EditedPassage>();
  const requoted = new Set<Annotation>();
  const newer = new Set<string>();
  const { passages, unread } = withoutMisread(brief, annotationOf);
  for (const passage of passages) {
    const annotation = annotationOf(passage.annotationId);
    if (!annotation) {
      unknown.set(passage.annotationId, passage);
      continue;
    }
    if (!isSameQuote(passage, annotation.quote.exact)) requoted.add(annotation);
    for (const edit of editsOf(passage, annotation, codebook)) {
      if (isOlder(passage, edit, past)) newer.add(`${annotation.id} ${edit.field}`);
      else edits.set(JSON.stringify({ ...edit, annotation: annotation.id }), edit);
    }
  }
  return {
    edits: [...edits.values()],
    unknown: [...unknown.values()],
    requoted: [...requoted],
    unread: [...new Set(unread)].flatMap((id) => annotationOf(id) ?? []),
    newer: newer.size,
  };
}

/**
 * The brief without passages whose quote is no quotation any more, and seems to be one that ends the note before: the
 * quote then stands where a translation would. Nor is anything said of that note: nobody can tell where it ends.
 */
function withoutMisread(
  { passages, unread }: EditedBrief,
  annotationOf: (id: string) => Annotation | undefined,
): Pick<EditedBrief, 'passages' | 'unread'> {
  const isMisread = (passage: EditedPassage): boolean => {
    const quote = annotationOf(passage.annotationId)?.quote.exact;
    if (quote === undefined || isSameQuote(passage, quote)) return false;
    const linesOf = (text: string) => `\n${text.split(/\n+/).map(wordsIn).join('\n')}\n`;
    return linesOf(passage.translation?.text ?? '').includes(linesOf(quote));
  };
  const misread = new Set(passages.filter(isMisread));
  if (misread.size === 0) return { passages, unread };
  const read = passages.flatMap((passage, place) => {
    if (misread.has(passage)) return [];
    const next = passages[place + 1];
    const { note, ...rest } = passage;
    return next && misread.has(next) ? [rest] : [passage];
  });
  return {
    passages: read,
    unread: [...unread, ...[...misread].map(({ annotationId }) => annotationId)],
  };
}

/** Whether the brief says in this field what the annotation said once. */
function isOlder(
  passage: EditedPassage,
  { annotation, field }: BriefEdit,
  { versionsOf, calledOf }: BriefPast,
): boolean {
  const versions = versionsOf(annotation.id);
  switch (field) {
    case 'note': {
      const notes = [...new Set(versions.map(({ note }) => note))];
      return notes.some((note) => isSameNote(passage, note));
    }
    case 'translation':
      return versions.some((version) => isSameTranslation(passage, version));
    case 'tags':
      // Also as it is now: its tags may have been called otherwise.
      return [...versions, annotation].some(({ tagIds }) => namesTags(passage, tagIds, calledOf));
  }
}

/** Whether an edit only takes away. */
export function isRemoval(edit: BriefEdit): boolean {
  if (edit.field === 'tags') return edit.added.length + edit.created.length === 0;
  return edit.field === 'note' ? edit.after === '' : edit.after === undefined;
}

function editsOf(
  passage: EditedPassage,
  annotation: Annotation,
  codebook: readonly Tag[],
): BriefEdit[] {
  const { translation } = passage;
  const tags = tagsEdit(passage, annotation, codebook);
  const note = noteAfter(passage, annotation);
  return [
    ...(tags ? [tags] : []),
    ...(note === undefined ? [] : [{ annotation, field: 'note', after: note } as const]),
    ...(isSameTranslation(passage, annotation)
      ? []
      : [{ annotation, field: 'translation', after: translation } as const]),
  ];
}

/**
 * The note that the brief asks for; `undefined` when that is the one here. A private note is in no brief: a brief
 * without it does not ask for its deletion, and words written there come after it.
 */
function noteAfter(passage: EditedPassage, { note: ours, isNotePrivate }: Annotation) {
  const { note } = passage;
  if (note === undefined || isSameNote(passage, ours)) return undefined;
  if (!isNotePrivate || ours === '') return asTyped(note);
  if (isSameNote(passage, '') || written(ours).endsWith(`\n\n${written(note)}`)) return undefined;
  return `${ours}\n\n${asTyped(note)}`;
}

function isSameNote({ note = '', isInLine }: EditedPassage, ours: string): boolean {
  if (isInLine) return note === noteInTable(ours);
  return note === ours || written(note) === written(ours);
}

/** A note as it stands in a brief: in one of the many forms in which Markdown can be written. */
function written(note: string): string {
  return blocksToMarkdown(noteToMdast(note)).trim();
}

/** Backslashes before which there is something that Markdown could mean. */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;

/** More are written by no hand. */
const MOST_ESCAPES = 100;

/** A note without the backslashes that only a program writes: those that change nothing. */
function asTyped(note: string): string {
  const places = [...note.matchAll(ESCAPE)].map(({ index }) => index);
  if (places.length > MOST_ESCAPES) return note;
  const meaning = written(note);
  let typed = note;
  for (const place of places.reverse()) {
    const without = typed.slice(0, place) + typed.slice(place + 1);
    if (written(without) === meaning) typed = without;
  }
  return typed;
}

/** Lines that are blank are not written, and editors may put other space in the place of space. */
function isSameTranslation({ translation, isInLine }: EditedPassage, ours: Annotation): boolean {
  const asWritten = ({ text, checked }: Translation): Translation => {
    const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
    return { text: lines.filter(Boolean).join(isInLine ? LINE_SEPARATOR : '\n'), checked };
  };
  return sameTranslation(
    translation && asWritten(translation),
    ours.translation && asWritten(ours.translation),
  );
}

/** Editors may break the lines of a quote elsewhere. */
function isSameQuote({ quote, isInLine }: EditedPassage, ours: string): boolean {
  return wordsIn(quote) === wordsIn(isInLine ? ours.replace(/\n+/g, LINE_SEPARATOR) : ours);
}

function wordsIn(text: string): string {
  return text.normalize('NFC').split(/\s+/u).join(' ').trim();
}

/**
 * The annotation with what an edit brings.
 * @param row as it is now.
 * @param tagIdOf the ids of the tags that are created with it, by name.
 * @param now ISO 8601 in UTC.
 */
export function withBriefEdit(
  row: Annotation,
  edit: BriefEdit,
  tagIdOf: (name: string) => string | undefined,
  now: string,
): Annotation {
  switch (edit.field) {
    case 'note':
      return { ...row, note: edit.after.normalize('NFC'), updatedAt: now };
    case 'translation':
      return withTranslation(row, edit.after ?? { text: '', checked: false }, now);
    case 'tags': {
      const gone = new Set(edit.removed.map(({ id }) => id));
      const come = [
        ...edit.added.map(({ id }) => id),
        ...edit.created.flatMap((name) => tagIdOf(name) ?? []),
      ];
      const tagIds = [...new Set([...row.tagIds.filter((id) => !gone.has(id)), ...come])];
      return { ...row, tagIds, updatedAt: now };
    }
  }
}
