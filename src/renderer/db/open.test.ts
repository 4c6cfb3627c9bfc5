import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { commit } from './commit.ts';
import { aDatabase, options, reopened } from './database.testing.ts';
import { stepHistory } from './history.ts';
import { readCodebook } from './live.ts';
import { openDatabase } from './open.ts';

test('a new database has the first tags and nothing else', async () => {
  const db = await aDatabase();
  expect(await openDatabase(db, options())).toEqual({
    annotations: [],
    settings: {},
    unreadable: [],
  });
  expect(await readCodebook(db)).toEqual(FIRST_TAGS);
});

test('the first tags are no step that "Undo" takes back', async () => {
  const db = await aDatabase();
  await openDatabase(db, options());
  expect(await stepHistory(db, 'undo', options())).toEqual([]);
  expect(await readCodebook(db)).toEqual(FIRST_TAGS);
});

test('the first tags are put once, and do not come back when they were deleted', async () => {
  let db = await aDatabase();
  await openDatabase(db, options());
  const deletions = FIRST_TAGS.map(({ id }) => ({
    table: 'tags' as const,
    key: id,
    change: () => null,
  }));
  await commit(db, deletions, options());

  db = await reopened(db);
  await openDatabase(db, options());
  expect(await readCodebook(db)).toEqual([]);
});

test('a tag keeps its new name when the database is opened again', async () => {
  let db = await aDatabase();
  await openDatabase(db, options());
  const renaming = {
    table: 'tags' as const,
    key: 'tag-oda',
    change: () => ({ ...FIRST_TAGS[0], name: 'Viện trợ' }) as (typeof FIRST_TAGS)[0],
  };
  await commit(db, [renaming], options());

  db = await reopened(db);
  await openDatabase(db, options());
  expect((await readCodebook(db)).map(({ name }) => name)).toEqual(['Viện trợ', 'Labour', 'AZEC']);
});

test('annotations are there when the database is opened again', async () => {
  const first = await aDatabase();
  await openDatabase(first, options());
  const annotation = anAnnotation({ note: 'Đầu tư', tagIds: ['tag-oda'] });
  const edit = { table: 'annotations' as const, key: annotation.id, change: () => annotation };
  await commit(first, [edit], options());

  const opened = await openDatabase(await reopened(first), options());
  expect(opened).toEqual({ annotations: [annotation], settings: {}, unreadable: [] });
});

test('rows that cannot be understood are told of and stay as they are', async () => {
  const db = await aDatabase();
  await openDatabase(db, options());
  const annotation = anAnnotation();
  const strange = { id: 'annotation-2', madeBy: 'a later version' };
  const oddTag = { id: 'tag-9', name: 'Odd', colour: 'mauve' };
  await db.table('annotations').bulkPut([annotation, strange]);
  await db.table('tags').put(oddTag);

  const opened = await openDatabase(db, options());
  expect(opened.annotations).toEqual([annotation]);
  expect(opened.unreadable).toMatchObject([
    { table: 'annotations', key: 'annotation-2' },
    { table: 'tags', key: 'tag-9' },
  ]);
  expect(await db.table('annotations').get('annotation-2')).toEqual(strange);
  expect(await db.table('tags').get('tag-9')).toEqual(oddTag);
  expect((await readCodebook(db)).map(({ id }) => id)).not.toContain('tag-9');
});

test('a database that cannot be opened is an error, not an empty one', async () => {
  const db = await aDatabase();
  db.close({ disableAutoOpen: true });
  db.open = () => Promise.reject(new DOMException('refused', 'UnknownError')) as never;
  await expect(openDatabase(db, options())).rejects.toThrow('refused');
});

test('settings are read back, and one that cannot be understood is as good as never made', async () => {
  const db = await aDatabase();
  const settings = [
    { key: 'last-article', value: 'article-1' },
    { key: 'panel-layout', value: { left: 120 } },
  ];
  const edits = settings.map((row) => ({
    table: 'settings' as const,
    key: row.key,
    change: () => row,
  }));
  await commit(db, edits, options({ kind: 'system' }));
  const opened = await openDatabase(db, options());
  expect(opened.settings).toEqual({ 'last-article': 'article-1' });
  expect(opened.unreadable).toEqual([]);
  expect(await db.settings.count()).toBe(2);
});
