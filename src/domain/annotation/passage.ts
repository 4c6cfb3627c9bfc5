import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** Characters of context kept on either side of a quote: as many as Hypothesis keeps. */
export const CONTEXT_LENGTH = 32;

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

/** The quote selector of a passage: what it says, and what stands around it. */
export function quotePassage(text: string, position: TextPositionSelector): TextQuoteSelector {
  const { start, end } = position;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(graphemeEnd(text, Math.max(0, start - CONTEXT_LENGTH)), start),
    suffix: text.slice(end, graphemeStart(text, Math.min(text.length, end + CONTEXT_LENGTH))),
  };
}
