import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText } from '../article/article.ts';
import { anArticle } from '../brief/brief.testing.ts';
import type { Tag } from '../tag/tag.ts';
import { countThings, mutated } from './annotation-mutations.testing.ts';
import { aLibrary } from './exchange.testing.ts';
import { readWebAnnotations } from './read-web-annotations.ts';
import { writeWebAnnotations } from './write-web-annotations.ts';

/** How many files are made and changed; `BENLE_FUZZ=20000` for the long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 200);
const TIMEOUT = 3_600_000;

const article = anArticle('bài 1', [
  'Tỉnh Nghệ An xin vốn vay 😀 cho tuyến đường sắt.',
  'Tỉnh Hà Tĩnh không xin, mà đề nghị được lùi thời hạn trả nợ.',
]);
const text = articleText(article);
const oda: Tag = { id: 'tag-oda', name: 'ODA', description: '', colour: 'amber', order: 1 };
const context = { articles: [article], codebook: [oda] };

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { benle: 'benle://ns/1#' }];
const QUOTE = 'tuyến đường sắt';
const quoted = (exact = QUOTE) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });
const counted = (exact = QUOTE) => {
  const start = [...text.slice(0, text.indexOf(exact))].length;
  return { type: 'TextPositionSelector', start, end: start + [...exact].length };
};
const source = 'benle://article/b%C3%A0i%201';
const target = (exact = QUOTE) => ({ source, selector: [counted(exact), quoted(exact)] });
const annotation = (parts: object = {}) => ({
  type: 'Annotation',
  created: '2024-01-02T03:04:05+07:00',
  body: { type: 'TextualBody', purpose: 'commenting', value: 'hỏi lại' },
  target: target(),
  ...parts,
});
const collection = (items: unknown, parts: object = {}) => ({
  '@context': CONTEXT,
  type: 'AnnotationCollection',
  first: { type: 'AnnotationPage', items },
  ...parts,
});

function read(document: unknown) {
  const result = readWebAnnotations(document, context);
  if (!result.ok) throw new Error(result.reason.detail);
  return result.value;
}
const readOne = (parts: object) => read(collection([annotation(parts)]));
const position = { start: text.indexOf(QUOTE), end: text.indexOf(QUOTE) + QUOTE.length };
const row = {
  articleId: 'bài 1',
  textHash: article.textHash,
  position,
  quote: { exact: QUOTE },
  note: 'hỏi lại',
  createdAt: '2024-01-01T20:04:05.000Z',
  updatedAt: '2024-01-01T20:04:05.000Z',
};

describe('an annotation about an article of the app is taken over', () => {
  const one = annotation();
  const { source: _, ...selectors } = target();
  const graph = {
    '@context': CONTEXT,
    '@graph': [
      { ...one, id: 'http://x/1', body: '_:b', target: '_:t' },
      { ...one.body, id: '_:b' },
      { source, selector: ['_:s', counted()], id: '_:t' },
      { ...quoted(), id: '_:s' },
    ],
  };
  const expanded = [
    {
      '@type': ['http://www.w3.org/ns/oa#Annotation'],
      'http://purl.org/dc/terms/created': [{ '@value': one.created }],
      'http://www.w3.org/ns/oa#hasBody': [
        {
          '@type': ['http://www.w3.org/ns/oa#TextualBody'],
          'http://www.w3.org/ns/oa#hasPurpose': [{ '@id': 'http://www.w3.org/ns/oa#commenting' }],
          'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [{ '@value': 'hỏi lại' }],
        },
      ],
      'http://www.w3.org/ns/oa#hasTarget': [
        {
          'http://www.w3.org/ns/oa#hasSource': [{ '@id': source }],
          'http://www.w3.org/ns/oa#hasSelector': [
            {
              '@type': ['http://www.w3.org/ns/oa#TextQuoteSelector'],
              'http://www.w3.org/ns/oa#exact': [{ '@value': QUOTE }],
            },
          ],
        },
      ],
    },
  ];
  const prefixed = {
    '@context': { o: 'http://www.w3.org/ns/oa#', dcterms: 'http://purl.org/dc/terms/' },
    '@type': 'o:Annotation',
    'dcterms:created': one.created,
    'o:hasBody': {
      '@type': 'o:TextualBody',
      'o:hasPurpose': 'o:commenting',
      'rdf:value': 'hỏi lại',
    },
    'o:hasTarget': {
      'o:hasSource': { '@id': source },
      'o:hasSelector': { '@type': 'o:TextQuoteSelector', 'o:exact': QUOTE },
    },
  };

  test.each<[string, unknown]>([
    ['alone', { '@context': CONTEXT, ...one }],
    ['in a list', [one]],
    ['as the one item of a page', collection(one)],
    [
      'in a page without a collection',
      { '@context': CONTEXT, type: 'AnnotationPage', items: [one] },
    ],
    [
      'as an item of a collection',
      { '@context': CONTEXT, type: 'AnnotationCollection', items: one },
    ],
    [
      'on a second page',
      collection([], { first: { items: [], next: { type: 'AnnotationPage', items: [one] } } }),
    ],
    ['in a flat graph', graph],
    ['in expanded form', expanded],
    ['with prefixes of its own', prefixed],
    ['with a plain text as its body', { ...one, body: 'hỏi lại' }],
    ['with a bodyValue', { ...one, body: undefined, bodyValue: 'hỏi lại' }],
    ['with a body in a list of texts', { ...one, body: [{ ...one.body, value: ['hỏi lại'] }] }],
    ['with a choice of bodies', { ...one, body: { type: 'Choice', items: [one.body] } }],
    [
      'with a body within a resource',
      { ...one, body: { type: 'SpecificResource', source: one.body } },
    ],
    ['with text by language', { ...one, body: { ...one.body, value: { vi: 'hỏi lại' } } }],
    [
      'with a selector that refines',
      {
        ...one,
        target: { source, selector: { type: 'RangeSelector', refinedBy: quoted() } },
      },
    ],
    ['with a resource within a resource', { ...one, target: { ...selectors, source: { source } } }],
    ['with its source as a node', { ...one, target: { ...selectors, source: { id: source } } }],
    [
      'with its words decomposed',
      { ...one, target: { source, selector: quoted(QUOTE.normalize('NFD')) } },
    ],
    ['with two types', { ...one, type: ['Annotation', 'Note'] }],
  ])('%s', (_name, document) => {
    expect(read(document).annotations).toMatchObject([row]);
  });

  test.each([
    ['2024-01-02T03:04:05+07:00', '2024-01-01T20:04:05.000Z'],
    ['2024-01-02T03:04:05.5+0700', '2024-01-01T20:04:05.500Z'],
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02T03:04Z', '2024-01-02T03:04:00.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['2024-01-02 03:04:05 +07:00', '2024-01-01T20:04:05.000Z'],
    [null, '1970-01-01T00:00:00.000Z'],
    [' ', '1970-01-01T00:00:00.000Z'],
  ])('created at %s', (created, wanted) => {
    const [made] = readOne({ created }).annotations;
    expect(made?.createdAt).toBe(wanted);
    expect(made?.updatedAt).toBe(wanted);
  });

  test('without times, and without an id: the same id each time', () => {
    const [first, again] = [1, 2].map(() => readOne({ created: undefined }).annotations[0]);
    expect(first?.createdAt).toBe('1970-01-01T00:00:00.000Z');
    expect(first?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toEqual(first);
  });

  test('of the app, in expanded form, as the very same row', () => {
    const own = (name: string) => `benle://ns/1#${name}`;
    const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
    const value = (of: unknown) => [{ '@value': of }];
    const spot = { [own('start')]: value(3), [own('end')]: value(9) };
    const words = {
      [own('exact')]: value('vốn'),
      [own('prefix')]: value(''),
      [own('suffix')]: value(''),
    };
    const document = {
      '@id': 'urn:uuid:0192f0c0-0000-7000-8000-000000000001',
      '@type': [oa('Annotation')],
      'http://purl.org/dc/terms/created': value('2026-11-22T08:00:00.000Z'),
      'http://purl.org/dc/terms/modified': value('2026-11-22T08:00:00.000Z'),
      [oa('hasTarget')]: [
        {
          [oa('hasSource')]: [{ '@id': 'benle://article/x' }],
          [oa('hasSelector')]: [
            { '@type': [oa('TextQuoteSelector')], [oa('exact')]: value('vốn') },
          ],
          [own('textHash')]: value('then'),
          [own('position')]: [spot],
          [own('anchor')]: [
            {
              [own('state')]: value('ambiguous'),
              [own('score')]: value(0.5),
              [own('textHash')]: value('now'),
              [own('accepted')]: value(false),
              [own('original')]: [
                {
                  [own('textHash')]: value('then'),
                  [own('position')]: [spot],
                  [own('quote')]: [words],
                },
              ],
              [own('alternatives')]: [{ [own('position')]: [spot], [own('quote')]: [words] }],
            },
          ],
        },
      ],
    };
    const position = { start: 3, end: 9 };
    const quote = { exact: 'vốn', prefix: '', suffix: '' };
    expect(read([document]).annotations).toEqual([
      {
        ...{ id: '0192f0c0-0000-7000-8000-000000000001', articleId: 'x', textHash: 'then' },
        ...{ position, quote, tagIds: [], note: '' },
        anchor: {
          ...{ state: 'ambiguous', score: 0.5, textHash: 'now', accepted: false },
          original: { textHash: 'then', position, quote },
          alternatives: [{ position, quote }],
        },
        createdAt: '2026-11-22T08:00:00.000Z',
        updatedAt: '2026-11-22T08:00:00.000Z',
      },
    ]);
  });

  test.each([
    ['position', { selector: quoted(), 'benle:position': { 'benle:start': 0, 'benle:end': 15 } }],
    ['selector', { selector: [quoted(), { type: 'TextPositionSelector', start: 0, end: 15 }] }],
    ['end', { selector: [quoted(), { type: 'TextPositionSelector', start: 9_000, end: 9_015 }] }],
  ])('where its words stand, though its %s says another place of the same text', (_, parts) => {
    const hash = { 'benle:textHash': article.textHash };
    const [made] = readOne({ target: { source, ...hash, ...parts } }).annotations;
    expect(made).toMatchObject({ quote: { exact: QUOTE }, position });
  });

  test('with words that stand elsewhere now, or nowhere', () => {
    const moved = readOne({ target: { source, selector: quoted('lùi thời hạn') } });
    expect(moved.annotations[0]?.position.start).toBe(text.indexOf('lùi thời hạn'));
    const lost = readOne({ target: { source, selector: quoted('chuyện khác hẳn ở nơi khác') } });
    expect(lost.annotations).toMatchObject([
      { anchor: { state: 'lost', textHash: article.textHash, accepted: false } },
    ]);
  });
});

describe('tags by name', () => {
  const tagged = (value: unknown, parts: object = {}) =>
    readOne({ body: { type: 'TextualBody', purpose: 'tagging', value, ...parts } });

  test('are ours of that name', () => {
    expect(tagged('oda')).toMatchObject({ tags: [], annotations: [{ tagIds: ['tag-oda'] }] });
  });

  test('are new ones where we have none, each once', () => {
    const work = readOne({
      motivation: 'tagging',
      body: ['Thuế', { type: 'TextualBody', purpose: ['tagging'], value: 'THUẾ' }],
    });
    expect(work.tags).toMatchObject([{ name: 'Thuế' }]);
    expect(work.annotations).toMatchObject([{ tagIds: [work.tags[0]?.id], note: '' }]);
    expect(tagged('Thuế').tags[0]?.id).toBe(work.tags[0]?.id);
  });

  test.each(['x'.repeat(90), '\u200b', 'Thuế '.repeat(30)])('also of no good name', (name) => {
    const work = tagged(name);
    expect(work.annotations[0]?.tagIds).toEqual(work.tags.map(({ id }) => id));
    expect(work.tags).toHaveLength(1);
  });

  test('count where the file has lost the tags, but still says their ids', () => {
    const work = tagged('Thuế', { 'benle:tag': 'tag-lost' });
    expect(work).toMatchObject({ tags: [{ name: 'Thuế' }] });
    expect(work.annotations[0]?.tagIds).toEqual([work.tags[0]?.id]);
    expect(tagged('vốn', { 'benle:tag': 'tag-oda' }).annotations[0]?.tagIds).toEqual(['tag-oda']);
  });

  test('in several languages are ours of one of them, and the other names are told', () => {
    const work = tagged({ en: 'Loans', vi: 'ODA' });
    expect(work.annotations[0]?.tagIds).toEqual(['tag-oda']);
    expect(work.leftOut).toMatchObject([{ thing: 'property', reason: 'unsupported', count: 1 }]);
  });

  test('in a list are as many tags', () => {
    const work = tagged(['Thuế', 'ODA', 'Vốn', 'thuế']);
    const ids = work.tags.map(({ id }) => id);
    expect(work.tags).toMatchObject([{ name: 'Thuế' }, { name: 'Vốn' }]);
    expect(work.annotations[0]?.tagIds).toEqual([ids[0], 'tag-oda', ids[1]]);
    expect(work.leftOut).toEqual([]);
  });
});

describe('several annotations', () => {
  const tagging = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });

  test('of the very same words are one passage with the tags and notes of all', () => {
    const work = read(
      collection([
        annotation({ id: 'http://x/1', body: tagging('ODA') }),
        annotation({ id: 'http://x/2', body: tagging('Thuế') }),
        annotation({ id: 'http://x/3' }),
      ]),
    );
    expect(work.annotations).toMatchObject([
      { tagIds: ['tag-oda', work.tags[0]?.id], note: 'hỏi lại', position },
    ]);
    expect(work.leftOut).toEqual([]);
  });

  test('of one are as many passages as it has targets', () => {
    const other = 'lùi thời hạn';
    const work = readOne({ target: [target(), target(other), 'http://example.org/page'] });
    expect(work.annotations.map(({ quote }) => quote.exact)).toEqual([QUOTE, other]);
    expect(new Set(work.annotations.map(({ id }) => id)).size).toBe(2);
    expect(work.leftOut).toMatchObject([{ thing: 'selection', reason: 'no-article', count: 1 }]);
  });
});

describe('what is not taken over is told', () => {
  test('bodies, selectors and properties that the app has nothing for', () => {
    const { leftOut } = readOne({
      creator: 'http://example.org/me',
      body: [{ type: 'Image', id: 'http://example.org/a.png' }, 'http://example.org/b'],
      target: { ...target(), selector: [quoted(), { type: 'XPathSelector', value: '/p[1]' }] },
    });
    expect(leftOut).toMatchObject([
      {
        thing: 'other',
        reason: 'unsupported',
        count: 3,
        examples: ['XPathSelector', 'http://example.org/a.png', 'http://example.org/b'],
      },
      { thing: 'property', reason: 'unsupported', count: 1, examples: ['creator'] },
    ]);
  });

  test('further selectors that say something else', () => {
    const selector = [quoted(), quoted(), quoted('lùi thời hạn'), counted(), counted('Hà Tĩnh')];
    const { annotations, leftOut } = readOne({ target: { source, selector } });
    expect(annotations).toMatchObject([{ quote: { exact: QUOTE } }]);
    expect(leftOut).toMatchObject([
      {
        ...{ thing: 'other', reason: 'unsupported', count: 2 },
        examples: ['lùi thời hạn', 'TextPositionSelector'],
      },
    ]);
  });

  test.each(['items', 'source'])('bodies and targets that hold themselves by "%s"', (term) => {
    const ring = { '@context': CONTEXT, '@graph': [{ id: '_:r', [term]: ['_:r'] }] };
    const bodies = annotation({ body: ['_:r', 'hỏi lại'], id: 'x' });
    const selector = { type: 'Choice', items: ['_:r'] };
    const targets = annotation({ target: [target(), '_:r', { source, selector }], id: 'y' });
    const { annotations, leftOut } = read({
      ...ring,
      '@graph': [...ring['@graph'], bodies, targets],
    });
    expect(annotations).toMatchObject([{ note: 'hỏi lại' }]);
    expect(leftOut.length).toBeGreaterThan(1);
  });

  test('annotations on pages that are not in the file', () => {
    const { leftOut } = read(collection([annotation()], { total: 12 }));
    expect(leftOut).toMatchObject([{ thing: 'annotation', reason: 'unresolved', count: 11 }]);
  });

  test('annotations of articles that are not here, without the text that they were made in', () => {
    const { leftOut } = readOne({ target: { ...target(), source: 'benle://article/x' } });
    expect(leftOut).toMatchObject([
      { thing: 'annotation', reason: 'no-article', examples: [QUOTE] },
      { thing: 'note', reason: 'no-article' },
    ]);
  });
});

test.each([
  { '@context': 'http://www.w3.org/ns/anno.jsonld', ...annotation({ target: 'http://x/page' }) },
  { rows: [{ id: 'x', uri: 'http://x/page', tags: [], text: 'http://www.w3.org/ns/anno.jsonld' }] },
  [],
  null,
  7,
])('what says nothing about our articles is refused', (document) => {
  const result = readWebAnnotations(document, context);
  expect(result).toMatchObject({ ok: false, reason: { kind: 'not-ours' } });
});

test(
  'each thing of a file that another program changed is taken over or told',
  () => {
    fc.assert(
      fc.property(
        aLibrary(6).chain((library) => {
          const written = [...writeWebAnnotations({ ...library, title: 'ODA' })].join('');
          return mutated(written).map((document) => ({ library, document }));
        }),
        ({ library, document }) => {
          const { articles, codebook } = library;
          const result = readWebAnnotations(document, { articles, codebook });
          if (!result.ok) throw new Error(result.reason.detail);
          const { leftOut, outcomes = [], annotations, tags } = result.value;
          const counts = countThings(document);
          const entered = (...things: string[]) =>
            outcomes.filter(({ thing }) => things.includes(thing)).length;
          const missing = leftOut.find(
            ({ thing, reason }) => thing === 'annotation' && reason === 'unresolved',
          );
          expect(entered('annotation') - (missing?.count ?? 0)).toBe(counts.annotations);
          expect(entered('selection')).toBe(counts.furtherTargets);
          expect(entered('coding', 'note', 'other')).toBe(counts.bodies + counts.unknownSelectors);
          expect(entered('property')).toBe(counts.properties);
          expect(entered('tag')).toBe(counts.tags);
          const told = leftOut.reduce((sum, { count }) => sum + count, 0);
          const taken = outcomes.filter(({ into }) => into !== undefined);
          expect(taken.length + told).toBe(outcomes.length);
          // What is taken is there, and the same file brings the same rows again.
          const ids = new Set([...annotations, ...tags].map(({ id }) => id));
          for (const { into } of taken) expect(ids.has(into ?? '')).toBe(true);
          expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
          expect(readWebAnnotations(document, { articles, codebook })).toEqual(result);
        },
      ),
      { numRuns: RUNS, ...(process.env.BENLE_SEED && { seed: Number(process.env.BENLE_SEED) }) },
    );
  },
  TIMEOUT,
);
