import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { Writer } from './journal.testing.ts';
import { after, before, missingRanges, newEntry, startHead } from './segment.ts';

describe('missing ranges', () => {
  test.each([
    [[], 1, 0, []],
    [[], 1, 3, [[1, 3]]],
    [[1, 2, 3], 1, 3, []],
    [[3], 1, 3, [[1, 2]]],
    [
      [1, 3, 6],
      1,
      8,
      [
        [2, 2],
        [4, 5],
        [7, 8],
      ],
    ],
  ])('%j from %i to %i: %j', (seqs, first, last, ranges) => {
    expect(
      missingRanges(
        seqs.map((seq) => ({ seq })),
        first,
        last,
      ),
    ).toEqual(ranges);
  });

  test('and what is there make up the whole', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (numbers) => {
        const seqs = [...numbers].sort((a, b) => a - b);
        const missing = missingRanges(
          seqs.map((seq) => ({ seq })),
          1,
          40,
        ).flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect([...seqs, ...missing].sort((a, b) => a - b)).toEqual(
          Array.from({ length: 40 }, (_, index) => index + 1),
        );
      }),
    );
  });
});

describe('heads', () => {
  const writer = new Writer();
  writer.write(20);

  test('go back as they went forth', () => {
    let head = writer.head;
    for (const change of writer.changes.toReversed()) {
      const start = before(head, change);
      expect(after(start, change)).toEqual(head);
      head = start;
    }
    expect(head).toEqual(FIRST_HEAD);
  });

  test('before a segment are found from the first digest that is known', () => {
    const entries = writer.changes.map((change) =>
      newEntry(change, change.seq === 20 ? writer.head.digest : undefined),
    );
    expect(startHead(entries)).toEqual(FIRST_HEAD);
    expect(startHead(entries.slice(0, 5))).toBe(null);
  });
});
