import type { Change } from '../../domain/change/change.ts';
import { texts } from '../../shared/texts/texts.ts';

/** What a batch did, in a few words: its first change speaks for it, a tag's before its annotations'. */
export function describeChanges(changes: readonly Change[]): string {
  const telling = changes.find(({ table }) => table === 'tags') ?? changes[0];
  return telling ? describeOne(telling) : '';
}

function describeOne(change: Change): string {
  const words = texts.changes;
  if (change.table === 'tags') {
    const name = (change.after ?? change.before)?.name ?? '';
    if (!change.before) return words.tagAdded(name);
    return change.after ? words.tagChanged(name) : words.tagDeleted(name);
  }
  if (change.table === 'annotations') {
    if (!change.before) return words.annotationAdded;
    if (!change.after) return words.annotationDeleted;
    return change.before.note === change.after.note ? words.tagsChanged : words.noteChanged;
  }
  return '';
}
