import { countWhile } from '../bisect.ts';
import type { Article } from './article.ts';

/** A place inside one block: `offset` in UTF-16 code units into the block's text. */
export interface BlockPoint {
  readonly block: number;
  readonly offset: number;
}

/** A non-empty stretch of one block, in code units of the block's text; `end` is exclusive. */
export interface BlockRange {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Translates between the two ways of saying where something is: an offset into `articleText`, and a
 * block with an offset into that block's text. Built once an article in O(blocks), asked in O(log blocks).
 */
export interface ArticlePositions {
  readonly blockCount: number;
  /** Length of `articleText`. */
  readonly length: number;
  /** @throws RangeError for a block that does not exist. */
  blockStart(block: number): number;
  blockLength(block: number): number;
  /** The separator after a block counts as that block's end. Offsets outside are clamped. */
  toPoint(offset: number): BlockPoint;
  /** Points past a block's end are clamped to its end. */
  toOffset(point: BlockPoint): number;
  /** The parts of `[start, end)` in each block it touches; separators and empty parts are left out. */
  toBlockRanges(start: number, end: number): BlockRange[];
}

export function articlePositions(article: Pick<Article, 'blocks'>): ArticlePositions {
  const lengths = article.blocks.map((block) => block.text.length);
  const starts: number[] = [];
  let next = 0;
  for (const length of lengths) {
    starts.push(next);
    next += length + 1;
  }
  const length = Math.max(0, next - 1);

  const at = (values: readonly number[], block: number): number => {
    const value = values[block];
    if (value === undefined) throw new RangeError(`there is no block ${block}`);
    return value;
  };
  const blockAt = (offset: number): number =>
    Math.max(0, countWhile(starts.length, (block) => at(starts, block) <= offset) - 1);
  const clamp = (value: number, limit: number) => Math.min(Math.max(value, 0), limit);

  return {
    blockCount: lengths.length,
    length,
    blockStart: (block) => at(starts, block),
    blockLength: (block) => at(lengths, block),
    toPoint(offset) {
      if (lengths.length === 0) return { block: 0, offset: 0 };
      const block = blockAt(clamp(offset, length));
      return { block, offset: clamp(offset - at(starts, block), at(lengths, block)) };
    },
    toOffset: ({ block, offset }) => at(starts, block) + clamp(offset, at(lengths, block)),
    toBlockRanges(start, end) {
      const ranges: BlockRange[] = [];
      const stop = Math.min(end, length);
      for (let block = blockAt(clamp(start, length)); block < lengths.length; block += 1) {
        const blockStart = at(starts, block);
        if (blockStart >= stop) break;
        const from = clamp(start - blockStart, at(lengths, block));
        const to = clamp(stop - blockStart, at(lengths, block));
        if (from < to) ranges.push({ block, start: from, end: to });
      }
      return ranges;
    },
  };
}
