import { expect, test } from 'vitest';
import { anAnnotation } from './annotation.testing.ts';
import { asInVersion, saysTheSame, withNotePrivate } from './edit.ts';
import { hasPrivateNote, keepPrivateNote, withoutPrivateNote } from './private-note.ts';

const NOW = '2026-02-02T02:02:02.000Z';
const open = anAnnotation({ note: 'Hỏi Bộ Tài chính.' });
const secret = withNotePrivate(open, true, NOW);

test('a note is made private and public again, and nothing is changed where it is so already', () => {
  expect(secret).toEqual({ ...open, isNotePrivate: true, updatedAt: NOW });
  expect(withNotePrivate(secret, true, 'later')).toBe(secret);
  expect(withNotePrivate(secret, false, NOW)).toEqual({ ...open, updatedAt: NOW });
  expect(withNotePrivate(open, false, NOW)).toBe(open);
});

test('others see neither a private note nor that there is one', () => {
  expect(withoutPrivateNote(secret)).toEqual({ ...open, note: '', updatedAt: NOW });
  expect(withoutPrivateNote(open)).toBe(open);
  expect([secret, open, { ...secret, note: '' }].map(hasPrivateNote)).toEqual([true, false, false]);
});

test('a file without the private note does not take it away; one that has a note keeps its own', () => {
  expect(keepPrivateNote(withoutPrivateNote(secret), secret)).toEqual(secret);
  const theirs = { ...open, note: 'of a colleague' };
  expect(keepPrivateNote(theirs, secret)).toBe(theirs);
  const emptied = { ...open, note: '' };
  expect(keepPrivateNote(emptied, open)).toBe(emptied);
});

test('going back to a version never publishes a note, and keeps one private that was', () => {
  const known = new Set<string>();
  const before = { ...open, note: 'trước' };
  expect(asInVersion(secret, before, known, NOW)).toMatchObject({
    note: 'trước',
    isNotePrivate: true,
  });
  expect(asInVersion(before, secret, known, NOW)).toMatchObject({
    note: secret.note,
    isNotePrivate: true,
  });
  expect(saysTheSame(open, secret)).toBe(true);
  expect(saysTheSame(secret, open)).toBe(false);
});
