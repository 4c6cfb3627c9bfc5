/** By what the sections of a brief gather passages. `date` is the day on which the article appeared. */
export const GROUPINGS = ['tag', 'article', 'date'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * How a brief is laid out:
 *
 * - `plain`: sections of quotes, each with its attribution and note;
 * - `digest`: a section an article, which names it once; its passages follow in short;
 * - `table`: the evidence, a table a section: passage, tags, article, date, note.
 */
export const TEMPLATES = ['plain', 'digest', 'table'] as const;
export type Template = (typeof TEMPLATES)[number];

/** For whom Markdown is written: `obsidian` has its properties, and block ids to link to. */
export const DIALECTS = ['commonmark', 'obsidian'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Which passages a brief speaks of. */
export interface PassageChoice {
  /** `null`: whatever tags there are, also those to come. */
  readonly tagIds: readonly string[] | null;
  /** Whether a passage needs one of the tags, or all of them. */
  readonly match: 'any' | 'all';
  /** Whether passages without any tag have their place, too. */
  readonly includeUntagged: boolean;
  /** `null`: whatever articles there are, also those to come. */
  readonly articleIds: readonly string[] | null;
  /** ISO days between which the article must have appeared, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Annotations left out one by one, whatever the rest says. */
  readonly leftOut: readonly string[];
}

/** Something put into another place by hand. */
export interface Move {
  readonly id: string;
  /** What it stands right behind now; `null` when it was put first. */
  readonly after: string | null;
}

/** How the passages stand. */
export interface Arrangement {
  readonly template: Template;
  readonly groupBy: Grouping;
  /**
   * What was moved by hand, in the order in which that was done. By list: the key of a section for its passages
   * (by annotation id), `sectionsKey(groupBy)` for the sections (by their keys).
   */
  readonly moves: Readonly<Record<string, readonly Move[]>>;
}

/** All that makes a brief of the annotations as they are. */
export interface BriefPlan {
  readonly choice: PassageChoice;
  readonly arrangement: Arrangement;
  /** Markdown, before the first section. */
  readonly introduction: string;
  /** Markdown at the head of a section, by the section's key. */
  readonly remarks: Readonly<Record<string, string>>;
}

/** A brief as the analyst keeps it. It holds no passages: it follows them. */
export interface SavedBrief extends BriefPlan {
  /** UUIDv7: sorts by the time of its making. */
  readonly id: string;
  /** Its name; empty as long as it is called after its tags. */
  readonly title: string;
  readonly dialect: Dialect;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The list of a brief's sections among its lists of moves. */
export function sectionsKey(groupBy: Grouping): string {
  return `sections by ${groupBy}`;
}

/** The key of a section, by what gathers its passages: a tag's id, an article's id, an ISO day. */
export function sectionKey(groupBy: Grouping, id: string | undefined): string {
  return `${groupBy}:${id ?? ''}`;
}

/** What a brief is before anything of it was chosen: every passage, by tag. */
export const FIRST_PLAN: BriefPlan = {
  choice: {
    tagIds: null,
    match: 'any',
    includeUntagged: true,
    articleIds: null,
    leftOut: [],
  },
  arrangement: { template: 'plain', groupBy: 'tag', moves: {} },
  introduction: '',
  remarks: {},
};
