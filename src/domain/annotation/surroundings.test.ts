import { expect, test } from 'vitest';
import { quotePassage } from './passage.ts';
import { surroundingsOf, surroundingsOfQuote } from './surroundings.ts';

const TEXT = 'Hai nước ký kết 3 công hàm về hợp tác ODA';
const around = (words: string, length: number) => {
  const start = TEXT.indexOf(words);
  return surroundingsOf(TEXT, { start, end: start + words.length }, length);
};

test('are whole words, and say whether there is more', () => {
  expect(around('3 công hàm', 10)).toEqual({
    before: 'ký kết ',
    after: ' về hợp',
    hasMoreBefore: true,
    hasMoreAfter: true,
  });
});

test('end where the text ends', () => {
  expect(around('3 công hàm', 100)).toEqual({
    before: 'Hai nước ký kết ',
    after: ' về hợp tác ODA',
    hasMoreBefore: false,
    hasMoreAfter: false,
  });
});

test('of a passage within a word, or in a text without spaces, are what there is', () => {
  expect(surroundingsOf('abcdefgh', { start: 3, end: 4 }, 2)).toMatchObject({
    before: 'bc',
    after: 'ef',
  });
});

test('of a quote are what its selector kept, without words that it may have cut', () => {
  const text = `${TEXT}. ${TEXT}`;
  const start = text.lastIndexOf('Hai');
  expect(surroundingsOfQuote(quotePassage(text, { start, end: start + 8 }))).toEqual({
    before: 'kết 3 công hàm về hợp tác ODA. ',
    after: ' ký kết 3 công hàm về hợp tác',
    hasMoreBefore: true,
    hasMoreAfter: true,
  });
  expect(surroundingsOfQuote(quotePassage(TEXT, { start: 4, end: 8 }))).toMatchObject({
    before: 'Hai ',
    hasMoreBefore: false,
  });
});
