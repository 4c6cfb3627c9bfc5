import type { TextPositionSelector } from '../annotation/annotation.ts';
import { countWhile } from '../bisect.ts';

/** `toCodePoints` for many positions in one text: read once, then each by a binary search. */
export interface CodePoints {
  readonly toPoints: (position: TextPositionSelector) => TextPositionSelector;
}

/** Where surrogate pairs begin, in UTF-16 code units. */
function pairsOf(text: string): number[] {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(index);
  return pairs;
}

/** @param text that the positions refer to. */
export function codePointsOf(text: string): CodePoints {
  const pairs = pairsOf(text);
  const at = (place: number) => pairs[place] ?? 0;
  const toPoint = (offset: number) => {
    const unit = Math.min(Math.max(offset, 0), text.length);
    // A pair counts once it has begun, so that its middle counts as its beginning.
    return unit - countWhile(pairs.length, (place) => at(place) < unit);
  };
  return { toPoints: ({ start, end }) => ({ start: toPoint(start), end: toPoint(end) }) };
}
