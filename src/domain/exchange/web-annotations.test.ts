import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnchored } from '../annotation/anchored.ts';
import { articleText } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import { aLibrary, type Library } from './exchange.testing.ts';
import { readWebAnnotations } from './read-web-annotations.ts';
import { ModelChecker } from './web-annotation-model.testing.ts';
import { writeWebAnnotations } from './write-web-annotations.ts';

const write = (library: Library, title = 'ODA') =>
  [...writeWebAnnotations({ ...library, title })].join('');

test('what is written is read back as the very same rows', () => {
  fc.assert(
    fc.property(aLibrary(), fc.string(), (library, title) => {
      const read = readWebAnnotations(JSON.parse(write(library, title)));
      if (!read.ok) throw new Error(read.reason.detail);
      const { outcomes, ...work } = read.value;
      expect(work).toStrictEqual({
        origin: 'Bên Lề',
        annotations: library.annotations,
        tags: library.codebook,
        leftOut: [],
      });
      expect(outcomes?.every(({ into }) => into !== undefined)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('also when none of the articles can be read', () => {
  fc.assert(
    fc.property(aLibrary(), (library) => {
      const read = readWebAnnotations(JSON.parse(write({ ...library, articles: [] })));
      expect(read.ok && read.value.annotations).toStrictEqual(library.annotations);
    }),
    { numRuns: 100 },
  );
});

const problemsOf = (document: unknown) => new ModelChecker().check(document);

test('every collection is as the Web Annotation Data Model has it', () => {
  fc.assert(
    fc.property(aLibrary(), fc.string(), (library, title) => {
      expect(problemsOf(JSON.parse(write(library, title)))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

interface Written {
  '@context': unknown;
  total: unknown;
  first: { startIndex: unknown; items: WrittenAnnotation[] };
}
interface WrittenAnnotation {
  id: string;
  created: string;
  body: { value: unknown; purpose: unknown }[];
  target: {
    source: unknown;
    selector: { type: string; start: number; end: number; exact: string }[];
  };
}

describe('the checker knows what is not', () => {
  const [library] = fc.sample(
    aLibrary().filter(({ annotations: [first] }) => (first?.tagIds.length ?? 0) > 0),
    { seed: 5, numRuns: 1 },
  );
  const breaking: [string, (document: Written, first: WrittenAnnotation) => void][] = [
    ['3.1', (document) => Object.assign(document, { '@context': 'http://example.org' })],
    ['3.1', (_, first) => Object.assign(first, { id: 'annotation 1' })],
    ['3.1', (_, first) => Object.assign(first, { type: 'Note' })],
    ['3.1', (_, first) => Object.assign(first, { target: [] })],
    ['3.3.1', (_, first) => Object.assign(first, { created: '2026-11-22' })],
    ['3.3.5', (_, first) => Object.assign(first, { motivation: 'translating' })],
    ['3.2.4', (_, first) => Object.assign(first.body[0] ?? {}, { value: 1 })],
    ['4', (_, first) => Object.assign(first.target, { source: [] })],
    ['4.2.4', (_, first) => Object.assign(first.target.selector.at(-1) ?? {}, { exact: null })],
    ['5.1', (document) => Object.assign(document, { total: -1 })],
    ['5.2', (document) => Object.assign(document.first, { startIndex: 1 })],
    ['JSON-LD', (document) => Object.assign(document, { tags: [] })],
  ];

  test.each(breaking)('%s', (section, spoil) => {
    if (!library) throw new Error('no sample');
    const document: Written = JSON.parse(write(library));
    const [first] = document.first.items;
    if (!first) throw new Error('no annotation');
    spoil(document, first);
    expect(problemsOf(document).join('\n')).toContain(`${section}: `);
  });
});

test('a reader that knows but the standard finds each quote by counting characters of Unicode', () => {
  fc.assert(
    fc.property(aLibrary(), (library) => {
      const document: Written = JSON.parse(write(library));
      for (const [at, { target }] of document.first.items.entries()) {
        const annotation = library.annotations[at];
        const article = library.articles.find(({ id }) => id === annotation?.articleId);
        if (!annotation || !article) throw new Error('not what was written');
        const [counted, quoted] = ['TextPositionSelector', 'TextQuoteSelector'].map((type) =>
          target.selector.find((selector) => selector.type === type),
        );
        const text = articleText(article);
        expect(quoted?.exact).toBe(annotation.quote.exact);
        const stands = article.textHash === annotation.textHash && isAnchored(text, annotation);
        expect(counted !== undefined).toBe(stands);
        if (!counted) continue;
        expect([...text].slice(counted.start, counted.end).join('')).toBe(quoted?.exact);
      }
    }),
    { numRuns: 200 },
  );
});

describe('what another program did to it', () => {
  const library: Library = {
    articles: [],
    codebook: [{ id: 'tag-oda', name: 'ODA', description: '', colour: 'amber', order: 1 }],
    annotations: [
      {
        id: '0192f0c0-0000-7000-8000-000000000001',
        articleId: 'bài 1',
        textHash: 'hash',
        position: { start: 4, end: 7 },
        quote: { exact: 'vốn', prefix: '', suffix: '' },
        tagIds: ['tag-oda'],
        note: 'một',
        createdAt: '2026-11-22T08:00:00.000Z',
        updatedAt: '2026-11-22T08:00:00.000Z',
      },
    ],
  };

  function readEdited(edit: (first: WrittenAnnotation) => void) {
    const document: Written = JSON.parse(write(library));
    for (const item of document.first.items) edit(item);
    const read = readWebAnnotations(document);
    if (!read.ok) throw new Error(read.reason.detail);
    return read.value;
  }

  test('a comment more is more of the note, a tag more is ours of that name', () => {
    const { annotations } = readEdited(({ body }) => {
      const type = 'TextualBody';
      body.push({ type, purpose: 'commenting', value: 'hai' } as never);
      body.push({ type, purpose: 'tagging', value: 'oda' } as never);
      body.push({ type: 'Image', id: 'http://example.org/a.png' } as never);
    });
    expect(annotations).toMatchObject([{ note: 'một\n\nhai', tagIds: ['tag-oda'] }]);
  });

  test('a tag more is ours in any spelling; of two of ours, the one that is spelt so', () => {
    const [oda] = library.codebook;
    const named = (name: string) => ({ ...oda, id: `tag-${name}`, name }) as Tag;
    const codebook = [...library.codebook, named('Hòa bình'), named('Hoà bình'), named('Đầu tư')];
    const document: Written = JSON.parse(write({ ...library, codebook }));
    for (const value of ['hoà bình', 'Ðầu\u00AD tư'])
      document.first.items[0]?.body.push({
        type: 'TextualBody',
        purpose: 'tagging',
        value,
      } as never);
    const read = readWebAnnotations(document);
    expect(read).toMatchObject({
      value: { annotations: [{ tagIds: ['tag-oda', 'tag-Hoà bình', 'tag-Đầu tư'] }] },
    });
  });

  test.each<[string, string, (first: WrittenAnnotation) => void]>([
    ['without its quote', 'no-passage', ({ target }) => target.selector.pop()],
    [
      'of another source',
      'no-article',
      ({ target }) => Object.assign(target, { source: 'http://example.org' }),
    ],
    [
      'with a time that is none',
      'unreadable',
      (first) => Object.assign(first, { created: 'yesterday' }),
    ],
  ])('an annotation %s is left out, and told with all that it says', (_, reason, edit) => {
    const { annotations, leftOut } = readEdited(edit);
    expect(annotations).toEqual([]);
    expect(leftOut).toMatchObject([
      { thing: 'annotation', reason, count: 1 },
      { thing: 'coding', reason, count: 1, examples: ['ODA'] },
      { thing: 'note', reason, count: 1, examples: ['một'] },
    ]);
    expect(leftOut[0]?.examples).not.toEqual([]);
  });
});
