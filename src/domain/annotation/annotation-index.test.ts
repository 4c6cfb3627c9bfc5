import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from './annotation.testing.ts';
import type { Annotation } from './annotation.ts';
import { AnnotationIndex } from './annotation-index.ts';

const ARTICLES = ['article-1', 'article-2', 'article-3'];
const TAGS = ['oda', 'labour', 'azec'];
const place = fc.integer({ min: 0, max: 4 });
const ids = fc.integer({ min: 1, max: 8 }).map((number) => `id-${number}`);

const annotations = fc
  .record({
    id: ids,
    articleId: fc.constantFrom(...ARTICLES),
    position: fc.record({ start: place, end: place }),
    tagIds: fc.uniqueArray(fc.constantFrom(...TAGS)),
  })
  .map(anAnnotation);

/** What becomes of an id: another annotation in its place, or none. */
const replacements = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: annotations.map((after) => ({ id: after.id, after })) },
    { weight: 1, arbitrary: ids.map((id) => ({ id, after: null })) },
  ),
  { maxLength: 40 },
);

const startingPoints = fc.uniqueArray(annotations, { selector: ({ id }) => id, maxLength: 6 });

/** Everything that an index answers, in a form that can be compared. */
function answersOf(index: AnnotationIndex) {
  return ARTICLES.map((articleId) => {
    const { total, byTag } = index.tally(articleId);
    return {
      listed: index.articleIds().includes(articleId),
      list: index.ofArticle(articleId),
      total,
      byTag: TAGS.map((tag) => byTag.get(tag) ?? 0),
    };
  });
}

describe('an index of annotations', () => {
  test('answers after any replacements as one built anew', () => {
    fc.assert(
      fc.property(startingPoints, replacements, (start, steps) => {
        const rows = new Map(start.map((annotation) => [annotation.id, annotation]));
        const index = new AnnotationIndex(start);
        for (const { id, after } of steps) {
          index.replace(id, after);
          if (after) rows.set(id, after);
          else rows.delete(id);
        }
        expect(answersOf(index)).toEqual(answersOf(new AnnotationIndex(rows.values())));
        for (const tag of TAGS) {
          const having = [...rows.values()].filter(({ tagIds }) => tagIds.includes(tag));
          expect(new Set(index.withTag(tag))).toEqual(new Set(having));
          expect(index.withTag(tag)).toHaveLength(having.length);
        }
        for (let number = 1; number <= 8; number += 1) {
          expect(index.get(`id-${number}`)).toBe(rows.get(`id-${number}`));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the very lists and tallies of articles that a replacement does not touch', () => {
    fc.assert(
      fc.property(startingPoints, replacements, (start, steps) => {
        const index = new AnnotationIndex(start);
        for (const { id, after } of steps) {
          const touched = [index.get(id)?.articleId, after?.articleId];
          const others = ARTICLES.filter((articleId) => !touched.includes(articleId));
          const before = others.map((other) => [index.ofArticle(other), index.tally(other)]);
          index.replace(id, after);
          for (const [place, other] of others.entries()) {
            expect(index.ofArticle(other)).toBe(before[place]?.[0]);
            expect(index.tally(other)).toBe(before[place]?.[1]);
          }
        }
      }),
    );
  });

  test('never changes a list or tally that it has handed out', () => {
    fc.assert(
      fc.property(startingPoints, replacements, (start, steps) => {
        const index = new AnnotationIndex(start);
        const held = answersOf(index);
        const copy = structuredClone(held);
        for (const { id, after } of steps) index.replace(id, after);
        expect(held).toEqual(copy);
      }),
    );
  });

  test('counts each tag of each annotation, tagged or not', () => {
    const rows: Annotation[] = [
      anAnnotation({ id: 'id-1', tagIds: ['oda', 'labour'] }),
      anAnnotation({ id: 'id-2', tagIds: ['oda'] }),
      anAnnotation({ id: 'id-3', tagIds: [] }),
    ];
    const { total, byTag } = new AnnotationIndex(rows).tally('article-1');
    expect(total).toBe(3);
    expect([...byTag]).toEqual([
      ['oda', 2],
      ['labour', 1],
    ]);
  });

  test('moves an annotation whose article changed', () => {
    const index = new AnnotationIndex([anAnnotation()]);
    const moved = anAnnotation({ articleId: 'article-2' });
    index.replace(moved.id, moved);
    expect(index.ofArticle('article-1')).toEqual([]);
    expect(index.ofArticle('article-2')).toEqual([moved]);
    expect(index.articleIds()).toEqual(['article-2']);
  });

  test('gives the same empty list and tally for every article without annotations', () => {
    const index = new AnnotationIndex();
    expect(index.ofArticle('article-1')).toBe(index.ofArticle('article-2'));
    expect(index.tally('article-1')).toBe(index.tally('article-2'));
    expect(index.tally('article-1').total).toBe(0);
  });

  test('leaves the order of what it was built from alone', () => {
    const rows = [9, 1, 5].map((start) =>
      anAnnotation({ id: `id-${start}`, position: { start, end: 10 } }),
    );
    const copy = [...rows];
    const index = new AnnotationIndex(rows);
    expect(rows).toEqual(copy);
    expect(index.ofArticle('article-1').map(({ id }) => id)).toEqual(['id-1', 'id-5', 'id-9']);
  });
});
