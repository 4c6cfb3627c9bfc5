import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from './changed-words.ts';

const words = fc
  .array(fc.constantFrom('Hai', 'nước', 'ký', '3', '4', 'công hàm', '\n', '  ', 'ODA'))
  .map((list) => list.join(' '));
const only = (kinds: readonly string[], before: string, after: string) =>
  changedWords(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

test('every change is told by itself', () => {
  expect(changedWords('ký 3 công hàm hơn 200 triệu USD', 'ký 4 công hàm gần 200 triệu')).toEqual([
    { kind: 'same', text: 'ký' },
    { kind: 'removed', text: ' 3' },
    { kind: 'added', text: ' 4' },
    { kind: 'same', text: ' công hàm' },
    { kind: 'removed', text: ' hơn' },
    { kind: 'added', text: ' gần' },
    { kind: 'same', text: ' 200 triệu' },
    { kind: 'removed', text: ' USD' },
  ]);
  expect(changedWords('ODA', 'ODA')).toEqual([{ kind: 'same', text: 'ODA' }]);
  expect(changedWords('', '')).toEqual([]);
});

test('both versions can be read from it', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(only(['same', 'removed'], before, after)).toBe(before);
      expect(only(['same', 'added'], before, after)).toBe(after);
    }),
  );
});

test('what is the same throughout is not told as changed', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(only(['removed', 'added'], text, text)).toBe('');
    }),
  );
});

test('texts with very many different words are told apart as one stretch', () => {
  const many = (word: string) => Array.from({ length: 600 }, (_, at) => `${word}${at}`).join(' ');
  expect(changedWords(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
