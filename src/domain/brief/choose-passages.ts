import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { type Arrangement, type PassageChoice, sectionKey } from './saved-brief.ts';

/** An annotation with its tags, all of them in the codebook, in codebook order. */
export interface Tagged {
  readonly annotation: Annotation;
  readonly tags: readonly Tag[];
}

/** Each tag once, by its place in the codebook. */
export function inCodebookOrder(tags: readonly Tag[]): Tag[] {
  const distinct = [...new Map(tags.map((tag) => [tag.id, tag])).values()];
  return distinct.sort((a, b) => a.order - b.order || compare(a.name, b.name));
}

/** By UTF-16 code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Each annotation with its tags. A tag that is in no codebook any more is no tag.
 * @param codebook in order.
 */
export function withTheirTags(
  annotations: readonly Annotation[],
  codebook: readonly Tag[],
): Tagged[] {
  const rank = new Map(codebook.map((tag, index) => [tag.id, index]));
  return annotations.map((annotation) => {
    const ranks = new Set(annotation.tagIds.flatMap((id) => rank.get(id) ?? []));
    const tags = [...ranks].sort((a, b) => a - b).flatMap((index) => codebook[index] ?? []);
    return { annotation, tags };
  });
}

/** The tags that are chosen, in codebook order. */
export function chosenTags({ tagIds }: PassageChoice, codebook: readonly Tag[]): readonly Tag[] {
  if (tagIds === null) return codebook;
  const chosen = new Set(tagIds);
  return codebook.filter(({ id }) => chosen.has(id));
}

/**
 * Whether a choice takes an annotation in, whatever was left out by hand (`PassageChoice.leftOut`).
 * @param codebook in order.
 * @param dateOf the ISO day of an article, as far as it is known; articles of no known day are in no range.
 */
export function choosing(
  choice: PassageChoice,
  codebook: readonly Tag[],
  dateOf: (articleId: string) => string | undefined,
): (tagged: Tagged) => boolean {
  const wanted = chosenTags(choice, codebook);
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const articleIds = choice.articleIds && new Set(choice.articleIds);
  return ({ annotation: { articleId }, tags }) => {
    if (articleIds && !articleIds.has(articleId)) return false;
    if (!isWithin(dateOf(articleId), choice)) return false;
    if (tags.length === 0) return choice.includeUntagged;
    const count = tags.filter(({ id }) => wantedIds.has(id)).length;
    return choice.match === 'all' ? count > 0 && count === wanted.length : count > 0;
  };
}

/**
 * Whether something may have been put behind an annotation, or behind a section that gathers it. Such a one is needed to
 * put a brief in order, chosen or not: or what was put behind it would lose its place.
 * @param dateOf as of `choosing`.
 */
export function anchoring(
  { moves }: Pick<Arrangement, 'moves'>,
  dateOf: (articleId: string) => string | undefined,
): (annotation: Annotation) => boolean {
  const anchors = new Set(Object.values(moves).flatMap((list) => list.map(({ after }) => after)));
  if (anchors.size === 0) return () => false;
  return ({ id, articleId }) =>
    anchors.has(id) ||
    anchors.has(sectionKey('article', articleId)) ||
    anchors.has(sectionKey('date', dateOf(articleId)));
}

function isWithin(day: string | undefined, { from, to }: PassageChoice): boolean {
  if (from === undefined && to === undefined) return true;
  return day !== undefined && (from ?? day) <= day && day <= (to ?? day);
}
