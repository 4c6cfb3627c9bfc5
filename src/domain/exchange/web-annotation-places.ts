import { z } from 'zod';
import { createResolver, type Resolver } from '../annotation/anchoring/resolve-anchor.ts';
import type {
  Anchor,
  Annotation,
  SentenceContext,
  TextQuoteSelector,
} from '../annotation/annotation.ts';
import { quotePassage } from '../annotation/passage.ts';
import { reanchor } from '../annotation/reanchor.ts';
import { toCodeUnits } from '../annotation/selectors.ts';
import { type Article, articleText } from '../article/article.ts';
import { toNfc } from '../text/normalise.ts';
import type { Node } from './json-ld.ts';
import type { OmissionReason } from './omissions.ts';
import { NO_TIME } from './refi-own-data.ts';
import { anchorSchema, positionSchema, sentenceSchema } from './selector-schema.ts';
import type { Target } from './web-annotation-parts.ts';
import { own, withoutPrefix } from './web-annotation-terms.ts';

/** Other tools may leave the context out. */
const quote = z.object({
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});

/** Where a passage stands. */
export type Place = Pick<Annotation, 'articleId' | 'textHash' | 'position' | 'quote' | 'anchor'>;

type Span = Annotation['position'];

interface Home {
  readonly article: Article;
  readonly text: string;
  readonly resolve: Resolver;
}

const NO_ROW = { id: '', tagIds: [], note: '', createdAt: NO_TIME, updatedAt: NO_TIME };

/** Where words stand that a text has once; else its beginning, which says nothing of where they stand. */
function onlyPlaceOf(text: string, words: string): { start: number; end: number } {
  const first = text.indexOf(words);
  const isOnly = first >= 0 && text.indexOf(words, first + 1) < 0;
  const start = isOnly ? first : 0;
  return { start, end: start + words.length };
}

/** What was found out about the passage; `undefined` where that cannot be read. */
function anchorOf(node: Node): { anchor?: Anchor } | undefined {
  const value = node[own('anchor')];
  if (value === undefined || value === null) return {};
  const read = anchorSchema.safeParse(withoutPrefix(value));
  return read.success ? { anchor: read.data } : undefined;
}

/** The sentence around the passage; one that cannot be read is found again in the article. */
function sentenceOf(node: Node): { sentence?: SentenceContext } {
  const read = sentenceSchema.safeParse(withoutPrefix(node[own('sentence')]));
  return read.success ? { sentence: read.data } : {};
}

/** A quote that another program decomposed, composed again where it has its length then. */
function composed(quoted: TextQuoteSelector, { start, end }: { start: number; end: number }) {
  const exact = toNfc(quoted.exact);
  if (quoted.exact.length === end - start || exact.length !== end - start) return quoted;
  return { exact, prefix: toNfc(quoted.prefix), suffix: toNfc(quoted.suffix) };
}

/** Finds the passages that targets speak of. Each article is read once. */
export class PlaceFinder {
  readonly #articles: readonly Article[];
  readonly #homes = new Map<string, Home | undefined>();

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
  }

  /** Where a target stands, or why it stands nowhere. */
  find(target: Target): Place | OmissionReason {
    const { node, articleId } = target;
    if (articleId === undefined) return 'no-article';
    const textHash = node[own('textHash')];
    const home = this.#homeOf(articleId);
    const counted = positionSchema.safeParse(target.position).data;
    const quoted = quote.safeParse(target.quote).data;
    if (typeof textHash !== 'string') return this.#search(articleId, home, counted, quoted);
    const placed = positionSchema.safeParse(withoutPrefix(node[own('position')])).data;
    const place = placed ?? counted;
    if (!place || !(place.start <= place.end)) return 'no-passage';
    const rest = anchorOf(node);
    if (rest === undefined) return 'unreadable';
    if (quoted) {
      const says = { ...composed(quoted, place), ...sentenceOf(node) };
      const isElsewhere = says.exact !== this.#wordsAt(home, textHash, place, says.exact);
      if (isElsewhere) return this.#search(articleId, home, undefined, quoted);
      return { articleId, textHash, position: place, quote: says, ...rest };
    }
    if (home?.article.textHash !== textHash || !counted) return 'no-passage';
    const units = placed ?? toCodeUnits(home.text, counted);
    if (units.start >= units.end) return 'outside-text';
    return { articleId, textHash, position: units, quote: quotePassage(home.text, units), ...rest };
  }

  /**
   * What the article says at a place, if its text is the one that is meant: another program may have changed the
   * place or the quote alone. Else the quote is believed.
   */
  #wordsAt(home: Home | undefined, textHash: string, { start, end }: Span, exact: string): string {
    return home?.article.textHash === textHash ? home.text.slice(start, end) : exact;
  }

  /** The place of a quote of which it is not known in which text of the article it stood. */
  #search(
    articleId: string,
    home: Home | undefined,
    counted: { start: number; end: number } | undefined,
    quoted: TextQuoteSelector | undefined,
  ): Place | OmissionReason {
    if (!home) return 'no-article';
    if (!quoted) return 'no-passage';
    const { text, article, resolve } = home;
    const { exact, prefix, suffix } = quoted;
    const sought = { exact: toNfc(exact), prefix: toNfc(prefix), suffix: toNfc(suffix) };
    const at = counted ? toCodeUnits(text, counted) : onlyPlaceOf(text, sought.exact);
    const row = { ...NO_ROW, articleId, textHash: '', position: at, quote: sought };
    const found = reanchor(row, { text, textHash: article.textHash }, resolve);
    const { textHash, position: place, quote: says, anchor: state } = found;
    return { articleId, textHash, position: place, quote: says, ...(state && { anchor: state }) };
  }

  #homeOf(articleId: string): Home | undefined {
    if (this.#homes.has(articleId)) return this.#homes.get(articleId);
    const article = this.#articles.find(({ id }) => id === articleId);
    const text = article ? articleText(article) : '';
    const home = article && { article, text, resolve: createResolver(text) };
    this.#homes.set(articleId, home);
    return home;
  }
}
