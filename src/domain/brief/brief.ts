import type { Annotation, Translation } from '../annotation/annotation.ts';
import type { Article, Basis } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import type { BriefPlan, Grouping, Printing, Shows, Template } from './saved-brief.ts';

/** An article whose text cannot be read now: its file is missing or damaged. */
export interface UnavailableArticle {
  readonly id: string;
  readonly title: string;
}

/** What the analyst asks for. */
export interface BriefRequest {
  readonly title: string;
  /** ISO day of export. */
  readonly created: string;
  readonly plan: BriefPlan;
  /** The whole codebook: a passage names all of its tags, also those not chosen. */
  readonly codebook: readonly Tag[];
  /** The articles that annotations refer to, in the library's order. */
  readonly articles: readonly Article[];
  /**
   * What is known of articles that cannot be read. Their passages stay in the brief, unverified; so do
   * those of articles that stand in neither list, which then go by their id.
   */
  readonly unavailable?: readonly UnavailableArticle[];
  readonly annotations: readonly Annotation[];
}

/** One quoted passage. */
export interface BriefPassage {
  readonly annotationId: string;
  /** Verbatim; a line feed stands between the blocks of a passage that runs over several. */
  readonly quote: string;
  /** Markdown as the analyst wrote it; empty when there is none. */
  readonly note: string;
  readonly translation?: Translation;
  readonly tagNames: readonly string[];
  /** Those of its tags in whose sections it would stand, too, were it not printed once. Absent when there are none. */
  readonly alsoUnder?: readonly string[];
  readonly article: BriefArticle;
  /** The block that the passage begins in, counted from 1; absent when the text at hand has no such place. */
  readonly paragraph?: number;
  /**
   * Whether the quote stands verbatim at its place in the stored article, and that place is where the analyst
   * chose it or said that it belongs.
   */
  readonly verified: boolean;
  /**
   * Of a quote that the analyst keeps though it has no place in the article as it is now: `gone` when its words
   * stand nowhere in it, `unplaced` when they do somewhere. Such a quote is not verified, and not in doubt either.
   */
  readonly detached?: 'gone' | 'unplaced';
}

export interface BriefArticle {
  readonly id: string;
  readonly title: string;
  /** ISO day; absent, as its basis is, when the article cannot be read. */
  readonly date?: string;
  readonly dateBasis?: Basis;
}

/** What the passages of a section have in common. */
export type SectionSubject =
  | { readonly by: 'tag'; readonly tagName: string }
  | { readonly by: 'untagged' }
  | { readonly by: 'article'; readonly article: BriefArticle }
  /** No day: the articles cannot be read. */
  | { readonly by: 'date'; readonly date?: string };

/** The passages of one tag, article or day; by article, each in reading order, but for those moved by hand. */
export interface BriefSection {
  /** See `sectionKey`. */
  readonly key: string;
  readonly subject: SectionSubject;
  /** Markdown as the analyst wrote it; empty when there is none. */
  readonly remark: string;
  readonly passages: readonly BriefPassage[];
  /**
   * Of passages that belong here and are printed once, in an earlier section: the tag of that section, one a passage.
   * Absent when there are none.
   */
  readonly elsewhere?: readonly string[];
}

/** One cited article. */
export interface BriefSource extends BriefArticle {
  /**
   * The stored article's. When that cannot be read, the hash of the text that the passages were taken
   * from, and absent when they name different ones.
   */
  readonly textHash?: string;
  /** Whether the article could be read when the brief was made. */
  readonly available: boolean;
  /** How many different passages of it the brief quotes. */
  readonly passages: number;
  /** How many of those are neither verified nor detached. */
  readonly unverified: number;
  /** How many are detached; see `BriefPassage`. */
  readonly detached: number;
}

/** A brief, ready to be written in any format. */
export interface Brief {
  readonly title: string;
  readonly created: string;
  readonly template: Template;
  readonly groupBy: Grouping;
  readonly shows: Shows;
  /** `each`, unless sections are tags. */
  readonly printing: Printing;
  /** Markdown as the analyst wrote it; empty when there is none. */
  readonly introduction: string;
  /** The chosen tags that its passages have, in codebook order. */
  readonly tagNames: readonly string[];
  /** How many different passages; one under two tags counts once. */
  readonly passageCount: number;
  /** How many of these passages have a note that is left out because it is private. */
  readonly privateNotes: number;
  readonly sections: readonly BriefSection[];
  readonly sources: readonly BriefSource[];
}

/** The words that a brief is written with: one implementation for each language. */
export interface BriefWords {
  /** The language that these words are in, as BCP 47 calls it. */
  readonly language: string;
  /** Said of a date that the article does not print, where it stands alone; and the mark where there is a footnote. */
  readonly inferred: string;
  readonly inferredMark: string;
  /** The footnote that the mark stands for. */
  readonly inferredNote: string;
  readonly untagged: string;
  /** Stands before the tags in whose sections a passage would stand, too. */
  readonly alsoUnder: string;
  /** Said in a section of passages that are printed in others. @param isMore whether the section has any itself */
  readonly elsewhere: (count: number, tagNames: readonly string[], isMore: boolean) => string;
  readonly passageLink: string;
  readonly sources: string;
  /** Heads the appendix of checksums, and says what they are. */
  readonly checksums: string;
  readonly checksumsHint: string;
  /** What the analyst's own words are labelled with, by where they stand. */
  readonly labels: Readonly<Record<'introduction' | 'remark' | 'note', string>>;
  /** Stands before a translation that somebody has checked, and before one that nobody has. */
  readonly translation: string;
  readonly uncheckedTranslation: string;
  /** Heads the passages of articles that nobody knows the day of. */
  readonly unknownDay: string;
  /** The heads of a table of passages. */
  readonly columns: Readonly<Record<'passage' | 'tags' | 'article' | 'date' | 'note', string>>;
  /** What a quotation stands in, and one within it. */
  readonly quotationMarks: readonly [
    outer: readonly [string, string],
    inner: readonly [string, string],
  ];
  /** An ISO day as a person writes it: "18 December 2023". */
  readonly day: (isoDay: string) => string;
  readonly passages: (count: number) => string;
  /** Said of a source whose passages all stand verbatim in it; `count` is how many there are. */
  readonly allVerified: (count: number) => string;
  /** `count` of the `total` passages of a source. */
  readonly unverified: (count: number, total: number) => string;
  readonly detached: (count: number, total: number) => string;
  /** Said of a source that could not be read when the brief was made. */
  readonly unavailable: string;
  /** Put after a passage that is not verified. */
  readonly unverifiedMark: string;
  /** Put in its place after passages that the analyst keeps without a place in the article. */
  readonly detachedMarks: Readonly<Record<NonNullable<BriefPassage['detached']>, string>>;
}
