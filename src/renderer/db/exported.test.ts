import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { commit } from './commit.ts';
import { aDatabase, options } from './database.testing.ts';
import { type Exported, exportedEdit, readExported } from './exported.ts';

const EXPORTED: Exported = {
  time: '2026-11-22T07:00:00.000Z',
  format: 'docx',
  path: '/home/lan/Tài liệu/Vốn vay.docx',
  state: {
    passages: { a: '1x', b: '2y' },
    parts: { title: 't', introduction: 'i', remarks: 'r', arrangement: 'o' },
  },
};

test('the last export of each brief is kept, and only the last', async () => {
  const db = await aDatabase();
  expect(await readExported(db, 'one')).toBeNull();
  await commit(db, [exportedEdit('one', EXPORTED)], options({ kind: 'system' }));
  const later = { ...EXPORTED, format: 'html' } as const;
  await commit(db, [exportedEdit('one', later)], options({ kind: 'system' }));
  expect(await readExported(db, 'one')).toEqual(later);
  expect(await readExported(db, 'other')).toBeNull();
});

test.each([
  ['of another shape', { ...EXPORTED, state: [] }],
  ['of a format that nobody knows', { ...EXPORTED, format: 'odt' }],
  ['that is nothing', null],
])('a record %s is as good as none', async (_, value) => {
  const db = await aDatabase();
  const key = 'export:one';
  await commit(
    db,
    [{ table: 'settings', key, change: () => ({ key, value }) }],
    options({ kind: 'system' }),
  );
  expect(await readExported(db, 'one')).toBeNull();
});
