import { type Article, articleText } from '../article/article.ts';
import { canonicalSpelling } from '../text/vietnamese.ts';

/** Longer than set phrases of the news, shorter than what an edit leaves of a sentence. */
const SHINGLE = 5;
/** Two articles that quote the same words of a speech at length have been seen to share 0.36; others less than 0.1. */
const ENOUGH = 0.5;

/**
 * The runs of five words of a text (Broder, "On the resemblance and containment of documents", 1997). Words are
 * compared without case, punctuation, the ways in which texts are segmented and words are spelt.
 */
function shinglesOf(text: string): ReadonlySet<string> {
  const words =
    canonicalSpelling(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const shingles = new Set<string>();
  const length = Math.min(SHINGLE, words.length);
  for (let at = 0; length > 0 && at + length <= words.length; at += 1) {
    shingles.add(words.slice(at, at + length).join(' '));
  }
  return shingles;
}

/** How much of the smaller one is in the other, 0 to 1: an excerpt is as good as the whole. */
function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) shared += Number(large.has(shingle));
  return small.size === 0 ? 0 : shared / small.size;
}

export interface ArticleMatch {
  readonly article: Article;
  /** Whether its text is the very same. */
  readonly isSame: boolean;
}

/** Finds the articles of a library that texts are about. */
export class ArticleMatcher {
  readonly #texts: ReadonlyMap<Article, string>;
  #shingles: ReadonlyMap<Article, ReadonlySet<string>> | undefined;

  constructor(articles: readonly Article[]) {
    this.#texts = new Map(articles.map((article) => [article, articleText(article)]));
  }

  textOf(article: Article): string {
    return this.#texts.get(article) ?? articleText(article);
  }

  byId(id: string | undefined): Article | undefined {
    return [...this.#texts.keys()].find((article) => article.id === id);
  }

  /**
   * The article with that text, or the one that it has most in common with; `undefined` when that is not much.
   * @param likelyId the one to be taken when several have the very same text.
   */
  match(text: string, likelyId?: string): ArticleMatch | undefined {
    const same = [...this.#texts].filter(([, own]) => own === text).map(([article]) => article);
    const article = same.find(({ id }) => id === likelyId) ?? same[0];
    return article ? { article, isSame: true } : this.#mostAlike(text);
  }

  #mostAlike(text: string): ArticleMatch | undefined {
    this.#shingles ??= new Map(
      [...this.#texts].map(([article, own]) => [article, shinglesOf(own)]),
    );
    const wanted = shinglesOf(text);
    let best: { article: Article; share: number } | undefined;
    for (const [article, shingles] of this.#shingles) {
      const share = containment(wanted, shingles);
      if (share >= ENOUGH && share > (best?.share ?? 0)) best = { article, share };
    }
    return best && { article: best.article, isSame: false };
  }
}
