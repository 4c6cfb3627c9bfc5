import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { parseRows } from './rows.ts';

const [tag] = FIRST_TAGS;
const annotation = anAnnotation();
const { note: _, ...noNote } = annotation;
const { shortcut: __, ...noShortcut } = tag ?? {};

describe('rows', () => {
  test('of the app itself can be read, and are given as they are', () => {
    expect(parseRows('annotations', [annotation])).toEqual({ good: [annotation], unreadable: [] });
    expect(parseRows('tags', FIRST_TAGS)).toEqual({ good: FIRST_TAGS, unreadable: [] });
    expect(parseRows('tags', [noShortcut]).good).toEqual([noShortcut]);
    const settings = [1, 'text', null, { panels: [1, 2] }].map((value) => ({ key: 'any', value }));
    expect(parseRows('settings', settings)).toEqual({ good: settings, unreadable: [] });
  });

  test.each<[string, Parameters<typeof parseRows>[0], object]>([
    ['an annotation without a note', 'annotations', noNote],
    [
      'an annotation that quotes nothing',
      'annotations',
      { ...annotation, quote: { exact: '', prefix: '', suffix: '' } },
    ],
    [
      'an annotation before the text',
      'annotations',
      { ...annotation, position: { start: -1, end: 3 } },
    ],
    [
      'an annotation between two code units',
      'annotations',
      { ...annotation, position: { start: 0.5, end: 3 } },
    ],
    ['an annotation whose tags are no list', 'annotations', { ...annotation, tagIds: 'tag-oda' }],
    ['an annotation made at no time', 'annotations', { ...annotation, createdAt: 'yesterday' }],
    ['a tag without a name', 'tags', { ...tag, name: '' }],
    ['a tag of an unknown colour', 'tags', { ...tag, colour: 'mauve' }],
    ['a tag with a key that is no digit', 'tags', { ...tag, shortcut: '0' }],
    ['a tag whose missing key is spelt out', 'tags', { ...tag, shortcut: undefined }],
    ['a tag without a place', 'tags', { ...tag, order: '1' }],
    [
      'what was deleted, under the id of something else',
      'trash',
      { id: 'other', table: 'annotations', row: annotation, deletedAt: annotation.createdAt },
    ],
  ])('cannot be read: %s', (_name, table, row) => {
    const { good, unreadable } = parseRows(table, [row]);
    expect(good).toEqual([]);
    expect(unreadable).toEqual([
      { table, key: 'id' in row ? row.id : '', problem: expect.stringMatching(/\S/) },
    ]);
  });

  test('that can be read are not lost to those that cannot, and keep their order', () => {
    const second = anAnnotation({ id: 'annotation-2' });
    const { good, unreadable } = parseRows('annotations', [annotation, noNote, null, second]);
    expect(good).toEqual([annotation, second]);
    expect(unreadable).toHaveLength(2);
  });

  test.each<[string, unknown, string]>([
    ['its id', { id: 'tag-9' }, 'tag-9'],
    ['its key', { key: 'last-article' }, 'last-article'],
    ['a question mark, having neither', { name: 'ODA' }, '?'],
    ['a question mark, having an id that is no text', { id: 7 }, '?'],
    ['a question mark, being nothing', null, '?'],
    ['a question mark, being text', 'ODA', '?'],
  ])('that cannot be read are told by %s', (_name, row, key) => {
    expect(parseRows('tags', [row]).unreadable[0]?.key).toBe(key);
  });

  test('that cannot be read say which field is to blame', () => {
    const [first] = parseRows('tags', [{ ...tag, colour: 'mauve' }]).unreadable;
    expect(first?.problem).toContain('colour');
  });
});
