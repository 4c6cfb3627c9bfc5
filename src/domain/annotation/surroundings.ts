import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';
import { CONTEXT_LENGTH } from './passage.ts';

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
    before: isCutBefore ? withoutFirstWord(before) : before,
    after: isCutAfter ? withoutLastWord(after) : after,
    hasMoreBefore: from > 0,
    hasMoreAfter: to < text.length,
  };
}

/** A side shorter than this ends where its text ended; one that is as long was cut, perhaps in a word. */
const CUT_FROM = CONTEXT_LENGTH - 8;

/** What a quote's selector knows of what stood around it, in whole words: its sentence, or the context if longer. */
export function surroundingsOfQuote({ prefix, suffix, sentence }: TextQuoteSelector): Surroundings {
  const isCutBefore = prefix.length >= CUT_FROM;
  const isCutAfter = suffix.length >= CUT_FROM;
  const contextBefore = isCutBefore ? withoutFirstWord(prefix) : prefix;
  const contextAfter = isCutAfter ? withoutLastWord(suffix) : suffix;
  const before = sentence?.before ?? '';
  const after = sentence?.after ?? '';
  const showsStart = before.length > contextBefore.length;
  const showsEnd = after.length > contextAfter.length;
  return {
    before: showsStart ? before : contextBefore,
    after: showsEnd ? after : contextAfter,
    // A sentence that is shown to its edge is not said to go on.
    hasMoreBefore: isCutBefore && !showsStart,
    hasMoreAfter: isCutAfter && !showsEnd,
  };
}

/** A lone word stays: less would be nothing. */
const withoutFirstWord = (text: string) => text.replace(/^\S+(?=\s)/u, '').trimStart();
const withoutLastWord = (text: string) => text.replace(/(?<=\s)\S+$/u, '').trimEnd();
