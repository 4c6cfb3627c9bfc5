import type { Tag } from '../tag/tag.ts';
import { arranged } from './arrange.ts';
import type { BriefPassage, BriefSection, SectionSubject } from './brief.ts';
import { compare, type Tagged } from './choose-passages.ts';
import {
  type BriefPlan,
  type Grouping,
  type Move,
  sectionKey,
  sectionsKey,
} from './saved-brief.ts';

/** An annotation, and whether the brief speaks of it: what it does not speak of may be needed to put it in order. */
export interface Candidate extends Tagged {
  readonly isIn: boolean;
}

/** A passage beside the tags, all of them in the codebook, that it counts under. */
export interface Entry extends Candidate {
  readonly passage: BriefPassage;
}

/** A section before it has its remark and its order. */
interface Gathered {
  readonly key: string;
  readonly subject: SectionSubject;
  readonly passages: BriefPassage[];
}

/**
 * The sections in their natural order, also those that no passage is in: another may have been put behind them.
 * `entries` are already in the order of reading.
 */
function gather(entries: readonly Entry[], groupBy: Grouping, tags: Tags): readonly Gathered[] {
  if (groupBy === 'tag') return byTag(entries, tags);
  const sections = new Map<string, Gathered>();
  for (const { passage, isIn } of entries) {
    const { article } = passage;
    const key = sectionKey(groupBy, groupBy === 'article' ? article.id : article.date);
    const subject: SectionSubject =
      groupBy === 'article'
        ? { by: 'article', article }
        : { by: 'date', ...(article.date !== undefined && { date: article.date }) };
    const section = sections.get(key) ?? { key, subject, passages: [] };
    sections.set(key, section);
    if (isIn) section.passages.push(passage);
  }
  const found = [...sections.values()];
  return groupBy === 'date' ? found.sort(byDay) : found;
}

/** Oldest first; what has no day comes last. */
function byDay({ subject: a }: Gathered, { subject: b }: Gathered): number {
  const day = (subject: SectionSubject) => (subject.by === 'date' && subject.date) || '\uffff';
  return compare(day(a), day(b));
}

interface Tags {
  readonly codebook: readonly Tag[];
  /** Those that are chosen. */
  readonly tags: readonly Tag[];
}

function byTag(entries: readonly Entry[], { codebook, tags }: Tags): Gathered[] {
  const section = (id: string | undefined, subject: SectionSubject): Gathered => ({
    key: sectionKey('tag', id),
    subject,
    passages: [],
  });
  const untagged = section(undefined, { by: 'untagged' });
  const sections = new Map(
    codebook.map(({ id, name }) => [id, section(id, { by: 'tag', tagName: name })]),
  );
  const chosen = new Set(tags);
  for (const { tags: own, passage, isIn } of entries) {
    if (!isIn) continue;
    if (own.length === 0) untagged.passages.push(passage);
    for (const tag of own) if (chosen.has(tag)) sections.get(tag.id)?.passages.push(passage);
  }
  return [...sections.values(), untagged];
}

/**
 * The sections that have passages, with their remarks, all in the order that the analyst gave them.
 * @param entries in the order of reading.
 */
export function composeSections(
  entries: readonly Entry[],
  tags: Tags,
  { arrangement: { moves }, remarks }: BriefPlan,
  groupBy: Grouping,
): BriefSection[] {
  const gathered = gather(entries, groupBy, tags);
  const inOrder = arranged(gathered, moves[sectionsKey(groupBy)] ?? [], ({ key }) => key);
  return inOrder
    .filter(({ passages }) => passages.length > 0)
    .map(({ key, subject, passages }) => ({
      key,
      subject,
      remark: remarks[key] ?? '',
      passages: arrangedAmong(entries, passages, moves[key] ?? []),
    }));
}

/** Passages in the order given by hand. What they were put behind may be in the section no more: all are put in order. */
function arrangedAmong(
  entries: readonly Entry[],
  passages: readonly BriefPassage[],
  moves: readonly Move[],
): readonly BriefPassage[] {
  if (moves.length === 0) return passages;
  const own = new Set(passages);
  const all = entries.map(({ passage }) => passage);
  return arranged(all, moves, ({ annotationId }) => annotationId).filter((one) => own.has(one));
}
