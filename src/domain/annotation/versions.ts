import type { Annotation } from './annotation.ts';
import { sameTranslation } from './edit.ts';

/** One change of an annotation, as the log has it; the log's `Change` is one. */
export interface AnnotationChange {
  readonly batch: string;
  readonly kind: 'edit' | 'undo' | 'redo' | 'system';
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

/** One step in the life of an annotation, and what it was after that. */
export interface Version extends AnnotationChange {
  /** `made` and `back` both put it where it was not; only the first time it was made. */
  readonly step: 'made' | 'back' | 'deleted' | 'edited';
  readonly tagsAdded: readonly string[];
  readonly tagsRemoved: readonly string[];
  /** Whether the note, the translation or the passage is another than before; what an annotation is made with is no change. */
  readonly noteChanged: boolean;
  /** Whether the note became private, or is no longer. */
  readonly privacyChanged: boolean;
  readonly translationChanged: boolean;
  readonly passageChanged: boolean;
}

/**
 * The versions of one annotation, newest first. What was saved several times in one batch, as a note is that is
 * being typed, is one version.
 * @param changes all of one annotation, oldest first.
 */
export function versionsOf(changes: readonly AnnotationChange[]): Version[] {
  const steps: AnnotationChange[] = [];
  for (const change of changes) {
    const last = steps.at(-1);
    if (last?.batch === change.batch) {
      steps[steps.length - 1] = { ...change, before: last.before };
    } else steps.push(change);
  }
  return steps.map((step, place) => compare(step, place === 0)).reverse();
}

function compare(change: AnnotationChange, isFirst: boolean): Version {
  const { before, after } = change;
  const had = before?.tagIds ?? [];
  const has = after?.tagIds ?? [];
  const isEdit = before !== null && after !== null;
  return {
    ...change,
    step: stepOf(change, isFirst),
    tagsAdded: after ? has.filter((id) => !had.includes(id)) : [],
    tagsRemoved: before && after ? had.filter((id) => !has.includes(id)) : [],
    noteChanged: isEdit && before.note !== after.note,
    privacyChanged: isEdit && (before.isNotePrivate ?? false) !== (after.isNotePrivate ?? false),
    translationChanged: isEdit && !sameTranslation(before.translation, after.translation),
    passageChanged: isEdit && !samePassage(before, after),
  };
}

function stepOf({ before, after }: AnnotationChange, isFirst: boolean): Version['step'] {
  if (after === null) return 'deleted';
  if (before !== null) return 'edited';
  return isFirst ? 'made' : 'back';
}

function samePassage(a: Annotation, b: Annotation): boolean {
  const { position, quote } = b;
  return (
    a.position.start === position.start &&
    a.position.end === position.end &&
    a.quote.exact === quote.exact &&
    a.anchor?.state === b.anchor?.state &&
    a.anchor?.accepted === b.anchor?.accepted
  );
}
