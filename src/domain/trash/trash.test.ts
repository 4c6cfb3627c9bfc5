import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import {
  byDeletion,
  restoredAnnotation,
  restoredTag,
  retagEntry,
  tagEntry,
  trashAnnotation,
  trashTag,
} from './trash.ts';

const NOW = '2026-02-01T00:00:00.000Z';
const LATER = '2026-03-01T00:00:00.000Z';

const oda: Tag = {
  id: 'tag-oda',
  name: 'ODA',
  description: '',
  colour: 'amber',
  shortcut: '1',
  order: 1,
};

describe('restoring an annotation', () => {
  const row = anAnnotation({ tagIds: ['tag-oda', 'tag-azec'], note: 'Vốn vay' });

  test('brings back the same row as long as its tags are there', () => {
    expect(restoredAnnotation(row, new Set(['tag-azec', 'tag-oda', 'tag-labour']))).toBe(row);
  });

  test('leaves out tags that left the codebook, and nothing else', () => {
    expect(restoredAnnotation(row, new Set(['tag-azec']))).toEqual({
      ...row,
      tagIds: ['tag-azec'],
    });
  });
});

describe('restoring a tag', () => {
  test('brings back the same tag where nothing took its place', () => {
    const codebook = FIRST_TAGS.filter(({ id }) => id !== oda.id);
    expect(restoredTag(oda, codebook)).toEqual(oda);
    expect(restoredTag(oda, [])).toEqual(oda);
  });

  test.each([
    [['Oda'], 'ODA (2)'],
    [['ODA', 'oda  (2)'], 'ODA (3)'],
    [['ODA (2)'], 'ODA'],
  ])('while there are %j calls it %s', (names, name) => {
    const codebook = names.map((taken, place) => ({ ...oda, id: `tag-${place}`, name: taken }));
    expect(restoredTag(oda, codebook).name).toBe(name);
  });

  test('lets it have its name beside a tag that has it in another spelling, as it may have had before', () => {
    const peace = { ...oda, name: 'Hoà bình' };
    expect(restoredTag(peace, [{ ...oda, id: 'other', name: 'Hòa bình' }]).name).toBe('Hoà bình');
    const names = ['Hoà bình', 'Hòa bình (2)'];
    const codebook = names.map((name, place) => ({ ...oda, id: `tag-${place}`, name }));
    expect(restoredTag(peace, codebook).name).toBe('Hoà bình (3)');
  });

  test('cuts a name short that would grow too long, and no letter in two', () => {
    const name = '🇻🇳'.repeat(15);
    const restored = restoredTag({ ...oda, name }, [{ ...oda, id: 'other', name }]);
    expect(restored.name).toBe(`${'🇻🇳'.repeat(14)} (2)`);
  });

  test('gives it no key where another tag has it, and none where it had none', () => {
    const { shortcut: _, ...keyless } = oda;
    const other = { ...oda, id: 'other', name: 'Thuế' };
    expect(restoredTag(oda, [other])).toEqual(keyless);
    expect(restoredTag(keyless, [{ ...keyless, id: 'other', name: 'Thuế' }])).toEqual(keyless);
  });
});

describe('an annotation in the trash', () => {
  const entry = trashAnnotation(anAnnotation({ tagIds: ['tag-oda'] }), NOW);
  const tagIdsOf = (changed: typeof entry) => changed.table === 'annotations' && changed.row.tagIds;

  test('gets a tag, once', () => {
    expect(tagIdsOf(tagEntry(entry, 'tag-azec', LATER))).toEqual(['tag-oda', 'tag-azec']);
    expect(tagEntry(entry, 'tag-oda', LATER)).toBe(entry);
  });

  test('follows the merging of its tag', () => {
    expect(tagIdsOf(retagEntry(entry, 'tag-oda', 'tag-azec', LATER))).toEqual(['tag-azec']);
    expect(retagEntry(entry, 'tag-labour', 'tag-azec', LATER)).toBe(entry);
  });

  test('keeps the time of its deletion through that', () => {
    expect(tagEntry(entry, 'tag-azec', LATER).deletedAt).toBe(NOW);
  });
});

test('a tag in the trash has no tags', () => {
  const entry = trashTag(oda, ['annotation-1'], NOW);
  expect(tagEntry(entry, 'tag-azec', LATER)).toBe(entry);
  expect(retagEntry(entry, 'tag-oda', 'tag-azec', LATER)).toBe(entry);
});

test('what was deleted last comes first', () => {
  const first = trashAnnotation(anAnnotation({ id: 'b' }), NOW);
  const twin = trashAnnotation(anAnnotation({ id: 'c' }), NOW);
  const last = trashTag(oda, [], LATER);
  expect([first, last, twin].sort(byDeletion)).toEqual([last, twin, first]);
});
