import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import { readSentenceContext } from './anchoring/sentence-context.ts';
import { foldMarks } from './anchoring/words.ts';
import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** Characters of context kept at least on either side of a quote: as many as Hypothesis keeps. */
export const CONTEXT_LENGTH = 32;
/** And at most: what is alike for longer than this is a sentence that stands there twice. */
export const MOST_CONTEXT = 128;
/** So much of a quote's beginning or end, with half of the context beside it, has to stand only once. */
const END_LENGTH = 32;

/** A space that carries a mark is no white space: letting it go would leave the mark on something else. */
const isWhiteSpace = (grapheme: string) => grapheme.trim() === '';

/**
 * The passage that a selection means: white space at either end is let go, letters cut in half are
 * taken whole.
 * @param text the `articleText`.
 * @param start UTF-16 code units; may lie after `end`, as when the analyst selects backwards.
 * @returns `undefined` when nothing was selected, or nothing but white space.
 */
export function selectPassage(
  text: string,
  start: number,
  end: number,
): TextPositionSelector | undefined {
  if (start === end) return undefined;
  let from = graphemeStart(text, Math.min(start, end));
  let to = graphemeEnd(text, Math.max(start, end));
  while (from < to) {
    const next = graphemeEnd(text, from + 1);
    if (!isWhiteSpace(text.slice(from, next))) break;
    from = next;
  }
  while (to > from) {
    const last = graphemeStart(text, to - 1);
    if (!isWhiteSpace(text.slice(last, to))) break;
    to = last;
  }
  return from < to ? { start: from, end: to } : undefined;
}

/** From where to where a quote and its context go, with at most so much context on either side. */
function reachOf(text: string, { start, end }: TextPositionSelector, length: number) {
  return {
    from: graphemeEnd(text, Math.max(0, start - length)),
    to: graphemeStart(text, Math.min(text.length, end + length)),
  };
}

/** Whether the piece of the text from `start` to `end` stands nowhere else in it. */
function isOnlyOne(text: string, start: number, end: number): boolean {
  const piece = text.slice(start, end);
  return text.indexOf(piece) === start && !text.includes(piece, start + 1);
}

/**
 * Whether so much context tells a passage from all others of its text by either side alone. Blocks begin and end
 * alike and may come apart, so what of the passage stands in another block does not help to tell.
 * @param folded the text with all marks alike; see `foldMarks`.
 */
function tells(folded: string, position: TextPositionSelector, length: number): boolean {
  const { start, end } = position;
  const { from, to } = reachOf(folded, position, length);
  const [head = ''] = folded.slice(start, Math.min(end, start + END_LENGTH)).split('\n');
  const tail =
    folded
      .slice(Math.max(start, end - END_LENGTH), end)
      .split('\n')
      .at(-1) ?? '';
  return isOnlyOne(folded, from, start + head.length) && isOnlyOne(folded, end - tail.length, to);
}

/**
 * The quote selector of a passage: what it says, and what stands around it.
 *
 * The context is there to tell the passage from others like it; the Web Annotation Data Model sets it no length.
 * Articles repeat set phrases and whole sentences. Where the passage is deleted later, one that has the same 32
 * characters around it would be taken for it. So the context is doubled until half of it tells, and that on either
 * side alone: an edit may take the other half, or the other side. That searches the text eight times at most, in time
 * linear in its length.
 */
export function quotePassage(text: string, position: TextPositionSelector): TextQuoteSelector {
  const { start, end } = position;
  const folded = foldMarks(text);
  let length = CONTEXT_LENGTH;
  while (length < MOST_CONTEXT && !tells(folded, position, length / 2)) length *= 2;
  const { from, to } = reachOf(text, position, length);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
    sentence: readSentenceContext(text, position, folded),
  };
}
