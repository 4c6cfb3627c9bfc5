import { expect, test } from 'vitest';
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
  const kept = {
    exact: 'Hai nước',
    prefix: 'ết 3 công hàm về hợp tác ODA. ',
    suffix: ' ký kết 3 công hàm về hợp tác OD',
  };
  expect(surroundingsOfQuote(kept)).toEqual({
    before: '3 công hàm về hợp tác ODA. ',
    after: ' ký kết 3 công hàm về hợp tác',
    hasMoreBefore: true,
    hasMoreAfter: true,
  });
  expect(surroundingsOfQuote({ exact: 'nước', prefix: 'Hai ', suffix: ' ký' })).toEqual({
    before: 'Hai ',
    after: ' ký',
    hasMoreBefore: false,
    hasMoreAfter: false,
  });
});

test('of a quote are its sentence, where that goes on beyond the context', () => {
  const sentence = { before: 'Tỉnh Nghệ An cho biết ', after: ' đã được giải ngân.' };
  const kept = { exact: 'vốn ODA', prefix: 'biết ', suffix: ' đã được giải ngân.\nHai' };
  expect(surroundingsOfQuote({ ...kept, sentence })).toMatchObject({
    before: 'Tỉnh Nghệ An cho biết ',
    after: ' đã được giải ngân.\nHai',
  });
  const long = { ...kept, suffix: ' đã được giải ngân đúng tiến độ và' };
  const shown = surroundingsOfQuote({
    ...long,
    sentence: { before: '', after: ' đã được giải ngân đúng tiến độ và không chậm.' },
  });
  expect(shown.after).toMatch(/không chậm\.$/);
  expect(shown.hasMoreAfter).toBe(false);
});
