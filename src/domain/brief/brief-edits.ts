import type { Annotation, Translation } from '../annotation/annotation.ts';
import { withTranslation } from '../annotation/edit.ts';
import type { Tag } from '../tag/tag.ts';
import { namesTags, type TagsEdit, tagsEdit } from './brief-edits-tags.ts';
import { asTyped, isSameNote, isSameQuote, isSameTranslation, written } from './compare-passage.ts';
import type { EditedBrief, EditedPassage } from './edited-brief.ts';
import { withoutMisread } from './misread-passages.ts';
import {
  type BriefTexts,
  type TextNotTaken,
  textsNotTaken,
  textsOfPassage,
} from './text-not-taken.ts';

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
  /** Edits of passages that stand in the file several times, and of which it does not say the same each time. */
  readonly contradicted: ReadonlySet<BriefEdit>;
  /** Passages that the app does not have. */
  readonly unknown: readonly EditedPassage[];
  /** Passages whose quote is another in the file. Quotes are evidence: the app's stays. */
  readonly requoted: readonly Annotation[];
  /** Passages that stand in the file in a way that cannot be read. */
  readonly unread: readonly Annotation[];
  /** How many notes, tags and translations are newer here: the file says what they were before. */
  readonly newer: number;
  /** All other words of the file that the app does not have, in the order of the file. */
  readonly notTaken: readonly TextNotTaken[];
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
 * @param briefs that the app has: what they say is not told as text that was not taken over.
 */
export function editsIn(
  brief: EditedBrief,
  annotationOf: (id: string) => Annotation | undefined,
  codebook: readonly Tag[],
  past: BriefPast = NO_PAST,
  briefs: readonly BriefTexts[] = [],
): BriefEdits {
  const edits = new Map<string, BriefEdit>();
  /** How often each passage stands there, and how often there is the same to be said of it. */
  const times = new Map<string, number>();
  const unknown = new Map<string, EditedPassage>();
  const requoted = new Set<Annotation>();
  const newer = new Set<string>();
  const { passages, unread, texts } = withoutMisread(brief, annotationOf);
  const more: TextNotTaken[] = [];
  const count = (key: string) => times.set(key, (times.get(key) ?? 0) + 1);
  for (const passage of passages) {
    count(passage.annotationId);
    const annotation = annotationOf(passage.annotationId);
    more.push(...textsOfPassage(passage, annotation, codebook));
    if (!annotation) {
      unknown.set(passage.annotationId, passage);
      continue;
    }
    if (!isSameQuote(passage, annotation.quote.exact)) requoted.add(annotation);
    for (const edit of editsOf(passage, annotation, codebook)) {
      if (isOlder(passage, edit, past)) newer.add(`${annotation.id} ${edit.field}`);
      else {
        const key = JSON.stringify({ ...edit, annotation: annotation.id });
        count(key);
        edits.set(key, edit);
      }
    }
  }
  return {
    edits: [...edits.values()],
    contradicted: new Set(
      [...edits].flatMap(([key, edit]) =>
        times.get(key) === times.get(edit.annotation.id) ? [] : [edit],
      ),
    ),
    unknown: [...unknown.values()],
    requoted: [...requoted],
    unread: [...new Set(unread)].flatMap((id) => annotationOf(id) ?? []),
    newer: newer.size,
    notTaken: [...more, ...textsNotTaken({ texts }, annotationOf, briefs)].sort(
      (a, b) => a.line - b.line,
    ),
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
 * The note that the brief asks for; `undefined` when that is the one here. A private note is in no brief, and a brief may
 * leave all notes out: one without it does not ask for its deletion, and words written there come after it.
 */
function noteAfter(passage: EditedPassage, { note: ours, isNotePrivate }: Annotation) {
  const { note, lacksNote } = passage;
  if (note === undefined || isSameNote(passage, ours)) return undefined;
  if (!(isNotePrivate || lacksNote) || ours === '') return asTyped(note);
  if (isSameNote(passage, '') || written(ours).endsWith(`\n\n${written(note)}`)) return undefined;
  return `${ours}\n\n${asTyped(note)}`;
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
