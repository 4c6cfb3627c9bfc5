/** W3C TextPositionSelector. Here `start` and `end` are UTF-16 code units into `articleText`. */
export interface TextPositionSelector {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** What the sentence around a passage says beside it: who speaks, of what, when and how much. */
export interface SentenceContext {
  /**
   * From the beginning of the sentence to the passage. A lead-in stands before it where the sentence does not say
   * itself of whom or what it speaks: the sentence or the lines above that do.
   */
  readonly before: string;
  /** From the passage to the end of the sentence. */
  readonly after: string;
  /**
   * What sets the passage apart from other places of its text that say the same of something else: ranges of `before`,
   * in UTF-16 code units. An empty range is where such a place has more words.
   */
  readonly distinctBefore?: readonly TextPositionSelector[];
  /** The same as ranges of `after`. */
  readonly distinctAfter?: readonly TextPositionSelector[];
}

/** W3C TextQuoteSelector: the passage verbatim, with some text on either side. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Absent in selectors of other programs, and in those of former versions of the app. */
  readonly sentence?: SentenceContext;
}

/** What stands beside a passage instead of what told who or what it is about. */
export interface ContextChange {
  readonly kind: 'name' | 'number' | 'negation' | 'subject';
  /** Words in the order of the text; empty where words only came. */
  readonly was: string;
  /** Empty where words only went. */
  readonly now: string;
}

/** A passage that may be meant instead of another. */
export interface AlternativePassage {
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/** What became of a passage when the article's text changed, where that is not simply "as it was". */
export interface Anchor {
  /**
   * - `moved`: found, but its words or their surroundings are not what they were; `position` and `quote` of the
   *   annotation are those found;
   * - `ambiguous`: several places fit about as well; `lost`: none fits. Both keep the position and quote that were.
   */
  readonly state: 'moved' | 'ambiguous' | 'lost';
  /** How well the place found fits, or the best of those that were not taken, 0 to 1. */
  readonly score: number;
  /** The `textHash` of the text that this was found out about. */
  readonly textHash: string;
  /** The passage as the analyst chose it, or last accepted it. */
  readonly original: {
    readonly textHash: string;
    readonly position: TextPositionSelector;
    readonly quote: TextQuoteSelector;
  };
  /**
   * Whether the analyst has said that this is right: that a moved passage stands where it belongs, or that a
   * lost one shall stay as a note without a passage.
   */
  readonly accepted: boolean;
  /**
   * Present where the positions of another program can be read in several ways: the other passages of the original
   * text that may be meant, best first. The passage stays ambiguous, whatever its text says, until the analyst chooses.
   */
  readonly alternatives?: readonly AlternativePassage[];
  /** Why its words alone do not tell that this is the passage; absent where nothing known to matter changed. */
  readonly change?: ContextChange;
}

/** What a passage says in the language of those who read briefs. */
export interface Translation {
  /** Plain text in NFC, never empty; a line feed ends a paragraph. */
  readonly text: string;
  /** Whether somebody who reads both languages has compared it with the passage. */
  readonly checked: boolean;
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
  /** Absent as long as the passage stands where and as the analyst chose it. */
  readonly anchor?: Anchor;
  readonly tagIds: readonly string[];
  /** Markdown. */
  readonly note: string;
  /** Whether the note is for the analyst alone: backups and the journal have it, briefs and exchange files do not. */
  readonly isNotePrivate?: boolean;
  readonly translation?: Translation;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}
