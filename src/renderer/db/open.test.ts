import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { digestOf } from '../../domain/change/digest.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { commit } from './commit.ts';
import { aDatabase, options, reopened } from './database.testing.ts';
import { createDatabase, DATABASE_VERSION } from './database.ts';
import { readCodebook } from './live.ts';
import { isNewer, needsUpgrade, readAll, storedVersion } from './open.ts';

test('annotations are there when the database is opened again', async () => {
  const first = await aDatabase();
  const annotation = anAnnotation({ note: 'Đầu tư', tagIds: ['tag-oda'] });
  const edit = { table: 'annotations' as const, key: annotation.id, change: () => annotation };
  await commit(first, [edit], options());

  const contents = await readAll(await reopened(first));
  expect(contents).toMatchObject({ annotations: [annotation], settings: {}, unreadable: [] });
  expect(contents.raw.head).toEqual({ seq: 1, digest: digestOf(contents.raw.rows) });
});

test('rows that cannot be understood are told of and stay as they are', async () => {
  const db = await aDatabase();
  const annotation = anAnnotation();
  const strange = { id: 'annotation-2', madeBy: 'a later version' };
  const oddTag = { id: 'tag-9', name: 'Odd', colour: 'mauve' };
  await db.table('annotations').bulkPut([annotation, strange]);
  await db.table('tags').bulkPut([oddTag, ...FIRST_TAGS]);

  const contents = await readAll(db);
  expect(contents.annotations).toEqual([annotation]);
  expect(contents.unreadable).toMatchObject([
    { table: 'annotations', key: 'annotation-2' },
    { table: 'tags', key: 'tag-9' },
  ]);
  expect(await db.table('annotations').get('annotation-2')).toEqual(strange);
  expect(await db.table('tags').get('tag-9')).toEqual(oddTag);
  expect((await readCodebook(db)).map(({ id }) => id)).not.toContain('tag-9');
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
  const contents = await readAll(db);
  expect(contents.settings).toEqual({ 'last-article': 'article-1' });
  expect(contents.unreadable).toEqual([]);
  expect(await db.settings.count()).toBe(2);
});

test('the version on the disk can be told without opening what lies there', async () => {
  const name = crypto.randomUUID();
  expect(await storedVersion(name)).toBeUndefined();
  expect(needsUpgrade(undefined)).toBe(false);

  const old = new Dexie(name);
  old.version(1).stores({ annotations: 'id' });
  await old.open();
  old.close();
  expect(await storedVersion(name)).toBe(1);
  expect([needsUpgrade(1), isNewer(1)]).toEqual([true, false]);

  const db = createDatabase(name);
  await db.open();
  db.close();
  expect(await storedVersion(name)).toBe(DATABASE_VERSION);
  expect([needsUpgrade(DATABASE_VERSION), isNewer(DATABASE_VERSION)]).toEqual([false, false]);
  expect(isNewer(DATABASE_VERSION + 1)).toBe(true);
});
