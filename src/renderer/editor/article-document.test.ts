// @vitest-environment jsdom
import fc from 'fast-check';
import { createEditor, type LexicalEditor } from 'lexical';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Article } from '../../domain/article/article.ts';
import { articlePositions } from '../../domain/article/positions.ts';
import { ArticleDocument } from './article-document.ts';
import { BlockNode, PassageMarkNode, setMarkPainter } from './nodes.ts';

const TEXTS = ['Nhật Bản là đối tác ODA số một', 'Lao động Việt Nam', 'Trung tâm AZEC 👩🏽‍🌾'];

const article: Article = {
  id: 'article',
  title: TEXTS[0] ?? '',
  titleBasis: 'printed',
  date: '2023-12-18',
  dateBasis: 'inferred',
  language: 'vi',
  origin: 'bundled',
  blocks: TEXTS.map((text, index) => ({ kind: index === 0 ? 'title' : 'paragraph', text })),
  textHash: '',
};
const positions = articlePositions(article);

function annotation(id: string, start: number, end: number): Annotation {
  return {
    id,
    articleId: article.id,
    textHash: '',
    position: { start, end },
    quote: { exact: 'x', prefix: '', suffix: '' },
    tagIds: [],
    note: '',
    createdAt: '',
    updatedAt: '',
  };
}

const setArbitrary = fc
  .uniqueArray(fc.record({ id: fc.nat(9), a: fc.nat(60), b: fc.nat(60) }), {
    selector: ({ id }) => id,
    maxLength: 6,
  })
  .map((list) =>
    list
      .filter(({ a, b }) => a !== b)
      .map(({ id, a, b }) => annotation(`id${id}`, Math.min(a, b), Math.max(a, b))),
  );

let root: HTMLElement;
let editor: LexicalEditor;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  editor = createEditor({
    nodes: [BlockNode, PassageMarkNode],
    editable: false,
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
});

const build = (annotations: readonly Annotation[]) =>
  new ArticleDocument(editor, article, positions, annotations);

/** For each character of the article, the annotations that the DOM shows over it. */
function shown(): string[] {
  return [...root.children].flatMap((block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const characters: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const ids = node.parentElement?.closest('mark')?.dataset.annotationIds ?? '';
      characters.push(...Array<string>(node.nodeValue?.length ?? 0).fill(ids));
    }
    return characters;
  });
}

describe('an article in the editor', () => {
  test('shows every block with its text, in its element', () => {
    build([]);
    expect([...root.children].map(({ tagName }) => tagName)).toEqual(['H1', 'P', 'P']);
    expect([...root.children].map(({ textContent }) => textContent)).toEqual(TEXTS);
  });

  test('shows overlapping highlights, each by its id', () => {
    build([annotation('one', 0, 8), annotation('two', 5, 12)]);
    const marks = [...root.querySelectorAll('mark')];
    expect(marks.map((mark) => [mark.dataset.annotationIds, mark.textContent])).toEqual([
      ['one', TEXTS[0]?.slice(0, 5)],
      ['one two', TEXTS[0]?.slice(5, 8)],
      ['two', TEXTS[0]?.slice(8, 12)],
    ]);
  });

  test('after any sequence of updates shows the same as when built at once, and the same text', () => {
    fc.assert(
      fc.property(fc.array(setArbitrary, { minLength: 1, maxLength: 5 }), (sets) => {
        const contents = build(sets[0] ?? []);
        for (const set of sets) contents.update(set);
        const updated = shown();
        expect([...root.children].map(({ textContent }) => textContent)).toEqual(TEXTS);
        build(sets.at(-1) ?? []);
        expect(updated).toEqual(shown());
      }),
      { numRuns: 60 },
    );
  });

  test('a highlight whose tags changed is painted anew, and no other', () => {
    const first = annotation('one', 0, 8);
    const second = annotation('two', 40, 45);
    const painted: string[][] = [];
    setMarkPainter(editor, (_, ids) => painted.push([...ids]));
    const contents = build([first, second]);
    painted.length = 0;
    contents.update([first, { ...second, tagIds: ['oda'] }]);
    expect(painted).toEqual([['two']]);
    contents.update([first, { ...second, tagIds: ['oda'], note: 'x' }]);
    expect(painted).toHaveLength(1);
  });

  test('a block over which nothing changed keeps its elements', () => {
    const first = annotation('one', 0, 8);
    const contents = build([first]);
    const before = [...root.querySelectorAll('span')];
    contents.update([first, annotation('two', 40, 45)]);
    const untouched = before.filter((span) => root.contains(span));
    expect(
      untouched.map((span) => span.closest('[data-block]')?.getAttribute('data-block')),
    ).toEqual(
      before
        .map((span) => span.closest('[data-block]')?.getAttribute('data-block'))
        .filter((block) => block !== undefined),
    );
    expect(root.querySelectorAll('mark')).toHaveLength(2);
  });
});
