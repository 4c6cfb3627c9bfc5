import fc from 'fast-check';
import type { Anchor, Annotation } from '../annotation/annotation.ts';
import { quotePassage } from '../annotation/passage.ts';
import { type Article, articleText } from '../article/article.ts';
import { TAG_COLOURS, type Tag } from '../tag/tag.ts';
import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import { uuidFor } from './guid.ts';

/** Articles, what was highlighted in them, and the codebook. */
export interface Library {
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  readonly codebook: readonly Tag[];
}

/** Stands for the SHA-256 of a text: the domain only compares them. */
export const hashOf = (text: string) => uuidFor('hash', text);

const WORDS = [
  'Thủ tướng',
  'đường',
  'Đầu tư',
  'ODA',
  '“vốn vay”',
  '👩‍👩‍👧',
  '😀',
  'lao\u0302\u0323i',
  '𝔸',
  'a<b & c>d',
  '24,2%',
  'hợp tác',
  '"',
];

/** What breaks formats: markup, ends of lines, spaces at the edges, and what XML cannot hold at all. */
const HOSTILE = [
  ']]>',
  '<!-- -->',
  '&amp;',
  '&#x0;',
  '</Description>',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '  ',
  '\u0000',
  '\u0008',
  '\uFFFE',
  '\uD800',
  '\uDC00',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '`code` **bold**',
  '- [ ] việc',
  '{"a": "\\u0000"}',
];

const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
export const hostileText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));
const someText = hostileText.map((text) => `x${text}`);

const line = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 20 })
  .map((words) => words.join(' ').normalize('NFC'));

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const tag: fc.Arbitrary<Tag> = fc
  .record({
    id: fc.oneof(
      fc.uuid({ version: 7 }),
      fc.constantFrom('tag-oda', 'tag-đường', 'TAG', 'tag/1?#%'),
    ),
    name: fc.oneof(someText, fc.constantFrom('ODA', 'Đầu tư công', 'a/b', '<Tag>', 'Note')),
    description: fc.oneof(fc.constant(''), hostileText),
    colour: fc.constantFrom(...TAG_COLOURS),
    shortcut: fc.option(fc.constantFrom('1', '2', '9'), { nil: undefined }),
    order: fc.oneof(fc.nat(20), fc.constantFrom(0.5, -3)),
  })
  .map(({ shortcut, ...rest }) => ({ ...rest, ...(shortcut && { shortcut }) }));

const article: fc.Arbitrary<Article> = fc
  .record({
    id: fc.oneof(fc.uuid({ version: 7 }), fc.constantFrom('2023-12-18-thủ-tướng', 'a b/c%')),
    title: someText,
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  .map(({ id, title, lines }) => {
    const blocks = lines.map((text) => ({ kind: 'paragraph' as const, text }));
    return {
      id,
      title,
      titleBasis: 'printed',
      date: '2023-12-18',
      dateBasis: 'inferred',
      language: 'vi',
      origin: 'bundled',
      blocks,
      textHash: hashOf(articleText({ blocks })),
    };
  });

/** A passage of the text, split between no two halves of a letter. */
function passageOf(text: string, one: number, other: number) {
  const [from, to] = [one % text.length, other % text.length];
  const start = graphemeStart(text, Math.min(from, to));
  const position = { start, end: Math.max(graphemeEnd(text, Math.max(from, to)), start + 1) };
  const whole = { start, end: graphemeEnd(text, position.end) };
  return { position: whole, quote: quotePassage(text, whole) };
}

const anchorOf = (state: Anchor['state'], accepted: boolean): Anchor => ({
  state,
  score: 0.625,
  textHash: hashOf('now'),
  original: {
    textHash: hashOf('then'),
    position: { start: 3, end: 9 },
    quote: { exact: 'vốn 😀', prefix: 'a\r\n', suffix: '' },
  },
  accepted,
  ...(state === 'ambiguous' && {
    alternatives: [
      { position: { start: 4, end: 9 }, quote: { exact: 'ốn 😀', prefix: 'v', suffix: 'é' } },
    ],
  }),
});

const NOWHERE: ReadonlySet<string> = new Set(['lost', 'ambiguous']);

function annotationIn(articles: readonly Article[], codebook: readonly Tag[]) {
  return fc
    .record({
      id: fc.oneof(
        { weight: 9, arbitrary: fc.uuid({ version: 7 }) },
        { weight: 1, arbitrary: fc.constantFrom('old id', 'annotation-1') },
      ),
      article: fc.constantFrom(...articles),
      from: fc.nat(),
      to: fc.nat(),
      tagIds: fc.subarray([...codebook.map(({ id }) => id), 'tag-gone']),
      note: fc.oneof(fc.constant(''), hostileText),
      translation: fc.option(fc.record({ text: someText, checked: fc.boolean() }), {
        nil: undefined,
      }),
      fate: fc.constantFrom(
        'as it was',
        'as it was',
        'other context',
        'moved',
        'lost',
        'ambiguous',
        'stale',
      ),
      accepted: fc.boolean(),
      createdAt: fc.oneof(instant, fc.constant('2026-01-01T00:00:00Z')),
      updatedAt: instant,
    })
    .map(({ article: of, from, to, translation, fate, accepted, ...rest }): Annotation => {
      const { position, quote } = passageOf(articleText(of), from, to);
      return {
        ...rest,
        articleId: of.id,
        textHash: NOWHERE.has(fate) || fate === 'stale' ? hashOf('then') : of.textHash,
        position: NOWHERE.has(fate) ? { start: 90_000, end: 90_009 } : position,
        quote: fate === 'other context' ? { ...quote, prefix: 'khác ', suffix: '' } : quote,
        ...(fate === 'moved' && { anchor: anchorOf('moved', accepted) }),
        ...(fate === 'lost' && { anchor: anchorOf('lost', accepted) }),
        ...(fate === 'ambiguous' && { anchor: anchorOf('ambiguous', accepted) }),
        ...(translation && { translation: { ...translation } }),
      };
    });
}

const unique = <Row extends { readonly id: string }>(
  row: fc.Arbitrary<Row>,
  limits: { minLength: number; maxLength: number },
) => fc.uniqueArray(row, { ...limits, selector: ({ id }) => id });

/**
 * @param most annotations at most.
 * @param hash of an article's text.
 */
export function aLibrary(most = 12, hash = hashOf): fc.Arbitrary<Library> {
  return fc
    .record({
      articles: fc.uniqueArray(article, {
        minLength: 1,
        maxLength: 3,
        comparator: (a, b) => a.id === b.id || a.textHash === b.textHash,
      }),
      codebook: unique(tag, { minLength: 0, maxLength: 5 }),
    })
    .map(({ articles, codebook }) => ({
      articles: articles.map((one) => ({ ...one, textHash: hash(articleText(one)) })),
      codebook,
    }))
    .chain(({ articles, codebook }) =>
      unique(annotationIn(articles, codebook), { minLength: 0, maxLength: most }).map(
        (annotations) => ({ articles, codebook, annotations }),
      ),
    );
}
