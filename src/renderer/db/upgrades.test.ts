import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { digestOf } from '../../domain/change/digest.ts';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { commit } from './commit.ts';
import { readContents } from './contents.ts';
import { options } from './database.testing.ts';
import { createDatabase } from './database.ts';
import { readHead } from './head.ts';
import { readHistoryState, stepHistory } from './history.ts';
import { seedVersion1, seedVersion2 } from './old-versions.testing.ts';

const first = anAnnotation({ id: 'annotation-1', note: 'một' });
const second = { ...first, note: 'hai' };

const CHANGES = [
  ...FIRST_TAGS.map((after) => ({
    kind: 'system',
    table: 'tags',
    key: after.id,
    before: null,
    after,
  })),
  { kind: 'edit', table: 'annotations', key: first.id, before: null, after: first },
  { kind: 'edit', table: 'annotations', key: first.id, before: first, after: second },
];

test('from version 1: every row and change is kept, and the database says where it stands', async () => {
  const name = crypto.randomUUID();
  await seedVersion1(name, CHANGES);
  const db = createDatabase(name);
  await db.open();
  const rows = await readContents(db);
  expect(rows.map(({ row }) => row)).toEqual(expect.arrayContaining([second, ...FIRST_TAGS]));
  expect(rows).toHaveLength(4);
  expect(await db.changes.count()).toBe(5);
  expect(await readHead(db)).toEqual({ seq: 5, digest: digestOf(rows) });
});

test('from version 1: undo goes on where it was, and new changes are numbered on', async () => {
  const name = crypto.randomUUID();
  await seedVersion1(name, CHANGES);
  const db = createDatabase(name);
  await db.open();
  expect(await readHistoryState(db)).toMatchObject({ redo: undefined });
  const [undone] = await stepHistory(db, 'undo', options());
  expect(undone).toMatchObject({ seq: 6, after: first });
});

test('from an empty version 1', async () => {
  const name = crypto.randomUUID();
  await seedVersion1(name, []);
  const db = createDatabase(name);
  await db.open();
  expect(await readHead(db)).toEqual(FIRST_HEAD);
  const edit = { table: 'annotations' as const, key: first.id, change: () => first };
  expect(await commit(db, [edit], options())).toMatchObject([{ seq: 1 }]);
});

test('from version 2: every row, change and head is kept, and briefs can be saved', async () => {
  const name = crypto.randomUUID();
  const rows = [...FIRST_TAGS, second].map((row) => ({
    table: row === second ? ('annotations' as const) : ('tags' as const),
    key: row.id,
    row,
  }));
  const head = { seq: 5, digest: digestOf(rows) };
  await seedVersion2(name, CHANGES, head.digest);
  const db = createDatabase(name);
  await db.open();
  expect(await readContents(db)).toEqual(expect.arrayContaining(rows));
  expect(await db.changes.count()).toBe(5);
  expect(await readHead(db)).toEqual(head);
  const brief = {
    ...FIRST_PLAN,
    id: 'brief-1',
    title: 'ODA',
    dialect: 'commonmark' as const,
    createdAt: first.createdAt,
    updatedAt: first.createdAt,
  };
  const edit = { table: 'briefs' as const, key: brief.id, change: () => brief };
  expect(await commit(db, [edit], options())).toMatchObject([{ seq: 6, after: brief }]);
  expect(await readHead(db)).toMatchObject({ seq: 6 });
});
