// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, segmentBlock } from '../../domain/annotation/segments.ts';
import { articleText, type Block } from '../../domain/article/article.ts';
import { articlePositions } from '../../domain/article/positions.ts';
import { domPointOf, domRangeOf, offsetOfDomPoint } from './dom-positions.ts';

const WORDS = ['Đầu tư', 'lao động', '👩🏽‍🌾', 'ODA', 'ê\u0301', ' ', '–', '“AZEC”'];

const textArbitrary = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(''));

const markArbitrary = (length: number) =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]): Omit<Mark, 'id'> => ({ start: Math.min(a, b), end: Math.max(a, b) }));

interface Page {
  readonly blocks: readonly Block[];
  readonly root: HTMLElement;
}

/** The DOM that the editor makes of blocks and their highlights: text in spans, some of them within marks. */
function render(texts: readonly string[], marks: readonly (readonly Omit<Mark, 'id'>[])[]): Page {
  const root = document.createElement('div');
  texts.forEach((text, index) => {
    const block = document.createElement('p');
    block.dataset.block = String(index);
    const named = (marks[index] ?? []).map((mark, place) => ({ ...mark, id: `a${place}` }));
    for (const { start, end, ids } of segmentBlock(text.length, named)) {
      const span = document.createElement('span');
      span.append(text.slice(start, end));
      if (ids.length === 0) block.append(span);
      else {
        const mark = document.createElement('mark');
        mark.append(span);
        block.append(mark);
      }
    }
    root.append(block);
  });
  document.body.replaceChildren(root);
  return { blocks: texts.map((text) => ({ kind: 'paragraph', text })), root };
}

const pageArbitrary = fc
  .array(textArbitrary, { minLength: 1, maxLength: 4 })
  .chain((texts) =>
    fc
      .tuple(...texts.map((text) => fc.array(markArbitrary(text.length), { maxLength: 4 })))
      .map((marks) => ({ texts, marks })),
  );

describe('places in the document', () => {
  test('every offset leads to a place that leads back to it, whichever way it leans', () => {
    fc.assert(
      fc.property(pageArbitrary, ({ texts, marks }) => {
        const page = render(texts, marks);
        const positions = articlePositions(page);
        for (let offset = 0; offset <= positions.length; offset += 1) {
          for (const leaning of ['back', 'forward'] as const) {
            const point = domPointOf(page.root, positions.toPoint(offset), leaning);
            expect(point && offsetOfDomPoint(page.root, positions, point)).toBe(offset);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the range of a passage says what the article says there', () => {
    fc.assert(
      fc.property(pageArbitrary, fc.nat(), fc.nat(), ({ texts, marks }, a, b) => {
        const page = render(texts, marks);
        const positions = articlePositions(page);
        const length = positions.length + 1;
        const [start, end] = [a % length, b % length].sort((x, y) => x - y) as [number, number];
        const said = articleText(page).slice(start, end).replaceAll('\n', '');
        expect(domRangeOf(page.root, positions, start, end)?.toString()).toBe(said);
      }),
      { numRuns: 200 },
    );
  });

  test('a place between blocks is the beginning of the block that follows', () => {
    const page = render(['một', 'hai'], []);
    const positions = articlePositions(page);
    expect(offsetOfDomPoint(page.root, positions, { node: page.root, offset: 1 })).toBe(4);
    expect(offsetOfDomPoint(page.root, positions, { node: page.root, offset: 2 })).toBe(7);
  });

  test('a place outside of the article has no offset', () => {
    const page = render(['một'], []);
    const outside = document.createElement('p');
    document.body.append(outside);
    const point = { node: outside, offset: 0 };
    expect(offsetOfDomPoint(page.root, articlePositions(page), point)).toBeUndefined();
  });
});
