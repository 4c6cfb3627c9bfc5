import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** Characters of context kept on either side of a quote: as many as Hypothesis keeps. */
export const CONTEXT_LENGTH = 32;

const WHITE_SPACE = /\s/u;

/**
 * The passage that a selection means: white space at either end is let go, letters cut in half are
 * taken whole.
 * @param text the `articleText`.
 * @param start UTF-16 code units; may lie after `end`, as when the analyst selects backwards.
 * @returns `undefined` when nothing but white space was selected.
 */
export function selectPassage(
  text: string,
  start: number,
  end: number,
): TextPositionSelector | undefined {
  let from = graphemeStart(text, Math.min(start, end));
  let to = graphemeEnd(text, Math.max(start, end));
  while (from < to && WHITE_SPACE.test(text.charAt(from))) from += 1;
  while (to > from && WHITE_SPACE.test(text.charAt(to - 1))) to -= 1;
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
