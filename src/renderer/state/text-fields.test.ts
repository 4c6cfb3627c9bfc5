import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { commit } from '../db/commit.ts';
import { aDatabase, options } from '../db/database.testing.ts';
import { TextDrafts } from './text-drafts.ts';
import { noteOf, translationOf } from './text-fields.ts';
import { aWriter } from './workspace.testing.ts';

/** An annotation with a note and a translation that was checked, and somewhere to type. */
async function setUp(translated: string) {
  const db = await aDatabase();
  const translation = { text: translated, checked: true };
  const row = anAnnotation({ note: 'old', translation });
  const edit = { table: 'annotations' as const, key: row.id, change: () => row };
  await commit(db, [edit], options({ kind: 'system' }));
  const drafts = new TextDrafts(await aWriter(db, () => {}));
  return { id: row.id, drafts, stored: () => db.annotations.get(row.id) };
}

test('a translation is typed beside the note, and typing makes it unchecked', async () => {
  const { id, drafts, stored } = await setUp('three notes');
  drafts.type(noteOf(id), 'new');
  drafts.type(translationOf(id), 'three exchanges of notes');
  expect([drafts.textOf(id), drafts.isTyping(id)]).toEqual(['new', false]);
  await drafts.finish();
  expect(await stored()).toMatchObject({
    note: 'new',
    translation: { text: 'three exchanges of notes', checked: false },
  });
});

test('a translation that is typed as it was stays checked', async () => {
  const { id, drafts, stored } = await setUp('Đối tác');
  drafts.type(translationOf(id), 'Đối tác'.normalize('NFD'));
  await drafts.finish();
  expect(await stored()).toMatchObject({ translation: { text: 'Đối tác', checked: true } });
});
