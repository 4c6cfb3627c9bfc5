import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Progress, tally } from './tally.ts';

/** A clock that is set by the test, and what was told by when. */
function watched(total: number) {
  const told: Progress[] = [];
  let time = 0;
  const count = tally(
    total,
    (progress) => told.push(progress),
    () => time,
  );
  const after = (milliseconds: number, more: number) => {
    time += milliseconds;
    count(more);
  };
  return { told, after };
}

test('is told at once, a few times a second, and when all are written', () => {
  const { told, after } = watched(10);
  after(10, 2);
  after(10, 2);
  after(140, 1);
  after(1, 1);
  after(1, 4);
  expect(told.map(({ done }) => done)).toEqual([0, 5, 10]);
});

test('whatever is counted, it never goes back, nor beyond the total, nor too often', () => {
  const step = fc.tuple(fc.nat(100), fc.integer({ min: -5, max: 40 }));
  fc.assert(
    fc.property(fc.nat(500), fc.array(step), (total, steps) => {
      const { told, after } = watched(total);
      for (const [milliseconds, more] of steps) after(milliseconds, more);
      const done = told.map((progress) => progress.done);
      expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
      expect(done.every((count) => count <= total)).toBe(true);
      const time = steps.reduce((sum, [milliseconds]) => sum + milliseconds, 0);
      expect(done.length).toBeLessThanOrEqual(2 + time / 150);
      const counted = steps.reduce((sum, [, more]) => sum + Math.max(0, more), 0);
      if (counted >= total) expect(done.at(-1)).toBe(total);
    }),
  );
});
