import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeEnd, graphemeStart } from './graphemes.ts';

const FLAG = '🇻🇳';
const FAMILY = '👨‍👩‍👧‍👦';
const HANGUL = '\u1112\u1161\u11ab';

/** Pieces that meet in awkward ways when they stand next to each other, or alone. */
const pieces = fc.oneof(
  fc.constantFrom('a', 'ế', 'Đ', ' ', '\n', '\r\n', ', ', 'tư', 'tu\u031b', 'e\u0302\u0301'),
  fc.constantFrom(FLAG, '🇻', FAMILY, '\u200d', '👍🏽', '1\ufe0f\u20e3', '\ud83d', '\udc68'),
  fc.constantFrom(HANGUL, '\u1112', '\u1161', '\u11ab', 'क्ष', '\u0301', '\u0600', '漢', 'ก็'),
);

const longRuns = fc
  .tuple(
    fc.constantFrom('🇻', FLAG, '\u0301', '\u1112', `${FAMILY}\u200d`, 'क्', 'a', '漢'),
    fc.integer({ min: 100, max: 700 }),
  )
  .map(([piece, times]) => piece.repeat(times));

const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, longRuns), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const textsWithOffset = texts.chain((text) =>
  fc.tuple(fc.constant(text), fc.integer({ min: -2, max: text.length + 2 })),
);

/** Every place between two graphemes, found by reading the whole text. */
function boundariesOf(text: string): number[] {
  const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text);
  return [...Array.from(graphemes, ({ index }) => index), text.length];
}

describe('the edges of the grapheme around an offset', () => {
  test('are those that a reading of the whole text finds', () => {
    fc.assert(
      fc.property(textsWithOffset, ([text, offset]) => {
        const boundaries = boundariesOf(text);
        const inside = Math.min(Math.max(offset, 0), text.length);
        expect(graphemeStart(text, offset)).toBe(boundaries.findLast((at) => at <= inside) ?? 0);
        expect(graphemeEnd(text, offset)).toBe(boundaries.find((at) => at >= inside) ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('are left where they are when asked again', () => {
    fc.assert(
      fc.property(textsWithOffset, ([text, offset]) => {
        for (const edge of [graphemeStart(text, offset), graphemeEnd(text, offset)]) {
          expect(graphemeStart(text, edge)).toBe(edge);
          expect(graphemeEnd(text, edge)).toBe(edge);
        }
      }),
    );
  });

  test.each([
    ['a letter with its marks apart', 'e\u0302\u0301', 1],
    ['a letter with its marks apart, before the last', 'e\u0302\u0301', 2],
    ['a surrogate pair', '😀', 1],
    ['a joined emoji', FAMILY, 5],
    ['a skin tone', '👍🏽', 2],
    ['a keycap', '1\ufe0f\u20e3', 1],
    ['a flag', FLAG, 2],
    ['a Hangul syllable of three jamo', HANGUL, 2],
    ['a letter under more marks than anyone can read', `e${'\u0301'.repeat(1000)}`, 500],
  ])('enclose %s whole', (_, grapheme, within) => {
    const text = `xin ${grapheme} chào`;
    expect(graphemeStart(text, 4 + within)).toBe(4);
    expect(graphemeEnd(text, 4 + within)).toBe(4 + grapheme.length);
  });

  test('tell flags apart by counting from the first of the row, however long it is', () => {
    const text = `a${FLAG.repeat(200)}`;
    const between = 1 + 150 * FLAG.length;
    expect(graphemeStart(text, between)).toBe(between);
    expect(graphemeStart(text, between + 2)).toBe(between);
    expect(graphemeEnd(text, between + 2)).toBe(between + FLAG.length);
  });

  test('stand still between composed Vietnamese letters', () => {
    const text = 'Đầu tư ODA';
    for (let offset = 0; offset <= text.length; offset += 1) {
      expect(graphemeStart(text, offset)).toBe(offset);
      expect(graphemeEnd(text, offset)).toBe(offset);
    }
  });
});
