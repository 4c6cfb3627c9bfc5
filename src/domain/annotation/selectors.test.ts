import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCodePoints, toCodeUnits } from './selectors.ts';

const TEXT = 'a😀b 👩\u200D🚀 Việt';

describe('offsets in code points', () => {
  test.each([
    ['before any pair', 0, 1, 0, 1],
    ['of an emoji', 1, 3, 1, 2],
    ['behind an emoji', 3, 4, 2, 3],
    ['of an emoji of several code points', 5, 10, 4, 7],
    ['behind several', 11, 15, 8, 12],
    ['of the whole', 0, 15, 0, 12],
    ['of nothing', 5, 5, 4, 4],
  ])('%s', (_, start, end, first, last) => {
    expect(toCodePoints(TEXT, { start, end })).toEqual({ start: first, end: last });
    expect(toCodeUnits(TEXT, { start: first, end: last })).toEqual({ start, end });
  });

  test('are taken to the ends of the text', () => {
    expect(toCodePoints('a😀', { start: 9, end: 12 })).toEqual({ start: 2, end: 2 });
    expect(toCodeUnits('a😀', { start: 1, end: 12 })).toEqual({ start: 1, end: 3 });
  });

  test('count half of a pair as standing before it', () => {
    expect(toCodePoints('a😀b', { start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
    expect(toCodePoints('a😀b', { start: 0, end: 2 })).toEqual({ start: 0, end: 1 });
  });

  test('count each surrogate that lost its other half', () => {
    expect(toCodePoints('\ud83da\ude00b', { start: 3, end: 4 })).toEqual({ start: 3, end: 4 });
  });

  test('select the same characters as their code units, and lead back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 30 }),
        (text, one, other) => {
          const points = Array.from(text);
          const start = Math.min(one, other, points.length);
          const end = Math.min(Math.max(one, other), points.length);
          const units = toCodeUnits(text, { start, end });
          expect(text.slice(units.start, units.end)).toBe(points.slice(start, end).join(''));
          expect(toCodePoints(text, units)).toEqual({ start, end });
        },
      ),
    );
  });
});
