import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, type Segment, sameSegments, segmentBlock } from './segments.ts';

const LENGTH = 20;

/** Marks with ids of their own, some of them empty, backwards or beyond the block. */
const markings = fc
  .array(
    fc.record({ start: fc.integer({ min: -3, max: 23 }), size: fc.integer({ min: -2, max: 12 }) }),
    {
      maxLength: 12,
    },
  )
  .map((places) =>
    places.map(
      ({ start, size }, index): Mark => ({ id: `mark-${index}`, start, end: start + size }),
    ),
  )
  .chain((marks) => fc.shuffledSubarray(marks, { minLength: marks.length }));

const idsOver = (marks: readonly Mark[], at: number) =>
  marks.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id);

describe('the segments of a block', () => {
  test('cover it without gap or overlap', () => {
    fc.assert(
      fc.property(markings, (marks) => {
        const segments = segmentBlock(LENGTH, marks);
        expect(segments.map(({ start }) => start)).toEqual([
          0,
          ...segments.slice(0, -1).map(({ end }) => end),
        ]);
        expect(segments.at(-1)?.end).toBe(LENGTH);
        expect(segments.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  test('carry at every place the ids of the marks over it, in the order given', () => {
    fc.assert(
      fc.property(markings, (marks) => {
        for (const { start, end, ids } of segmentBlock(LENGTH, marks)) {
          for (let at = start; at < end; at += 1) expect(ids).toEqual(idsOver(marks, at));
        }
      }),
    );
  });

  test('are as few as can be: no two neighbours carry the same ids', () => {
    fc.assert(
      fc.property(markings, (marks) => {
        const segments = segmentBlock(LENGTH, marks);
        for (const [index, segment] of segments.slice(1).entries()) {
          expect(segment.ids).not.toEqual(segments[index]?.ids);
        }
      }),
    );
  });

  test.each<[string, number, Mark[], Segment[]]>([
    ['one without ids where nothing is marked', 5, [], [{ start: 0, end: 5, ids: [] }]],
    ['none where there is no text', 0, [{ id: 'a', start: 0, end: 3 }], []],
    [
      'one with both ids where two marks are over the same passage',
      5,
      [
        { id: 'b', start: 0, end: 5 },
        { id: 'a', start: 0, end: 5 },
      ],
      [{ start: 0, end: 5, ids: ['b', 'a'] }],
    ],
    [
      'two where one mark ends and the next begins',
      4,
      [
        { id: 'a', start: 0, end: 2 },
        { id: 'b', start: 2, end: 4 },
      ],
      [
        { start: 0, end: 2, ids: ['a'] },
        { start: 2, end: 4, ids: ['b'] },
      ],
    ],
    [
      'one where the only mark reaches beyond the block on both sides',
      3,
      [{ id: 'a', start: -5, end: 9 }],
      [{ start: 0, end: 3, ids: ['a'] }],
    ],
    [
      'one where the marks are empty, backwards or elsewhere',
      3,
      [
        { id: 'empty', start: 1, end: 1 },
        { id: 'backwards', start: 2, end: 1 },
        { id: 'before', start: -4, end: 0 },
        { id: 'behind', start: 3, end: 7 },
      ],
      [{ start: 0, end: 3, ids: [] }],
    ],
  ])('are %s', (_, length, marks, expected) => {
    expect(segmentBlock(length, marks)).toEqual(expected);
  });
});

describe('two cuts of a block', () => {
  const cut: Segment[] = [
    { start: 0, end: 2, ids: ['a', 'b'] },
    { start: 2, end: 4, ids: [] },
  ];

  test('are the same when they look the same', () => {
    expect(sameSegments(cut, structuredClone(cut))).toBe(true);
    expect(sameSegments([], [])).toBe(true);
  });

  test.each<[string, Segment[]]>([
    ['the number of segments', cut.slice(0, 1)],
    [
      'a start',
      [
        { start: 0, end: 2, ids: ['a', 'b'] },
        { start: 3, end: 4, ids: [] },
      ],
    ],
    [
      'an end',
      [
        { start: 0, end: 2, ids: ['a', 'b'] },
        { start: 2, end: 5, ids: [] },
      ],
    ],
    [
      'an id',
      [
        { start: 0, end: 2, ids: ['a', 'c'] },
        { start: 2, end: 4, ids: [] },
      ],
    ],
    [
      'the number of ids',
      [
        { start: 0, end: 2, ids: ['a'] },
        { start: 2, end: 4, ids: [] },
      ],
    ],
    [
      'the order of ids',
      [
        { start: 0, end: 2, ids: ['b', 'a'] },
        { start: 2, end: 4, ids: [] },
      ],
    ],
  ])('differ by %s', (_, other) => {
    expect(sameSegments(cut, other)).toBe(false);
    expect(sameSegments(other, cut)).toBe(false);
  });
});
