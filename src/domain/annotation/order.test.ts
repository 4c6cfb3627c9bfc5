import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byReadingOrder } from './order.ts';

const place = fc.integer({ min: 0, max: 3 });
const placed = fc.record({
  id: fc.constantFrom('id-1', 'id-2', 'id-3'),
  position: fc.record({ start: place, end: place }),
});

test('reading order goes by beginning, then by end, then by the time of making', () => {
  const inOrder = [
    { id: 'id-9', position: { start: 1, end: 4 } },
    { id: 'id-8', position: { start: 1, end: 10 } },
    { id: 'id-1', position: { start: 2, end: 3 } },
    { id: 'id-2', position: { start: 2, end: 3 } },
    { id: 'id-0', position: { start: 10, end: 11 } },
  ];
  expect(inOrder.toReversed().sort(byReadingOrder)).toEqual(inOrder);
});

test('reading order is total: exactly one of two different annotations comes first', () => {
  fc.assert(
    fc.property(placed, placed, (a, b) => {
      // Adding up rather than negating: -0 is not 0.
      expect(Math.sign(byReadingOrder(a, b)) + Math.sign(byReadingOrder(b, a))).toBe(0);
      expect(byReadingOrder(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
    { numRuns: 500 },
  );
});

test('reading order is transitive', () => {
  fc.assert(
    fc.property(placed, placed, placed, (a, b, c) => {
      fc.pre(byReadingOrder(a, b) <= 0 && byReadingOrder(b, c) <= 0);
      expect(byReadingOrder(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
