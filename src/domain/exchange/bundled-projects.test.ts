import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Article, articleText } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { hashOf } from './exchange.testing.ts';
import { readProject } from './read-project.ts';
import { element, textElement } from './write-xml.ts';

/*
 * Analysts give other tools the same files that the library was made of: as they were saved, with what the web page
 * put around the article, one even cut into words by underscores. What they coded there belongs to our articles.
 */

const FOLDER = new URL('../../../resources/articles/', import.meta.url);

interface Entry {
  readonly id: string;
  readonly file: string;
}

const index: readonly Entry[] = JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8'));

const library = index.map(({ id, file }) => {
  const raw = readFileSync(new URL(file, FOLDER), 'utf8');
  const { blocks, title, titleBasis } = parseArticle(raw);
  const article: Article = {
    id,
    title,
    titleBasis,
    blocks,
    date: '2023-12-18',
    dateBasis: 'inferred',
    language: 'vi',
    origin: 'bundled',
    textHash: hashOf(articleText({ blocks })),
  };
  return { id, raw, article };
});
const articles = library.map(({ article }) => article);

/** Every so many sentences or lines of the file, as an analyst would select them there. */
function sentencesOf(raw: string) {
  const sentences = [...raw.matchAll(/[^.\n]{40,}\.?/gu)];
  return sentences
    .filter((_, at) => at % 3 === 0)
    .map(({ index: start, 0: text }) => ({ start, end: start + text.length, text }));
}

function projectOf(raw: string): string {
  const points = (units: number) => [...raw.slice(0, units)].length;
  const selections = sentencesOf(raw).map(({ start, end }, at) =>
    element('PlainTextSelection', {
      guid: `0f0d0a00-0000-4000-8000-${String(at).padStart(12, '0')}`,
      startPosition: points(start),
      endPosition: points(end),
    }),
  );
  const source = element(
    'TextSource',
    { guid: '0f0d0a00-0000-4000-8000-0000000000ff', name: 'b' },
    [textElement('PlainTextContent', raw), ...selections],
  );
  return element('Project', { name: 'p', origin: 'QualCoder' }, [element('Sources', {}, [source])]);
}

function readAnnotations(raw: string, among = articles) {
  const context = { articles: among, codebook: [], hashOf };
  const read = readProject(projectOf(raw), new Map(), context);
  if (!read.ok) throw new Error(read.reason.detail);
  return read.value.annotations;
}

const spoken = (text: string) => text.normalize('NFC').replace(/[\s_]+/gu, '');

describe.each(library)('$id', ({ id, raw, article }) => {
  test('what was coded in its file stands in the article', () => {
    const annotations = readAnnotations(raw);
    expect(annotations).toHaveLength(sentencesOf(raw).length);
    const text = articleText(article);
    const plain = annotations.filter(({ anchor }) => anchor === undefined);
    expect(plain.length).toBeGreaterThanOrEqual(0.9 * annotations.length);
    for (const { position, quote, articleId, textHash } of plain) {
      expect({ articleId, textHash }).toEqual({ articleId: id, textHash: article.textHash });
      expect(text.slice(position.start, position.end)).toBe(quote.exact);
      expect(spoken(raw)).toContain(spoken(quote.exact));
    }
    // What is not as it was is for the analyst to see: it says what was chosen, and where.
    for (const { anchor } of annotations.filter((one) => one.anchor)) {
      expect(anchor).toMatchObject({ textHash: article.textHash, accepted: false });
      expect(spoken(raw)).toContain(spoken(anchor?.original.quote.exact ?? ''));
    }
  });
});

test('an excerpt of an article belongs to it, and two of them to each its own', () => {
  for (const { id, raw } of library) {
    const half = raw.slice(raw.length / 4, raw.length / 2);
    expect(new Set(readAnnotations(half).map(({ articleId }) => articleId))).toEqual(new Set([id]));
  }
});

test('decomposed, and with ends of lines of another system, it is the same article', () => {
  for (const { id, article } of library) {
    const text = articleText(article).normalize('NFD').replaceAll('\n', '\r\n\r\n');
    const annotations = readAnnotations(text);
    expect(new Set(annotations.map(({ articleId }) => articleId))).toEqual(new Set([id]));
    const plain = annotations.filter(({ anchor }) => anchor === undefined);
    expect(plain.length).toBeGreaterThanOrEqual(0.9 * annotations.length);
  }
});

test('one of which a third was written anew is still the same', () => {
  for (const { id, raw } of library) {
    const lines = raw.split(/(?<=[.\n])/u);
    const anew = lines.map((line, at) => (at % 3 > 0 ? line : line.replace(/\p{L}+/gu, 'mới')));
    const ids = readAnnotations(anew.join('')).map(({ articleId }) => articleId);
    expect(new Set(ids)).toEqual(new Set([id]));
  }
});

test('one that is not in the library is not taken for another about the same visit', () => {
  for (const { id, raw } of library) {
    expect(
      readAnnotations(
        raw,
        articles.filter((article) => article.id !== id),
      ),
    ).toEqual([]);
  }
});
