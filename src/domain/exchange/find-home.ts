import { createResolver } from '../annotation/anchoring/resolve-anchor.ts';
import type { reanchor } from '../annotation/reanchor.ts';
import type { Article } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import { ArticleMatcher } from './match-article.ts';
import type { RefiSelection, RefiText } from './refi-model.ts';
import type { OwnData } from './refi-own-data.ts';
import { type PlacedText, placeByStandard, placeSelections } from './refi-positions.ts';

/** What a project is read against. */
export interface ReadingContext {
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
  /** SHA-256 of a text, as articles have it. */
  readonly hashOf: (text: string) => string;
}

/** A source and the article that it is. */
export interface Home {
  readonly source: RefiText;
  readonly placed: PlacedText;
  /** What the article is called in rows, and which text of it the source is. */
  readonly articleId: string;
  readonly textHash: string;
  /** Where passages have to be looked for, if the source has another text than the article. */
  readonly into?: Parameters<typeof reanchor>[1];
  readonly resolve: Parameters<typeof reanchor>[2];
}

/** Finds the articles that the sources of a project are. */
export class HomeFinder {
  readonly #origin: string;
  readonly #context: ReadingContext;
  readonly #own: OwnData;
  readonly #matcher: ArticleMatcher;

  /** @param origin the program that wrote the project, as far as it says so. */
  constructor(origin: string, context: ReadingContext, own: OwnData) {
    this.#origin = origin;
    this.#context = context;
    this.#own = own;
    this.#matcher = new ArticleMatcher(context.articles);
  }

  /** Whether the library has an article with this id. */
  hasArticle(id: string): boolean {
    return this.#matcher.byId(id) !== undefined;
  }

  /** The article that a source is, in the words of the rows; `undefined` when it is not in the library. */
  find(source: RefiText, raw: string, selections: readonly RefiSelection[]): Home | undefined {
    const own = this.#own.articles.get(source.id ?? '');
    const isOurs = own !== undefined && own.textHash === this.#context.hashOf(raw);
    const placed = isOurs ? placeByStandard(raw) : placeSelections(raw, selections, this.#origin);
    const match = this.#matcher.match(placed.text, own?.id);
    const known = isOurs ? this.#matcher.byId(own.id) : undefined;
    const { textHash: hash, id } = match?.article ?? { textHash: '', id: '' };
    const resolve = createResolver(match ? this.#matcher.textOf(match.article) : '');
    const found = { source, placed, resolve };
    if (match?.isSame) return { ...found, articleId: id, textHash: hash };
    // It was another version of an article that we have: rows may be of that, too.
    if (known && isOurs) return { ...found, articleId: known.id, textHash: own.textHash };
    if (!match) return undefined;
    const into = { text: this.#matcher.textOf(match.article), textHash: hash };
    return { ...found, articleId: id, textHash: this.#context.hashOf(placed.text), into };
  }
}
