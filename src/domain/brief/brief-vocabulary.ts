import type { Article } from '../article/article.ts';
import { nameKey } from '../tag/codebook.ts';
import type { BriefWords } from './brief.ts';
import { comparable } from './comparable-text.ts';
import { type OwnStatements, ownStatements } from './own-statements.ts';

/** What an app knows that a brief may name. Titles also of articles that cannot be read now, which have no day. */
export interface BriefLibrary {
  readonly tagNames: readonly string[];
  readonly articles: readonly (Pick<Article, 'title'> &
    Partial<Pick<Article, 'date' | 'textHash'>>)[];
}

export const EMPTY_LIBRARY: BriefLibrary = { tagNames: [], articles: [] };

/**
 * The words that the app itself writes into a brief, beside what the analyst writes. Each question is asked of a text
 * without marks; white space and typography do not matter.
 */
export interface BriefVocabulary extends OwnStatements {
  readonly isTitle: (text: string) => boolean;
  /** A title with which the text begins, or an empty text. */
  readonly titleAtStart: (text: string) => string;
  /** What an attribution, a digest or a row says of where and when: days, paragraphs, numbers of passages. */
  readonly isFacts: (text: string) => boolean;
  /** What a section can be headed with, but for tags that the codebook does not have. */
  readonly isSectionName: (text: string) => boolean;
  /** Also of the appendix of checksums. */
  readonly isSourcesHeading: (text: string) => boolean;
  /** What is said of a source behind its title. */
  readonly isSourceFacts: (text: string) => boolean;
  /** What may stand behind the link of a passage. */
  readonly isDoubt: (text: string) => boolean;
  readonly isPassageLink: (text: string) => boolean;
  readonly isColumnHead: (text: string) => boolean;
  /** Stands before the names of tags in whose sections a passage would stand, too. */
  readonly alsoUnder: string;
}

/** One, of which languages speak otherwise, and others. */
const COUNTS = [1, 12, 34] as const;

export function briefVocabulary(words: BriefWords, library: BriefLibrary): BriefVocabulary {
  const titles = new Set(library.articles.map(({ title }) => comparable(title)));
  const days = new Set(
    library.articles.flatMap(({ date }) => (date ? dayForms(words.day(date), words) : [])),
  );
  const sectionNames = new Set(
    [
      ...library.tagNames,
      ...titles,
      ...library.articles.flatMap(({ date }) => (date ? [words.day(date)] : [])),
      ...[words.untagged, words.unknownDay, words.sources, words.checksums],
    ].map((name) => nameKey(comparable(name))),
  );
  const heads = new Set(Object.values(words.columns).map(nameKey));
  const doubts = new Set([words.unverifiedMark, ...Object.values(words.detachedMarks)]);
  const counts = countForms(words);
  const isFact = (part: string) =>
    days.has(part) || /^¶ ?\d+$/.test(part) || counts.has(withoutNumbers(part));
  const hashes = new Set(
    library.articles.flatMap(({ textHash }) => [`sha256 ${textHash}`, `: ${textHash}`]),
  );
  const isSourceFact = (part: string) =>
    isFact(part) ||
    part === words.unavailable ||
    /^(?:sha256|:) [\da-f]{64}$/.test(part) ||
    hashes.has(part);
  return {
    isTitle: (text) => titles.has(comparable(text)),
    titleAtStart: (text) => titleAtStart(comparable(text), titles),
    isFacts: (text) => consistsOf(text, isFact),
    isSectionName: (text) => sectionNames.has(nameKey(comparable(text))),
    isSourcesHeading: (text) =>
      [words.sources, words.checksums].some((name) => nameKey(name) === nameKey(text)),
    isSourceFacts: (text) => consistsOf(text, isSourceFact),
    isDoubt: (text) => consistsOf(text, (part) => doubts.has(part)),
    isPassageLink: (text) => comparable(text) === comparable(words.passageLink),
    isColumnHead: (text) => heads.has(nameKey(text)),
    alsoUnder: words.alsoUnder,
    ...ownStatements(words, library.tagNames),
  };
}

/** What may follow a title. */
const AFTER_TITLE = /[,.·:]/gu;

function titleAtStart(text: string, titles: ReadonlySet<string>): string {
  const ends = [...text.matchAll(AFTER_TITLE)].map(({ index }) => index);
  const starts = [text.length, ...ends.reverse()].map((end) => text.slice(0, end).trim());
  return starts.find((start) => titles.has(start)) ?? '';
}

function dayForms(day: string, { inferred, inferredMark }: BriefWords): string[] {
  return [day, `${day}${inferredMark}`, `${day} (${inferred})`].map(comparable);
}

/** Whatever the words can say of how many passages there are, and how many of them are verified, whatever the numbers. */
function countForms(words: BriefWords): ReadonlySet<string> {
  const [one, some, all] = COUNTS;
  const told = [
    ...[one, some].flatMap((count) => [words.passages(count), words.allVerified(count)]),
    ...[words.unverified, words.detached].flatMap((say) => [
      say(one, one),
      say(one, all),
      say(some, all),
    ]),
  ];
  return new Set(told.map((text) => withoutNumbers(comparable(text))));
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** Between the parts of what the app says. */
const SEPARATORS = /\s*[·,;.]\s*/u;

/** Whether a text is made of such parts alone; a part may hold what separates others. */
function consistsOf(text: string, isPart: (part: string) => boolean): boolean {
  const pieces = comparable(text)
    .split(SEPARATORS)
    .filter((piece) => piece !== '');
  let from = 0;
  while (from < pieces.length) {
    let to = pieces.length;
    while (to > from && !isPart(pieces.slice(from, to).join(', '))) to -= 1;
    if (to === from) return false;
    from = to;
  }
  return true;
}
