/** W3C TextPositionSelector. Here `start` and `end` are UTF-16 code units into `articleText`. */
export interface TextPositionSelector {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** W3C TextQuoteSelector: the passage verbatim, with some text on either side. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A highlighted passage of one article, with its tags and its note. */
export interface Annotation {
  /** UUIDv7: sorts by the time of its making. */
  readonly id: string;
  readonly articleId: string;
  /** The `textHash` of the article text that the position refers to. */
  readonly textHash: string;
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
  readonly tagIds: readonly string[];
  /** Markdown. */
  readonly note: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}
