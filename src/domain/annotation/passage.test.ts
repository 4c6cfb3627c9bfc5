import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeStart } from '../text/graphemes.ts';
import { CONTEXT_LENGTH, MOST_CONTEXT, quotePassage, selectPassage } from './passage.ts';

const pieces = fc.constantFrom(
  ...[
    'vốn',
    'ODA',
    ' ',
    '\n',
    '\r\n',
    '\u00a0',
    'e\u0302\u0301',
    '🇻🇳',
    '👨‍👩‍👧',
    '\u0301',
    '\u0600',
    '\ud83d',
  ],
);

const selections = fc
  .array(pieces, { maxLength: 40 })
  .map((parts) => parts.join(''))
  .chain((text) => {
    const offset = fc.integer({ min: -1, max: text.length + 1 });
    return fc.record({ text: fc.constant(text), start: offset, end: offset });
  });

const isEdge = (text: string, offset: number) => graphemeStart(text, offset) === offset;

describe('selecting a passage', () => {
  test.each([
    ['lets white space at either end go', '  Hai nước \n\u00a0', 0, 13, 'Hai nước'],
    ['keeps white space within', 'Hai  nước', 0, 9, 'Hai  nước'],
    ['keeps a line break between blocks', 'một\nhai', 0, 7, 'một\nhai'],
    [
      'takes a letter whole of which only the mark was caught',
      'tie\u0302\u0301n',
      3,
      5,
      'e\u0302\u0301',
    ],
    [
      'takes a letter whole of which the mark was missed',
      'tie\u0302\u0301n',
      0,
      3,
      'tie\u0302\u0301',
    ],
    ['takes an emoji whole that was cut in half', 'xin 👨‍👩‍👧 chào', 6, 8, '👨‍👩‍👧'],
    ['keeps a mark that stands on a space together with the space', 'a \u0301b', 1, 4, ' \u0301b'],
    ['keeps a number sign together with the space that it governs', 'a\u0600 ', 0, 3, 'a\u0600 '],
    ['ends where the text ends', 'ODA', 1, 99, 'DA'],
    ['begins where the text begins', 'ODA', -5, 2, 'OD'],
  ])('%s', (_, text, start, end, expected) => {
    const passage = selectPassage(text, start, end);
    expect(passage && text.slice(passage.start, passage.end)).toBe(expected);
  });

  test.each([
    ['there is nothing but white space', ' \n\u00a0\u3000\t\r\n ', 0, 8],
    ['the caret stands still', 'ODA', 1, 1],
    ['the caret stands still within a letter', 'e\u0302\u0301', 1, 1],
    ['it lies outside of the text', 'ODA', 5, 9],
    ['the text is empty', '', 0, 0],
  ])('finds none when %s', (_, text, start, end) => {
    expect(selectPassage(text, start, end)).toBeUndefined();
  });

  test('means the same backwards as forwards', () => {
    fc.assert(
      fc.property(selections, ({ text, start, end }) => {
        expect(selectPassage(text, end, start)).toEqual(selectPassage(text, start, end));
      }),
    );
  });

  test('splits no grapheme, and neither begins nor ends with white space that stands alone', () => {
    fc.assert(
      fc.property(selections, ({ text, start, end }) => {
        const passage = selectPassage(text, start, end);
        fc.pre(passage !== undefined);
        const quote = text.slice(passage.start, passage.end);
        expect(quote.length).toBeGreaterThan(0);
        expect(isEdge(text, passage.start) && isEdge(text, passage.end)).toBe(true);
        const graphemes = Array.from(new Intl.Segmenter('vi').segment(quote), (g) => g.segment);
        expect(graphemes.at(0)).not.toMatch(/^\s+$/u);
        expect(graphemes.at(-1)).not.toMatch(/^\s+$/u);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps every letter that was selected', () => {
    fc.assert(
      fc.property(selections, ({ text, start, end }) => {
        const passage = selectPassage(text, start, end);
        for (let at = Math.max(0, Math.min(start, end)); at < Math.max(start, end); at += 1) {
          if (at >= text.length || /\s/u.test(text.charAt(at))) continue;
          expect(passage && passage.start <= at && at < passage.end).toBe(true);
        }
      }),
    );
  });

  test('finds the same passage when a passage is selected', () => {
    fc.assert(
      fc.property(selections, ({ text, start, end }) => {
        const passage = selectPassage(text, start, end);
        fc.pre(passage !== undefined);
        expect(selectPassage(text, passage.start, passage.end)).toEqual(passage);
      }),
    );
  });
});

describe('quoting a passage', () => {
  test('copies the passage and its surroundings verbatim', () => {
    fc.assert(
      fc.property(selections, ({ text, start, end }) => {
        const passage = selectPassage(text, start, end);
        fc.pre(passage !== undefined);
        const { exact, prefix, suffix } = quotePassage(text, passage);
        expect(exact).toBe(text.slice(passage.start, passage.end));
        const around = prefix + exact + suffix;
        const from = passage.start - prefix.length;
        expect(around).toBe(text.slice(from, from + around.length));
        expect(isEdge(text, from) && isEdge(text, from + around.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, nth) => `${from + nth}`).join(' ');

  test('keeps as much around it as was agreed, where that tells and the text has it', () => {
    const text = `${numbers(100, 150)} ODA ${numbers(150, 200)}`;
    const start = text.indexOf('ODA');
    expect(quotePassage(text, { start, end: start + 3 })).toMatchObject({
      exact: 'ODA',
      prefix: text.slice(start - CONTEXT_LENGTH, start),
      suffix: text.slice(start + 3, start + 3 + CONTEXT_LENGTH),
    });
    expect(quotePassage('vốn ODA.', { start: 4, end: 7 })).toMatchObject({
      exact: 'ODA',
      prefix: 'vốn ',
      suffix: '.',
    });
  });

  test.each([
    ['before', (twin: string) => `${twin.slice(0, twin.indexOf('thế'))} ${numbers(150, 200)}`],
    [
      'after',
      (twin: string) => `${numbers(150, 200)}. Các nước ${twin.slice(twin.indexOf('cho'))}`,
    ],
  ])('keeps more of it where it has a twin with the same words %s it', (_, rest) => {
    const sentence = 'Hai bên nhất trí “hợp tác” cho vốn ODA thế hệ mới “ưu đãi” và';
    const text = `${numbers(100, 150)} ${sentence} ${rest(sentence.replace(/[“”]/g, '"'))}`;
    const start = text.indexOf('ODA');
    const { prefix, suffix } = quotePassage(text, { start, end: start + 3 });
    expect(prefix.length).toBeGreaterThan(CONTEXT_LENGTH);
    expect(suffix).toHaveLength(prefix.length);
  });

  test('keeps no more than so much where nothing tells', () => {
    const text = 'ODA '.repeat(300);
    const { prefix, suffix } = quotePassage(text, { start: 600, end: 603 });
    expect([prefix.length, suffix.length]).toEqual([MOST_CONTEXT, MOST_CONTEXT]);
  });

  test('either side with half of its length tells the passage, up to the most', () => {
    const phrases = fc.array(fc.constantFrom('vốn ', 'ODA ', 'thế hệ ', 'mới. ', 'Nhật '), {
      minLength: 10,
      maxLength: 60,
    });
    fc.assert(
      fc.property(phrases, fc.nat(), (parts, at) => {
        const text = parts.join('');
        const start = at % (text.length - 8);
        const { prefix, exact, suffix } = quotePassage(text, { start, end: start + 6 });
        const length = Math.max(prefix.length, suffix.length);
        expect(length).toBeLessThanOrEqual(MOST_CONTEXT);
        fc.pre(length < MOST_CONTEXT && prefix.length === suffix.length);
        for (const piece of [
          prefix.slice(length / 2) + exact,
          exact + suffix.slice(0, length / 2),
        ]) {
          expect(text.indexOf(piece)).toBe(text.lastIndexOf(piece));
        }
      }),
    );
  });

  test('cuts the surroundings short rather than through a letter', () => {
    const flags = '🇻🇳'.repeat(10);
    const { prefix, suffix } = quotePassage(`${flags}-ODA-${flags}`, { start: 41, end: 44 });
    expect(prefix).toBe(`${'🇻🇳'.repeat(7)}-`);
    expect(suffix).toBe(`-${'🇻🇳'.repeat(7)}`);
  });
});
