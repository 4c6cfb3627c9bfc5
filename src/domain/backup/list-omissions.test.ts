import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAnnotation, anArticle } from '../brief/brief.testing.ts';
import { lastOfEach, listOmissions } from './list-omissions.ts';
import { planMerge } from './plan.ts';
import { type PlacedRow, Side } from './side.ts';

const article = anArticle('a', ['Hai nước ký kết 3 công hàm về hợp tác ODA.']);
const TIME = '2026-11-22T08:00:00.000Z';

const id = fc.constantFrom('1', '2', '3', '4');
const tag: fc.Arbitrary<PlacedRow> = fc.constantFrom('t1', 't2').map((key) => ({
  table: 'tags',
  key,
  row: { id: key, name: key, description: '', colour: 'amber', order: 1 },
}));
const annotation: fc.Arbitrary<PlacedRow> = fc
  .record({
    key: id,
    note: fc.constantFrom('', 'một', 'hai'),
    tagIds: fc.subarray(['t1', 't2', 'gone', 'lost']),
    updatedAt: fc.constantFrom(TIME, '2026-11-23T08:00:00.000Z'),
  })
  .map(({ key, ...rest }) => ({
    table: 'annotations',
    key,
    row: { ...anAnnotation(key, article, '3 công hàm', rest), createdAt: TIME },
  }));
const trashed: fc.Arbitrary<PlacedRow> = annotation.map(({ key, row }) => ({
  table: 'trash',
  key,
  row: { id: key, table: 'annotations', row, deletedAt: TIME } as PlacedRow['row'],
}));
const file = fc.array(fc.oneof(tag, annotation, annotation, trashed), { maxLength: 14 });

test('each row of a file is merged, kept as it is here, or told of', () => {
  fc.assert(
    fc.property(file, file, (ours, come) => {
      const { rows, earlier } = lastOfEach(come);
      const plan = planMerge(new Side(lastOfEach(ours).rows), new Side(rows));
      const tagIds = new Set(
        [...ours, ...rows].flatMap(({ table, key }) => (table === 'tags' ? [key] : [])),
      );
      const omissions = listOmissions(plan, { invalid: [], repeated: earlier }, tagIds);
      const told = omissions.filter(({ reason }) => reason === 'ambiguous');
      const count = told.reduce((sum, one) => sum + one.count, 0);
      const taken = plan.items.filter(({ theirs }) => theirs !== null).length;
      const kept = Object.values(plan.counts).reduce((sum, one) => sum + one.kept, 0);
      expect(taken + kept + count).toBe(come.length);
      // And so is each tag of an annotation that came.
      const missing = plan.items.flatMap(({ table, theirs }) =>
        table === 'annotations' && theirs && 'tagIds' in theirs
          ? theirs.tagIds.filter((one) => one === 'gone' || one === 'lost' || !tagIds.has(one))
          : [],
      );
      const unresolved = omissions.find(({ reason }) => reason === 'unresolved');
      expect(unresolved?.count ?? 0).toBe(missing.length);
    }),
    { numRuns: Number(process.env.BENLE_FUZZ ?? 300) },
  );
}, 3_600_000);
