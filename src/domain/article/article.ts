/** What a block of an article is, as a printed page would show it. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'caption' | 'byline';

/** One printed block. `text` is NFC and holds no line break. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Whether a fact stands in the article itself or was concluded from it by us. */
export type Basis = 'printed' | 'inferred';

/** One thing that cleaning did to the raw text, told so that a reader can check it. */
export interface Cleaning {
  /**
   * - `dropped`: a line of web boilerplate, or the quotation marks around a title, were left out;
   * - `rejoined`: word-segmented compounds and spaced punctuation were closed up;
   * - `split`: a run of text was cut into blocks;
   * - `normalised`: characters were composed to NFC, invisible ones left out, white space evened.
   */
  readonly kind: 'dropped' | 'rejoined' | 'split' | 'normalised';
  /** What was dropped, verbatim; for the other kinds, empty. */
  readonly text: string;
  /** How many places it concerns. */
  readonly count: number;
}

/** What `parseArticle` reads from raw text alone. */
export interface ParsedArticle {
  /** The printed title, or a headline made from the first sentence. */
  readonly title: string;
  readonly titleBasis: Basis;
  readonly byline?: string;
  readonly blocks: readonly Block[];
  readonly cleanings: readonly Cleaning[];
}

/** An immutable article. Offsets everywhere are UTF-16 code units into `articleText(article)`. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly titleBasis: Basis;
  readonly byline?: string;
  /** ISO day, `2023-12-18`. */
  readonly date: string;
  readonly dateBasis: Basis;
  /** BCP 47 language tag of the text. */
  readonly language: string;
  readonly origin: 'bundled' | 'imported';
  readonly blocks: readonly Block[];
  /** Lower-case hexadecimal SHA-256 of `articleText(article)` in UTF-8. */
  readonly textHash: string;
}

/** Stands between blocks in `articleText`; no block contains it. */
export const BLOCK_SEPARATOR = '\n';

/** The one coordinate space of all offsets: the blocks' texts joined by a line feed. */
export function articleText(article: Pick<Article, 'blocks'>): string {
  return article.blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
}
