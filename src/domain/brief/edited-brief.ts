import type { Translation } from '../annotation/annotation.ts';

/** Where something stands in a file. */
export interface TextPlace {
  /** Its first line, counted from 1. */
  readonly line: number;
  /** The heading above, without marks; empty when there is none. */
  readonly heading: string;
}

/** A note that ends in quotations. */
export interface NoteEnding {
  /** The words of the quotations. */
  readonly quote: string;
  /** The note without them. */
  readonly note: string;
}

/** A passage as it stands in a Markdown brief that may have been edited outside of the app. */
export interface EditedPassage extends TextPlace {
  /** From its link. */
  readonly annotationId: string;
  readonly quote: string;
  /**
   * The note, as the analyst would write it in the app: headings begin at depth 1 again. Absent when it cannot be told
   * what it is, which says nothing of it.
   */
  readonly note?: string;
  /** What the note would be if quotations at its end were the beginning of the next passage's quote, longest last. */
  readonly noteEndings?: readonly NoteEnding[];
  /** Absent when nothing is said of tags. */
  readonly tagNames?: readonly string[];
  /** The names if any space around a dot separates them, where that is another reading: editors change spaces. */
  readonly looseTagNames?: readonly string[];
  readonly translation?: Translation;
  /** The brief leaves out notes, or tags: what stands there was added by hand, and nothing is missing. */
  readonly lacksNote?: boolean;
  readonly lacksTags?: boolean;
  /** The brief has no links to passages, nor has its note. */
  readonly lacksLinks?: boolean;
  /** It stands in a table, where a note and a translation have all their lines in one. */
  readonly isInLine?: boolean;
}

/**
 * Text that is of no passage, or of none that can be read. Some of it the app may know after all:
 *
 * - `title`: of the brief; a saved brief may have it;
 * - `remark`: a block of an introduction or a remark, which a saved brief may have;
 * - `passage`: a block beside passages that cannot be read, which may be theirs;
 * - `own`: the app never wrote it.
 */
export interface UnreadText extends TextPlace {
  readonly kind: 'title' | 'remark' | 'passage' | 'own';
  /** Verbatim, with its marks. */
  readonly text: string;
  /** Without marks. */
  readonly words: string;
  /** Its last line. */
  readonly endLine: number;
  /** The passages whose text it may be. */
  readonly annotationIds?: readonly string[];
}

/** What a Markdown brief says. */
export interface EditedBrief {
  readonly title: string;
  /** In the order of the file. One that stands under several headings comes several times, and may differ. */
  readonly passages: readonly EditedPassage[];
  /** The annotations whose link stands where no passage could be read: its quote is no quotation any more, say. */
  readonly unread: readonly string[];
  /** All else that the file says and the app has not written, in the order of the file. */
  readonly texts: readonly UnreadText[];
}
