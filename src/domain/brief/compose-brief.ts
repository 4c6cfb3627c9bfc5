import { isAnchored } from '../annotation/anchored.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { hasPrivateNote, withoutPrivateNote } from '../annotation/private-note.ts';
import { hasPlace, isNoteOnly, isResolvedIn, needsRepair } from '../annotation/reanchor.ts';
import { type Article, articleText, BLOCK_SEPARATOR } from '../article/article.ts';
import { countWhile } from '../bisect.ts';
import type { Tag } from '../tag/tag.ts';
import type {
  Brief,
  BriefArticle,
  BriefPassage,
  BriefRequest,
  BriefSource,
  UnavailableArticle,
} from './brief.ts';
import {
  anchoring,
  choosing,
  chosenTags,
  compare,
  inCodebookOrder,
  withTheirTags,
} from './choose-passages.ts';
import { type Candidate, composeSections, type Entry } from './compose-sections.ts';
import { printOnce } from './print-once.ts';
import { type BriefPlan, type Grouping, type Printing, showsOf } from './saved-brief.ts';

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

/**
 * Gathers what a brief says, in any language and any format. Sections come in the order of the codebook, of the
 * library or of the days, passages by article in the library's order, then in reading order; then what was moved by
 * hand. An annotation whose article cannot be read is kept as an unverified passage, since an analyst must not lose
 * evidence without a word. Takes O(n log n) for n annotations.
 */
export function composeBrief(request: BriefRequest): Brief {
  const { plan, title, created } = request;
  const codebook = inCodebookOrder(request.codebook);
  const groups = byArticle(candidatesOf(request, codebook), request);
  const entries = groups.flatMap((group) => group.entries);
  const groupBy = groupingOf(plan);
  const tags = chosenTags(plan.choice, codebook);
  const kept = groups.flatMap((group) => {
    const own = group.entries.filter(({ isIn }) => isIn);
    return own.length > 0 ? [{ ...group, entries: own }] : [];
  });
  const quoted = kept.flatMap((group) => group.entries);
  const sections = composeSections(entries, { codebook, tags }, plan, groupBy);
  return {
    title,
    created,
    template: plan.arrangement.template,
    groupBy,
    shows: showsOf(plan.arrangement),
    printing: printingOf(plan),
    introduction: plan.introduction,
    tagNames: tagNamesOf(quoted, tags),
    passageCount: quoted.length,
    privateNotes: quoted.filter(({ annotation }) => hasPrivateNote(annotation)).length,
    sections: printingOf(plan) === 'once' ? printOnce(sections) : sections,
    sources: kept.map((group) => sourceOf(group.cited, group.entries)),
  };
}

/** How a plan's sections gather passages: a digest is of articles. */
export function groupingOf({ arrangement }: Pick<BriefPlan, 'arrangement'>): Grouping {
  return arrangement.template === 'digest' ? 'article' : arrangement.groupBy;
}

/** Where a passage under several tags is printed: there is a choice only where sections are tags. */
export function printingOf(plan: Pick<BriefPlan, 'arrangement'>): Printing {
  return groupingOf(plan) === 'tag' ? (plan.arrangement.printing ?? 'each') : 'each';
}

function candidatesOf(
  { plan: { choice, arrangement }, annotations, articles }: BriefRequest,
  codebook: readonly Tag[],
): Candidate[] {
  const dates = new Map(articles.map(({ id, date }) => [id, date]));
  const dateOf = (articleId: string) => dates.get(articleId);
  const isWanted = choosing(choice, codebook, dateOf);
  const isAnchor = anchoring(arrangement, dateOf);
  const leftOut = new Set(choice.leftOut);
  return withTheirTags(annotations, codebook).flatMap((tagged) => {
    const { annotation } = tagged;
    const isIn = isWanted(tagged) && !leftOut.has(annotation.id);
    return isIn || isAnchor(annotation) ? [{ ...tagged, isIn }] : [];
  });
}

/** The chosen tags that any passage has. */
function tagNamesOf(entries: readonly Entry[], tags: readonly Tag[]): string[] {
  const used = new Set(entries.flatMap((entry) => entry.tags));
  return tags.filter((tag) => used.has(tag)).map(({ name }) => name);
}

/** Annotations under their articles: the library's, then those not at hand, then unknown ones. */
function byArticle(
  candidates: readonly Candidate[],
  request: BriefRequest,
): { readonly cited: Cited; readonly entries: readonly Entry[] }[] {
  const groups = new Map<string, Candidate[]>();
  for (const each of candidates) {
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

function inReadingOrder(group: readonly Candidate[]): Candidate[] {
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

function entryOf({ annotation, tags, isIn }: Candidate, { brief, stored }: Cited): Entry {
  const paragraph = stored && paragraphOf(annotation, stored);
  const passage: BriefPassage = {
    annotationId: annotation.id,
    quote: annotation.quote.exact,
    note: withoutPrivateNote(annotation).note,
    ...(annotation.translation && { translation: annotation.translation }),
    tagNames: tags.map((tag) => tag.name),
    article: brief,
    ...(paragraph ? { paragraph } : {}),
    ...(stored ? standingOf(annotation, stored) : { verified: false }),
  };
  return { annotation, tags, isIn, passage };
}

type Stored = NonNullable<Cited['stored']>;

/** The block that a passage begins in; of a place in another text, or past the end, there is none to name. */
function paragraphOf(annotation: Annotation, stored: Stored): number | undefined {
  const { position, textHash } = annotation;
  const isThere = textHash === stored.textHash && hasPlace(annotation);
  if (!isThere || position.start >= stored.text.length) return undefined;
  const { blockStarts } = stored;
  return countWhile(blockStarts.length, (at) => (blockStarts[at] ?? 0) <= position.start);
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
