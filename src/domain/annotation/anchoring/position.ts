import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import type { TextPositionSelector } from '../annotation.ts';
import type { TextView } from './text-view.ts';
import { haveSameWords, printedForm } from './words.ts';

/** How many code units of `raw` make the first `length` code units of what it prints. */
function rawLength(raw: string, length: number): number {
  let end = 0;
  while (end < raw.length && printedForm(raw.slice(0, end)).length < length) {
    end = graphemeEnd(raw, end + 1);
  }
  return end;
}

/** What of the first and of the last word does not belong to a passage; see `Pattern`. */
export interface Cuts {
  readonly head: number;
  readonly tail: number;
}

/**
 * Where some words of the text stand, in UTF-16 code units of that text.
 * @returns `undefined` where letters of other words could not be told from theirs without cutting through
 *   what a reader sees as one character.
 */
export function positionOf(
  view: TextView,
  first: number,
  last: number,
  cuts: Cuts,
): TextPositionSelector | undefined {
  const { text } = view;
  let start = view.starts[first] ?? 0;
  let end = view.ends[last] ?? 0;
  if (cuts.tail > 0) {
    const raw = text.slice(view.starts[last], end);
    end =
      (view.starts[last] ?? 0) + rawLength(raw, Math.max(1, printedForm(raw).length - cuts.tail));
  }
  if (cuts.head > 0) start += rawLength(text.slice(start, view.ends[first]), cuts.head);
  const position = { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
  const grew = position.start < start || position.end > end;
  if (!grew) return position;
  const whole = text.slice(position.start, position.end);
  return haveSameWords(whole, text.slice(start, end)) ? position : undefined;
}
