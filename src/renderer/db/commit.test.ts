import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Rows } from '../../domain/change/change.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { commit, type Edit } from './commit.ts';
import { aDatabase, options } from './database.testing.ts';

type AnnotationEdit = (row: Rows['annotations'] | null) => Rows['annotations'] | null;

const KEY = 'annotation-1';
const editing = (change: AnnotationEdit, key = KEY): Edit => ({
  table: 'annotations',
  key,
  change,
});
const putting = (note: string): Edit => editing(() => anAnnotation({ note }));
const adding = (text: string): Edit => editing((row) => row && { ...row, note: row.note + text });
const deleting = editing(() => null);

describe('a commit', () => {
  test('makes, changes and deletes rows, and records what was and what is', async () => {
    const db = await aDatabase();
    const one = anAnnotation({ note: 'one' });
    const two = anAnnotation({ note: 'two' });

    await commit(db, [putting('one')], options());
    await commit(db, [putting('two')], options());
    expect(await db.annotations.toArray()).toEqual([two]);
    await commit(db, [deleting], options());
    expect(await db.annotations.toArray()).toEqual([]);

    const log = await db.changes.toArray();
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [null, one],
      [one, two],
      [two, null],
    ]);
  });

  test('returns the very changes that stand in the log, numbered upwards', async () => {
    const db = await aDatabase();
    const given = options({ batch: 'batch-1' });
    const first = await commit(db, [putting('one'), adding(' two')], given);
    const second = await commit(db, [adding(' three')], given);

    expect(await db.changes.orderBy('seq').toArray()).toEqual([...first, ...second]);
    expect(first[0]).toEqual({
      seq: expect.any(Number),
      ...given,
      table: 'annotations',
      key: KEY,
      before: null,
      after: anAnnotation({ note: 'one' }),
    });
    const numbers = [...first, ...second].map(({ seq }) => seq);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test('hands each edit the row as it is then, after the edits before it', async () => {
    const db = await aDatabase();
    await commit(db, [putting('one')], options());
    await Promise.all([
      commit(db, [adding(' two'), adding(' three')], options()),
      commit(db, [adding(' four')], options()),
    ]);
    expect((await db.annotations.get(KEY))?.note).toBe('one two three four');
  });

  test('records nothing where an edit gives the same row back, or none for none', async () => {
    const db = await aDatabase();
    await commit(db, [putting('one')], options());
    const same = [editing((row) => row), { ...deleting, key: 'nobody' }];
    expect(await commit(db, same, options())).toEqual([]);
    expect(await db.changes.count()).toBe(1);
  });

  test('numbers on after the newest change was all that there was', async () => {
    const db = await aDatabase();
    const [first] = await commit(db, [putting('one')], options());
    await db.changes.clear();
    const [second] = await commit(db, [putting('two')], options());
    expect(second?.seq).toBeGreaterThan(first?.seq ?? Number.POSITIVE_INFINITY);
  });

  test('writes to several tables at once', async () => {
    const db = await aDatabase();
    const tag = FIRST_TAGS[0] ?? null;
    const setting = { key: 'last-article', value: { id: 'article-1' } };
    const edits: Edit[] = [
      putting('one'),
      { table: 'tags', key: 'tag-oda', change: () => tag },
      { table: 'settings', key: 'last-article', change: () => setting },
    ];
    const changes = await commit(db, edits, options());
    expect(changes.map(({ table }) => table)).toEqual(['annotations', 'tags', 'settings']);
    expect(await db.tags.toArray()).toEqual([tag]);
    expect(await db.settings.toArray()).toEqual([setting]);
  });

  test.each<[string, Edit]>([
    [
      'throws',
      editing(() => {
        throw new Error('a bug');
      }),
    ],
    [
      'makes a row that cannot be stored',
      editing(() => ({ ...anAnnotation(), note: (() => '') as unknown as string })),
    ],
  ])('writes nothing at all when one of its edits %s', async (_, bad) => {
    const db = await aDatabase();
    await commit(db, [putting('one')], options());
    await expect(commit(db, [adding(' two'), bad, adding(' three')], options())).rejects.toThrow();
    expect(await db.annotations.toArray()).toEqual([anAnnotation({ note: 'one' })]);
    expect(await db.changes.count()).toBe(1);
  });

  test('writes no row when the record of it cannot be written', async () => {
    const db = await aDatabase();
    db.changes.hook('creating', () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    await expect(commit(db, [putting('one')], options())).rejects.toThrow('the disk is full');
    expect(await db.annotations.count()).toBe(0);
  });
});
