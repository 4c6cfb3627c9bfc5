import type { PhrasingContent } from 'mdast';
import type { BriefArticle, BriefPassage, BriefWords } from './brief.ts';
import { vietnamese } from './brief-blocks.ts';
import { verbatim } from './markdown-text.ts';
import { oneLine } from './one-line.ts';

/** Stands between what were lines, where there can be but one. */
export const LINE_SEPARATOR = ' / ';

/** `, a, b`: what follows the title. */
export function listed(facts: readonly string[]): string {
  return facts.map((fact) => `, ${fact}`).join('');
}

/** The title as one line. What has none goes by its id: emphasis cannot be empty. */
function titleText({ title, id }: BriefArticle): string {
  return oneLine(title) || id;
}

/** The article's title, in the language that it is in. */
export function titleOf(article: BriefArticle): PhrasingContent {
  return vietnamese({ type: 'emphasis', children: [verbatim(titleText(article))] });
}

/** When the article appeared, if that is known; a date that it does not print has the mark of the footnote. */
export function publication(article: BriefArticle, words: BriefWords): string[] {
  return published(article, words, words.inferredMark);
}

/** The same where no footnote follows. */
export function publicationInFull(article: BriefArticle, words: BriefWords): string[] {
  return published(article, words, ` (${words.inferred})`);
}

function published({ date, dateBasis }: BriefArticle, words: BriefWords, mark: string): string[] {
  if (date === undefined) return [];
  return [dateBasis === 'inferred' ? `${words.day(date)}${mark}` : words.day(date)];
}

/** The paragraph of the article, if that is known. */
export function placeOf({ paragraph }: BriefPassage): string[] {
  return paragraph === undefined ? [] : [`¶ ${paragraph}`];
}

/** A tag's name, with no-break spaces around a dot of its own so that it is not taken for a separator. */
export function tagPart(name: string): string {
  return oneLine(name).replace(/ ?· ?/g, (dot) => dot.replaceAll(' ', '\u00a0'));
}

/**
 * The tags of a passage, as they stand between separators: those in whose sections it would stand, too, come last, and
 * say so. In a name that begins like that, a no-break space keeps it from being taken for one of those.
 */
export function tagParts(
  { tagNames, alsoUnder = [] }: BriefPassage,
  words: BriefWords,
  hasTags = true,
): string[] {
  const label = `${words.alsoUnder} `;
  const part = (name: string) => {
    const said = tagPart(name);
    return said.startsWith(label) ? said.replace(label, `${words.alsoUnder}\u00a0`) : said;
  };
  const own = hasTags ? tagNames.filter((name) => !alsoUnder.includes(name)) : [];
  const others = alsoUnder.map((name, at) => (at === 0 ? label : '') + part(name));
  return [...own.map(part), ...others];
}

/** What is to be said of a quote that is not verified. */
export function doubtOf({ verified, detached }: BriefPassage, words: BriefWords): string[] {
  if (verified) return [];
  return [detached ? words.detachedMarks[detached] : words.unverifiedMark];
}
