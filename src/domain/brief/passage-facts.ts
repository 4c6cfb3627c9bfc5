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

/** When the article appeared, if that is known. */
export function publication(article: BriefArticle, words: BriefWords): string[] {
  if (article.date === undefined) return [];
  const day = words.day(article.date);
  return [article.dateBasis === 'inferred' ? `${day} (${words.inferred})` : day];
}

/** The paragraph of the article, if that is known. */
export function placeOf({ paragraph }: BriefPassage): string[] {
  return paragraph === undefined ? [] : [`¶ ${paragraph}`];
}

/** A tag's name, with no-break spaces around a dot of its own so that it is not taken for a separator. */
export function tagPart(name: string): string {
  return oneLine(name).replace(/ ?· ?/g, (dot) => dot.replaceAll(' ', '\u00a0'));
}

/** What is to be said of a quote that is not verified. */
export function doubtOf({ verified, detached }: BriefPassage, words: BriefWords): string[] {
  if (verified) return [];
  return [detached ? words.detachedMarks[detached] : words.unverifiedMark];
}
