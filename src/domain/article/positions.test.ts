import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText, BLOCK_SEPARATOR } from './article.ts';
import { articlePositions } from './positions.ts';

const articleOf = (...texts: string[]) => ({
  blocks: texts.map((text) => ({ kind: 'paragraph' as const, text })),
});

const articles = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'ế', '😀', ' '), maxLength: 8 }), { maxLength: 12 })
  .map((texts) => articleOf(...texts));

const articlesWithRange = articles.chain((article) => {
  const offset = fc.integer({ min: -3, max: articleText(article).length + 3 });
  return fc.record({ article: fc.constant(article), start: offset, end: offset });
});

describe('positions in an article', () => {
  test('tell the length of the text and where each block stands in it', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const positions = articlePositions(article);
        const text = articleText(article);
        expect(positions.length).toBe(text.length);
        expect(positions.blockCount).toBe(article.blocks.length);
        for (const [index, block] of article.blocks.entries()) {
          const start = positions.blockStart(index);
          expect(text.slice(start, start + positions.blockLength(index))).toBe(block.text);
        }
      }),
    );
  });

  test('lead from any offset to a point and back', () => {
    fc.assert(
      fc.property(articles, (article) => {
        fc.pre(article.blocks.length > 0);
        const positions = articlePositions(article);
        for (let offset = 0; offset <= positions.length; offset += 1) {
          expect(positions.toOffset(positions.toPoint(offset))).toBe(offset);
        }
      }),
    );
  });

  test('lead from any point to an offset and back', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const positions = articlePositions(article);
        for (const [block, { text }] of article.blocks.entries()) {
          for (let offset = 0; offset <= text.length; offset += 1) {
            const point = { block, offset };
            expect(positions.toPoint(positions.toOffset(point))).toEqual(point);
          }
        }
      }),
    );
  });

  test('cut a range into non-empty parts of ascending blocks that hold every character of it', () => {
    fc.assert(
      fc.property(articlesWithRange, ({ article, start, end }) => {
        const ranges = articlePositions(article).toBlockRanges(start, end);
        const parts = ranges.map((range) =>
          article.blocks[range.block]?.text.slice(range.start, range.end),
        );
        const within = articleText(article).slice(Math.max(0, start), Math.max(0, end));
        expect(parts).toEqual(within.split(BLOCK_SEPARATOR).filter((part) => part !== ''));
        const blocks = ranges.map(({ block }) => block);
        expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  // Blocks: "Đầu" 0–3, "" 4–4, "tư" 5–7.
  const positions = articlePositions(articleOf('Đầu', '', 'tư'));

  test.each([
    ['an offset before the text', -1, { block: 0, offset: 0 }],
    ['the separator after a block, as the end of that block', 3, { block: 0, offset: 3 }],
    ['an empty block', 4, { block: 1, offset: 0 }],
    ['the first character of a block', 5, { block: 2, offset: 0 }],
    ['the end of the text', 7, { block: 2, offset: 2 }],
    ['an offset behind the text', 100, { block: 2, offset: 2 }],
  ])('know the point of %s', (_, offset, point) => {
    expect(positions.toPoint(offset)).toEqual(point);
  });

  test('clamp a point that lies outside of its block', () => {
    expect(positions.toOffset({ block: 0, offset: 99 })).toBe(3);
    expect(positions.toOffset({ block: 2, offset: -1 })).toBe(5);
  });

  test('leave separators and empty parts out of a range', () => {
    expect(positions.toBlockRanges(3, 5)).toEqual([]);
    expect(positions.toBlockRanges(2, 6)).toEqual([
      { block: 0, start: 2, end: 3 },
      { block: 2, start: 0, end: 1 },
    ]);
  });

  test.each([-1, 3, 0.5])('refuse block %d, which does not exist', (block) => {
    expect(() => positions.blockStart(block)).toThrow(RangeError);
    expect(() => positions.blockLength(block)).toThrow(RangeError);
    expect(() => positions.toOffset({ block, offset: 0 })).toThrow(RangeError);
  });

  test('know their way in an article without blocks', () => {
    const none = articlePositions(articleOf());
    expect(none.length).toBe(0);
    expect(none.toPoint(5)).toEqual({ block: 0, offset: 0 });
    expect(none.toBlockRanges(0, 5)).toEqual([]);
  });
});
