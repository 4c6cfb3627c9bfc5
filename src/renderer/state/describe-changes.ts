import { sameTags, sameTranslation } from '../../domain/annotation/edit.ts';
import type { Change } from '../../domain/change/change.ts';
import { texts } from '../../shared/texts/texts.ts';

const words = texts.changes;

/**
 * What a batch did, in a few words: its first change speaks for it, a tag's before its annotations'.
 * @param changes of one batch; of a long one, its first few will do.
 */
export function describeChanges(changes: readonly Change[]): string {
  if (isRestoring(changes)) return words.restored;
  const telling = changes.find(({ table }) => table === 'tags') ?? changes[0];
  if (telling?.table === 'tags') return describeTag(telling, changes);
  if (telling?.table === 'annotations') return describeAnnotation(telling, changes);
  if (telling?.table === 'briefs') return describeBrief(telling, changes);
  if (telling?.table === 'trash') return changes.length === 1 ? words.purged : words.emptied;
  return '';
}

/** Whether several things were added, or several notes written, at once: only restoring a backup does that. */
function isRestoring(changes: readonly Change[]): boolean {
  const inTrash = new Set(changes.flatMap(({ table, key }) => (table === 'trash' ? [key] : [])));
  const touched = changes.filter(({ table, key, before, after }) => {
    if (table !== 'annotations' && table !== 'tags') return false;
    if (!before) return !inTrash.has(key);
    return table === 'annotations' && after && after.note !== before.note;
  });
  // A stretch of typing is many changes of one note.
  return new Set(touched.map(({ key }) => key)).size > 1;
}

type ChangeOf<Name extends Change['table']> = Extract<Change, { readonly table: Name }>;

/** What the batch did to the trash with the same row: what came out of it was restored, what went in, deleted. */
function trashOf({ key }: Change, changes: readonly Change[]): Change | undefined {
  return changes.find((change) => change.table === 'trash' && change.key === key);
}

function describeTag(change: ChangeOf<'tags'>, changes: readonly Change[]): string {
  const { before, after } = change;
  const name = (after ?? before)?.name ?? '';
  const trash = trashOf(change, changes);
  if (!before) return (trash ? words.tagBack : words.tagAdded)(name);
  if (!after) return (trash ? words.tagDeleted : words.tagMerged)(name);
  return words.tagChanged(name);
}

function describeBrief(change: ChangeOf<'briefs'>, changes: readonly Change[]): string {
  const { before, after } = change;
  const title = (after ?? before)?.title ?? '';
  if (!before) return (trashOf(change, changes) ? words.briefBack : words.briefAdded)(title);
  return (after ? words.briefChanged : words.briefDeleted)(title);
}

function describeAnnotation(change: ChangeOf<'annotations'>, changes: readonly Change[]): string {
  const { before, after } = change;
  if (!before) return trashOf(change, changes) ? words.annotationBack : words.annotationAdded;
  if (!after) return words.annotationDeleted;
  if (before.note !== after.note) return words.noteChanged;
  if ((before.isNotePrivate ?? false) !== (after.isNotePrivate ?? false)) {
    return after.isNotePrivate ? words.noteMadePrivate : words.noteMadePublic;
  }
  if (!sameTranslation(before.translation, after.translation)) return words.translationChanged;
  return sameTags(before.tagIds, after.tagIds) ? words.passageChanged : words.tagsChanged;
}
