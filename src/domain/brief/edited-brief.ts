import type { Translation } from '../annotation/annotation.ts';

/** A passage as it stands in a Markdown brief that may have been edited outside of the app. */
export interface EditedPassage {
  /** From its link. */
  readonly annotationId: string;
  readonly quote: string;
  /** The note, as the analyst would write it in the app: headings begin at depth 1 again. */
  readonly note: string;
  readonly tagNames: readonly string[];
  readonly translation?: Translation;
  /** It stands in a table, where a note and a translation have all their lines in one. */
  readonly isInLine?: boolean;
}

/** What a Markdown brief says. */
export interface EditedBrief {
  readonly title: string;
  /** In the order of the file. One that stands under several headings comes several times, and may differ. */
  readonly passages: readonly EditedPassage[];
}
