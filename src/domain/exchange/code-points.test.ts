import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCodePoints } from '../annotation/selectors.ts';
import { codePointsOf } from './code-points.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'ệ', 'e\u0323', '😀', '\n', '𝔸', '👩‍👩‍👧') });
const offset = fc.nat({ max: 60 });

test('positions become code points as `toCodePoints` converts them, one by one', () => {
  fc.assert(
    fc.property(text, offset, offset, (within, one, other) => {
      const position = { start: Math.min(one, other), end: Math.max(one, other) };
      const points = codePointsOf(within);
      fc.pre(isWhole(within, position.start) && isWhole(within, position.end));
      expect(points.toPoints(position)).toEqual(toCodePoints(within, position));
    }),
    { numRuns: 1_000 },
  );
});

/** The two differ in what they make of half a letter, which no passage begins or ends with. */
const isWhole = (within: string, at: number) =>
  at >= within.length || within.slice(0, at).isWellFormed();

test('an emoji is one', () => {
  const points = codePointsOf('a😀b😀');
  expect(points.toPoints({ start: 3, end: 6 })).toEqual({ start: 2, end: 4 });
});
