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

/** What a brief can say of its passages, or leave out: notes, tags, paragraph numbers, checksums of the articles. */
export const SHOWABLE = ['notes', 'tags', 'paragraphs', 'hashes'] as const;
export type Shows = Readonly<Record<(typeof SHOWABLE)[number], boolean>>;

/** Where a passage is printed that stands under several tags: in the first of their sections, or in each. */
export const PRINTINGS = ['once', 'each'] as const;
export type Printing = (typeof PRINTINGS)[number];

/** The formats in which links to passages (`benle:`) are a choice. */
export const LINKED_FORMATS = ['markdown', 'html', 'docx'] as const;
export type LinkedFormat = (typeof LINKED_FORMATS)[number];
export type LinkChoice = Readonly<Partial<Record<LinkedFormat, boolean>>>;

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
  /** Absent in briefs older than the choice, and for what is not named: it is shown. */
  readonly shows?: Partial<Shows>;
  /** Absent in briefs older than the choice: `each`. */
  readonly printing?: Printing;
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
  /** Which formats have links to passages; see `hasLinks`. */
  readonly links?: LinkChoice;
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

/** What a brief says of its passages. */
export function showsOf({ shows }: Pick<Arrangement, 'shows'>): Shows {
  return { ...SHOWS_ALL, ...shows };
}

const SHOWS_ALL: Shows = { notes: true, tags: true, paragraphs: true, hashes: true };

/** Whether a format has links to passages: unless told otherwise, only Markdown, which analysts read. */
export function hasLinks(links: LinkChoice | undefined, format: string): boolean {
  return links?.[format as LinkedFormat] ?? format === 'markdown';
}

/** Every passage by tag, with all that can be said of it: for exports of everything. */
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

/** What a new brief is before anything of it was chosen: every passage that has a tag, each printed once. */
export const NEW_BRIEF_PLAN: BriefPlan = {
  ...FIRST_PLAN,
  choice: { ...FIRST_PLAN.choice, includeUntagged: false },
  arrangement: { ...FIRST_PLAN.arrangement, shows: SHOWS_ALL, printing: 'once' },
};
