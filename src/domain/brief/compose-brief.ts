import { isAnchored } from '../annotation/anchored.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { hasPlace, isNoteOnly, isResolvedIn, needsRepair } from '../annotation/reanchor.ts';
import { type Article, articleText, BLOCK_SEPARATOR } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import type {
  Brief,
  BriefArticle,
  BriefPassage,
  BriefRequest,
  BriefSection,
  BriefSource,
  UnavailableArticle,
} from './brief.ts';

/** One cited article, as far as it is at hand. */
interface Cited {
  readonly brief: BriefArticle;
  readonly stored?: {
    readonly text: string;
    readonly textHash: string;
    /** Where each block begins in `text`, ascending. */
    readonly blockStarts: readonly number[];
  };
}

/** A passage beside the tags, all of them in the codebook, that it counts under. */
interface Entry {
  readonly annotation: Annotation;
  readonly tags: readonly Tag[];
  readonly passage: BriefPassage;
}

/**
 * Gathers what a brief says, in any language and any format. Sections come in codebook order, passages
 * by article in the library's order, then in reading order. An annotation whose article cannot be read
 * is kept as an unverified passage, since an analyst must not lose evidence without a word.
 * Takes O(n log n) for n annotations.
 */
export function composeBrief(request: BriefRequest): Brief {
  const tags = inCodebookOrder([...request.codebook, ...request.tags]);
  const chosen = new Set(request.tags.map((tag) => tag.id));
  const wanted = tagged(request.annotations, tags).filter(({ tags: own }) =>
    own.length === 0 ? request.includeUntagged : own.some((tag) => chosen.has(tag.id)),
  );
  const groups = byArticle(wanted, request);
  const entries = groups.flatMap((group) => group.entries);
  const sections = sectionsOf(
    entries,
    tags.filter((tag) => chosen.has(tag.id)),
  );
  return {
    title: request.title,
    created: request.created,
    tagNames: sections.flatMap(({ tagName }) => (tagName === undefined ? [] : [tagName])),
    passageCount: entries.length,
    sections,
    sources: groups.map((group) => sourceOf(group.cited, group.entries)),
  };
}

/** Each tag once, by its place in the codebook. */
function inCodebookOrder(tags: readonly Tag[]): Tag[] {
  const distinct = [...new Map(tags.map((tag) => [tag.id, tag])).values()];
  return distinct.sort((a, b) => a.order - b.order || compare(a.name, b.name));
}

type Tagged = Pick<Entry, 'annotation' | 'tags'>;

/** Each annotation with its tags in codebook order. A tag that is in no codebook any more is no tag. */
function tagged(annotations: readonly Annotation[], codebook: readonly Tag[]): Tagged[] {
  const rank = new Map(codebook.map((tag, index) => [tag.id, index]));
  return annotations.map((annotation) => {
    const ranks = new Set(annotation.tagIds.flatMap((id) => rank.get(id) ?? []));
    const tags = [...ranks].sort((a, b) => a - b).flatMap((index) => codebook[index] ?? []);
    return { annotation, tags };
  });
}

/** The wanted annotations under their articles: the library's, then those not at hand, then unknown ones. */
function byArticle(
  wanted: readonly Tagged[],
  request: BriefRequest,
): { readonly cited: Cited; readonly entries: readonly Entry[] }[] {
  const groups = new Map<string, Tagged[]>();
  for (const each of wanted) {
    const group = groups.get(each.annotation.articleId);
    if (group) group.push(each);
    else groups.set(each.annotation.articleId, [each]);
  }
  const stored = new Map(request.articles.map((article) => [article.id, article]));
  const missing = new Map(request.unavailable?.map((article) => [article.id, article]));
  const unknown = [...groups.keys()].sort(compare);
  const order = new Set([...stored.keys(), ...missing.keys(), ...unknown]);
  return [...order].flatMap((id) => {
    const group = groups.get(id);
    if (!group) return [];
    const cited = cite(stored.get(id) ?? missing.get(id) ?? { id, title: id });
    return [{ cited, entries: inReadingOrder(group).map((each) => entryOf(each, cited)) }];
  });
}

function inReadingOrder(group: readonly Tagged[]): Tagged[] {
  return [...group].sort(
    ({ annotation: a }, { annotation: b }) =>
      a.position.start - b.position.start || a.position.end - b.position.end || compare(a.id, b.id),
  );
}

function cite(article: Article | UnavailableArticle): Cited {
  const { id, title } = article;
  if (!('blocks' in article)) return { brief: { id, title } };
  const blockStarts: number[] = [];
  let next = 0;
  for (const block of article.blocks) {
    blockStarts.push(next);
    next += block.text.length + BLOCK_SEPARATOR.length;
  }
  return {
    brief: { id, title, date: article.date, dateBasis: article.dateBasis },
    stored: { text: articleText(article), textHash: article.textHash, blockStarts },
  };
}

function entryOf({ annotation, tags }: Tagged, { brief, stored }: Cited): Entry {
  const paragraph = stored && paragraphOf(annotation, stored);
  const passage: BriefPassage = {
    annotationId: annotation.id,
    quote: annotation.quote.exact,
    note: annotation.note,
    tagNames: tags.map((tag) => tag.name),
    article: brief,
    ...(paragraph ? { paragraph } : {}),
    ...(stored ? standingOf(annotation, stored) : { verified: false }),
  };
  return { annotation, tags, passage };
}

type Stored = NonNullable<Cited['stored']>;

/** The block that a passage begins in; of a place in another text, or past the end, there is none to name. */
function paragraphOf(annotation: Annotation, stored: Stored): number | undefined {
  const { position, textHash } = annotation;
  const isThere = textHash === stored.textHash && hasPlace(annotation);
  if (!isThere || position.start >= stored.text.length) return undefined;
  return lastUpTo(stored.blockStarts, position.start);
}

/** Whether a quote can be relied upon. The words themselves are compared, whatever was found out before. */
function standingOf(
  annotation: Annotation,
  { text, textHash }: Stored,
): Pick<BriefPassage, 'verified' | 'detached'> {
  if (isNoteOnly(annotation) && isResolvedIn(annotation, textHash)) {
    const isGone = !text.includes(annotation.quote.exact);
    return { verified: false, detached: isGone ? 'gone' : 'unplaced' };
  }
  const isSettled = annotation.textHash === textHash && !needsRepair(annotation);
  return { verified: isSettled && isAnchored(text, annotation) };
}

/** How many of the ascending `starts` are at most `offset`: the number of the block, counted from 1. */
function lastUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sections that have passages; `entries` are already in the order of reading. */
function sectionsOf(entries: readonly Entry[], chosen: readonly Tag[]): BriefSection[] {
  const untagged: BriefPassage[] = [];
  const passages = new Map<string, BriefPassage[]>(chosen.map((tag) => [tag.id, []]));
  for (const { tags, passage } of entries) {
    if (tags.length === 0) untagged.push(passage);
    for (const tag of tags) passages.get(tag.id)?.push(passage);
  }
  const sections: BriefSection[] = chosen.map((tag) => ({
    tagName: tag.name,
    passages: passages.get(tag.id) ?? [],
  }));
  return [...sections, { passages: untagged }].filter((section) => section.passages.length > 0);
}

function sourceOf({ brief, stored }: Cited, entries: readonly Entry[]): BriefSource {
  const hashes = new Set(entries.map(({ annotation }) => annotation.textHash));
  const [only] = hashes;
  const textHash = stored?.textHash ?? (hashes.size === 1 ? only : undefined);
  return {
    ...brief,
    ...(textHash ? { textHash } : {}),
    available: stored !== undefined,
    passages: entries.length,
    unverified: entries.filter(({ passage }) => !passage.verified && !passage.detached).length,
    detached: entries.filter(({ passage }) => passage.detached).length,
  };
}

/** By UTF-16 code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
