import type { Translation } from '../annotation/annotation.ts';

/** A passage as it stands in a Markdown brief that may have been edited outside of the app. */
export interface EditedPassage {
  /** From its link. */
  readonly annotationId: string;
  readonly quote: string;
  /**
   * The note, as the analyst would write it in the app: headings begin at depth 1 again. Absent when it cannot be told
   * what it is, which says nothing of it.
   */
  readonly note?: string;
  /** Absent when nothing is said of tags. */
  readonly tagNames?: readonly string[];
  /** The names if any space around a dot separates them, where that is another reading: editors change spaces. */
  readonly looseTagNames?: readonly string[];
  readonly translation?: Translation;
  /** It stands in a table, where a note and a translation have all their lines in one. */
  readonly isInLine?: boolean;
}

/** What a Markdown brief says. */
export interface EditedBrief {
  readonly title: string;
  /** In the order of the file. One that stands under several headings comes several times, and may differ. */
  readonly passages: readonly EditedPassage[];
  /** The annotations whose link stands where no passage could be read: its quote is no quotation any more, say. */
  readonly unread: readonly string[];
  /** The headings below which there is text that is of no passage, and not read: remarks, and what is the editor's own. */
  readonly passedOver: readonly string[];
}
