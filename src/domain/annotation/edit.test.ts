import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from './annotation.testing.ts';
import {
  asInVersion,
  createAnnotation,
  replaceTag,
  saysTheSame,
  toggleTag,
  withNote,
  withTag,
  withTranslation,
} from './edit.ts';

const NOW = '2026-02-02T02:02:02.000Z';
const tagIds = fc.uniqueArray(fc.constantFrom('oda', 'labour', 'azec', 'trade'));
const tagId = fc.constantFrom('oda', 'labour', 'azec');

test('a new annotation quotes its passage, has no note, and was updated when it was made', () => {
  const position = { start: 4, end: 7 };
  const from = { id: 'id-1', articleId: 'article-1', textHash: 'hash', position, tagIds: ['oda'] };
  expect(createAnnotation({ ...from, text: 'vốn ODA.', now: NOW })).toEqual({
    ...from,
    quote: {
      ...{ exact: 'ODA', prefix: 'vốn ', suffix: '.' },
      sentence: { before: 'vốn ', after: '.' },
    },
    note: '',
    createdAt: NOW,
    updatedAt: NOW,
  });
});

describe('toggling a tag', () => {
  test('puts it on at the end, or takes it off and keeps the order of the others', () => {
    const annotation = anAnnotation({ tagIds: ['oda', 'labour'] });
    expect(toggleTag(annotation, 'azec', NOW)).toEqual({
      ...annotation,
      tagIds: ['oda', 'labour', 'azec'],
      updatedAt: NOW,
    });
    expect(toggleTag(annotation, 'oda', NOW).tagIds).toEqual(['labour']);
  });

  test('twice leaves the tags that there were', () => {
    fc.assert(
      fc.property(tagIds, tagId, (ids, toggled) => {
        const twice = toggleTag(
          toggleTag(anAnnotation({ tagIds: ids }), toggled, NOW),
          toggled,
          NOW,
        );
        expect(new Set(twice.tagIds)).toEqual(new Set(ids));
        expect(twice.tagIds).toHaveLength(ids.length);
      }),
    );
  });
});

describe('replacing a tag', () => {
  test.each([
    ['puts the other in its place', ['oda', 'labour'], 'oda', 'azec', ['azec', 'labour']],
    ['does not double one that is there already', ['oda', 'azec'], 'oda', 'azec', ['azec']],
    ['takes it off where there is no other', ['oda', 'labour'], 'oda', undefined, ['labour']],
  ])('%s', (_, before, from, into, after) => {
    const annotation = anAnnotation({ tagIds: before });
    expect(replaceTag(annotation, from, into, NOW)).toEqual({
      ...annotation,
      tagIds: after,
      updatedAt: NOW,
    });
  });

  test('gives back the very annotation that does not have it', () => {
    const annotation = anAnnotation({ tagIds: ['labour'] });
    expect(replaceTag(annotation, 'oda', 'azec', NOW)).toBe(annotation);
  });

  test('leaves no trace of it, loses no other, and doubles none', () => {
    fc.assert(
      fc.property(tagIds, tagId, fc.option(tagId, { nil: undefined }), (ids, from, into) => {
        fc.pre(from !== into);
        const after = replaceTag(anAnnotation({ tagIds: ids }), from, into, NOW).tagIds;
        const others = ids.filter((id) => id !== from);
        const expected = ids.includes(from) && into !== undefined ? [...others, into] : others;
        expect(new Set(after)).toEqual(new Set(expected));
        expect(after).toHaveLength(new Set(expected).size);
      }),
    );
  });
});

describe('writing a note', () => {
  test('stores it composed, with the time', () => {
    const annotation = anAnnotation();
    expect(withNote(annotation, 'vốn Đầu tư'.normalize('NFD'), NOW)).toEqual({
      ...annotation,
      note: 'vốn Đầu tư'.normalize('NFC'),
      updatedAt: NOW,
    });
  });

  test('gives back the very annotation whose note already says so', () => {
    const annotation = anAnnotation({ note: 'đầu tư' });
    expect(withNote(annotation, 'đầu tư'.normalize('NFD'), NOW)).toBe(annotation);
  });
});

describe('putting a tag on', () => {
  test('does nothing when it is on already', () => {
    const tagged = withTag(anAnnotation(), 'tag-oda', NOW);
    expect(tagged).toMatchObject({ tagIds: ['tag-oda'], updatedAt: NOW });
    expect(withTag(tagged, 'tag-oda', NOW)).toBe(tagged);
  });
});

describe('going back to an earlier version', () => {
  const known = new Set(['tag-oda', 'tag-azec']);
  const annotation = anAnnotation({
    note: 'mới',
    tagIds: ['tag-oda'],
    position: { start: 7, end: 9 },
  });

  test('brings its note and those of its tags that there are, and leaves the passage', () => {
    const version = anAnnotation({ note: 'cũ', tagIds: ['tag-azec', 'tag-gone'] });
    expect(asInVersion(annotation, version, known, NOW)).toEqual({
      ...annotation,
      note: 'cũ',
      tagIds: ['tag-azec'],
      updatedAt: NOW,
    });
  });

  test('brings its translation, or takes off one that there was not yet', () => {
    const translation = { text: 'three notes', checked: true };
    const translated = { ...annotation, translation };
    expect(asInVersion(annotation, translated, known, NOW)).toEqual({
      ...translated,
      updatedAt: NOW,
    });
    expect(asInVersion(translated, annotation, known, NOW)).toEqual({
      ...annotation,
      updatedAt: NOW,
    });
  });

  test('changes nothing where all is so already', () => {
    const version = { note: 'mới', tagIds: ['tag-gone', 'tag-oda'] };
    expect(asInVersion(annotation, version, known, NOW)).toBe(annotation);
  });
});

test('two versions say the same where note, tags and translation are the same', () => {
  const a = { note: 'a', tagIds: ['oda', 'azec'], translation: { text: 'three', checked: true } };
  expect(saysTheSame(a, { ...a, tagIds: ['azec', 'oda'] })).toBe(true);
  expect(saysTheSame(a, { ...a, tagIds: ['azec'] })).toBe(false);
  expect(saysTheSame(a, { ...a, note: 'b' })).toBe(false);
  expect(saysTheSame(a, { ...a, translation: { text: 'three', checked: false } })).toBe(false);
  expect(saysTheSame(a, { note: 'a', tagIds: a.tagIds })).toBe(false);
});

describe('a translation', () => {
  const plain = anAnnotation();
  const translated = withTranslation(plain, { text: 'ba công hàm', checked: true }, NOW);

  test('is composed and has line feeds only', () => {
    const text = 'Đối tác\r\nsố một'.normalize('NFD');
    expect(withTranslation(plain, { text, checked: false }, NOW)).toEqual({
      ...plain,
      translation: { text: 'Đối tác\nsố một', checked: false },
      updatedAt: NOW,
    });
  });

  test('is gone when it is blank', () => {
    const gone = withTranslation(translated, { text: ' \n', checked: true }, NOW);
    expect(gone).toEqual({ ...plain, updatedAt: NOW });
    expect(gone).not.toHaveProperty('translation');
  });

  test('that is the same changes nothing', () => {
    expect(withTranslation(translated, { text: 'ba công hàm', checked: true }, 'later')).toBe(
      translated,
    );
    expect(withTranslation(plain, { text: '', checked: true }, NOW)).toBe(plain);
  });
});
