import { expect, test } from 'vitest';
import { isAnchored } from './anchored.ts';

const TEXT = 'Hai bên ký 3 công hàm ODA';
const at = (start: number, end: number, exact: string) => ({
  position: { start, end },
  quote: { exact, prefix: '', suffix: '' },
});

test.each([
  ['the words at their place', at(8, 12, 'ký 3'), true],
  ['other words at that place', at(8, 12, 'ký 4'), false],
  ['the same words elsewhere', at(7, 11, 'ký 3'), false],
  ['a place longer than the words', at(8, 13, 'ký 3'), false],
  ['a place behind the end', at(30, 34, 'ký 3'), false],
  ['decomposed words', at(8, 12, 'ký 3'.normalize('NFD')), false],
])('%s', (_, annotation, expected) => {
  expect(isAnchored(TEXT, annotation)).toBe(expected);
});

test.each([
  ['moved', true],
  ['ambiguous', false],
  ['lost', false],
] as const)('what is %s is marked: %s', (state, expected) => {
  const annotation = at(8, 12, 'ký 3');
  const original = { textHash: 'old', ...annotation };
  const anchor = { state, score: 0.5, textHash: 'new', original, accepted: false };
  expect(isAnchored(TEXT, { ...annotation, anchor })).toBe(expected);
});
