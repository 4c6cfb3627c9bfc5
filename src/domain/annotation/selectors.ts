import type { TextPositionSelector } from './annotation.ts';

/**
 * Inside of the app offsets are UTF-16 code units. The W3C Web Annotation Data Model counts a
 * TextPositionSelector in characters of Unicode: a code point each, so that an emoji of one surrogate pair
 * is one. What leaves the app as a W3C selector, or comes from one, is converted here.
 */

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Whether a surrogate pair begins at the code unit. */
function isPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1));
}

/** Code points before a code unit; the middle of a pair counts as the pair's beginning. */
function countPoints(text: string, from: number, to: number): number {
  let points = 0;
  let at = from;
  while (at < to) {
    const next = at + (isPair(text, at) ? 2 : 1);
    if (next > to) break;
    at = next;
    points += 1;
  }
  return points;
}

/** The code unit at which the nth code point after `from` begins; at most the text's length. */
function skipPoints(text: string, from: number, points: number): number {
  let at = from;
  for (let left = points; left > 0 && at < text.length; left -= 1) at += isPair(text, at) ? 2 : 1;
  return at;
}

/**
 * From UTF-16 code units to code points. Offsets outside of the text are taken to its ends. Takes time linear
 * in `position.end`.
 * @param text the `articleText` that the position refers to.
 */
export function toCodePoints(text: string, position: TextPositionSelector): TextPositionSelector {
  const start = Math.min(position.start, text.length);
  const end = Math.min(position.end, text.length);
  const before = countPoints(text, 0, start);
  // A pair that `start` cuts in two belongs to the passage.
  const edge = isPair(text, start - 1) ? start - 1 : start;
  return { start: before, end: before + countPoints(text, edge, end) };
}

/**
 * From code points, as in W3C selectors, to UTF-16 code units. Offsets behind the text are taken to its end.
 * @param text the `articleText` that the position refers to.
 */
export function toCodeUnits(text: string, position: TextPositionSelector): TextPositionSelector {
  const start = skipPoints(text, 0, position.start);
  return { start, end: skipPoints(text, start, position.end - position.start) };
}
