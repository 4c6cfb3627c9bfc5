import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotsToKeep } from './thin-snapshots.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-22T04:00:00.000Z');

const times = fc
  .array(fc.integer({ min: -5 * DAY, max: 900 * DAY }), { maxLength: 60 })
  .map((ages) => ages.map((age) => NOW - age));

/** What there is after each of these times, each snapshot being taken as its time comes. */
function live(taken: readonly number[]): number[][] {
  let kept: number[] = [];
  return taken.map((now) => {
    kept = snapshotsToKeep([...kept, now], now);
    return kept;
  });
}

/** For each snapshot but the first: how old it is, and how long after the one before it, in days. */
const stepsOf = (kept: readonly number[], now: number) =>
  kept.slice(1).map((time, index) => ({
    age: (now - time) / DAY,
    gap: (time - (kept[index] ?? time)) / DAY,
  }));

/** The widest gap there may be at an age, in days. */
function widest(age: number): number {
  if (age <= 12) return 2;
  return age <= 80 ? 14 : 62;
}

describe('thinning', () => {
  test('keeps none of none', () => {
    expect(snapshotsToKeep([], NOW)).toEqual([]);
  });

  test('keeps some of what there is, the newest always, and all of the last day', () => {
    fc.assert(
      fc.property(times, (all) => {
        const kept = snapshotsToKeep(all, NOW);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        for (const time of kept) expect(all).toContain(time);
        if (all.length > 0) expect(kept).toContain(Math.max(...all));
        for (const time of all) if (NOW - time <= DAY) expect(kept).toContain(time);
      }),
    );
  });

  test('done twice is done once', () => {
    fc.assert(
      fc.property(times, (all) => {
        const kept = snapshotsToKeep(all, NOW);
        expect(snapshotsToKeep(kept, NOW)).toEqual(kept);
      }),
    );
  });

  test('two years of a snapshot every three hours leave as many as they should', () => {
    const taken = Array.from(
      { length: 2 * 365 * 8 },
      (_, index) => NOW - 2 * 365 * DAY + index * 3 * HOUR,
    );
    const kept = live(taken).at(-1) ?? [];
    const now = taken.at(-1) ?? NOW;
    const within = (from: number, to: number) =>
      kept.filter((time) => now - time > from * DAY && now - time <= to * DAY).length;
    expect(within(-1, 1)).toBe(9);
    expect(within(1, 13)).toBeGreaterThanOrEqual(12);
    expect(within(1, 13)).toBeLessThanOrEqual(13);
    expect(within(13, 83)).toBeGreaterThanOrEqual(10);
    expect(within(13, 83)).toBeLessThanOrEqual(11);
    expect(within(83, 1_000)).toBeGreaterThanOrEqual(21);
    expect(within(83, 1_000)).toBeLessThanOrEqual(23);
  });

  test('wears no gaps: two days, two weeks, two months at most where there was one each day', () => {
    const taken = Array.from({ length: 500 }, (_, index) => NOW + index * DAY);
    for (const [index, kept] of live(taken).entries()) {
      const now = taken[index] ?? NOW;
      for (const { age, gap } of stepsOf(kept, now)) {
        expect(gap).toBeLessThanOrEqual(widest(age));
      }
      // The first month's end stays for ever.
      expect((kept[0] ?? now) - NOW).toBeLessThanOrEqual(31 * DAY);
    }
  });
});
