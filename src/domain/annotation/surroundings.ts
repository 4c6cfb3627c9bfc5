import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import type { TextPositionSelector } from './annotation.ts';

/** What stands before and after a passage, as far as it is shown. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** Whether there is more of the text on that side. */
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
}

/**
 * Some text on either side of a passage, in whole words where there are any.
 * @param length at most so many UTF-16 code units on each side.
 */
export function surroundingsOf(
  text: string,
  { start, end }: TextPositionSelector,
  length: number,
): Surroundings {
  const from = graphemeEnd(text, Math.max(0, start - length));
  const to = graphemeStart(text, Math.min(text.length, end + length));
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const isCutBefore = from > 0 && !/\s/u.test(text[from - 1] ?? '');
  const isCutAfter = to < text.length && !/\s/u.test(text[to] ?? '');
  return {
    before: isCutBefore ? before.replace(/^\S+(?=\s)/u, '').trimStart() : before,
    after: isCutAfter ? after.replace(/(?<=\s)\S+$/u, '').trimEnd() : after,
    hasMoreBefore: from > 0,
    hasMoreAfter: to < text.length,
  };
}
