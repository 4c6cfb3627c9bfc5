import type { Annotation } from '../annotation/annotation.ts';
import { passageLink } from '../annotation/link.ts';
import type { Basis } from '../article/article.ts';
import type { Brief, BriefPassage } from './brief.ts';

/** What is told of each passage in a spreadsheet, in the order of its columns. */
export const EVIDENCE_COLUMNS = [
  'passage',
  'translation',
  'translationChecked',
  'tags',
  'note',
  'article',
  'date',
  'dateBasis',
  'paragraph',
  'verified',
  'link',
  'created',
  'updated',
  'sha256',
  'id',
] as const;
export type EvidenceColumn = (typeof EVIDENCE_COLUMNS)[number];

/** The columns that a brief shows, in order: what it leaves out of its text, it leaves out here. */
export function evidenceColumns({ shows }: Pick<Brief, 'shows'>): readonly EvidenceColumn[] {
  const hidden = new Set<EvidenceColumn>([
    ...(shows.notes ? [] : (['note'] as const)),
    ...(shows.tags ? [] : (['tags'] as const)),
    ...(shows.paragraphs ? [] : (['paragraph'] as const)),
    ...(shows.hashes ? [] : (['sha256'] as const)),
  ]);
  return EVIDENCE_COLUMNS.filter((column) => !hidden.has(column));
}

/** What a cell holds; a format writes each kind in its own way. */
export type EvidenceCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'number'; readonly number: number }
  /** An ISO day. */
  | { readonly kind: 'day'; readonly isoDay: string }
  /** ISO 8601 in UTC. */
  | { readonly kind: 'time'; readonly isoTime: string };

/** How far a quote can be relied upon; see `BriefPassage`. */
type Standing = 'verified' | 'unverified' | NonNullable<BriefPassage['detached']>;

/** The words of a table of evidence: one implementation for each language. */
export interface EvidenceWords {
  /** What the sheet is called: at most 31 characters, none of `\ / ? * [ ] :`. */
  readonly sheet: string;
  readonly headings: Readonly<Record<EvidenceColumn, string>>;
  readonly yes: string;
  readonly no: string;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  /** Stands between the tags of a passage. */
  readonly tagSeparator: string;
  /** Ends a text that was too long for a cell. */
  readonly cutMark: string;
}

/** One passage: its cells, as `evidenceColumns` has them. */
export type EvidenceRow = readonly EvidenceCell[];

/**
 * The passages of a brief, a row each, in the order in which the brief first comes to them: one that stands under
 * two tags has one row, with both.
 */
export function* evidenceRows(
  brief: Brief,
  annotations: readonly Annotation[],
  words: EvidenceWords,
): Generator<EvidenceRow> {
  const hashes = new Map(brief.sources.map(({ id, textHash }) => [id, textHash]));
  const columns = evidenceColumns(brief);
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const passage of differentPassages(brief)) {
    const facts: Facts = {
      ...factsOf(passage, words),
      ...timesOf(byId.get(passage.annotationId)),
      sha256: text(hashes.get(passage.article.id)),
    };
    yield columns.map((column) => facts[column]);
  }
}

function differentPassages({ sections }: Brief): Iterable<BriefPassage> {
  const passages = sections.flatMap((section) => section.passages);
  return new Map(passages.map((passage) => [passage.annotationId, passage])).values();
}

type Facts = Readonly<Record<EvidenceColumn, EvidenceCell>>;

const EMPTY: EvidenceCell = { kind: 'empty' };

function text(value: string | undefined): EvidenceCell {
  return value ? { kind: 'text', text: value.replace(/\r\n?/g, '\n') } : EMPTY;
}

function factsOf(
  passage: BriefPassage,
  words: EvidenceWords,
): Omit<Facts, 'sha256' | 'created' | 'updated'> {
  const { article, paragraph, translation } = passage;
  const checked = translation && (translation.checked ? words.yes : words.no);
  return {
    passage: text(passage.quote),
    translation: text(translation?.text),
    translationChecked: text(checked),
    tags: text(passage.tagNames.join(words.tagSeparator)),
    note: text(passage.note),
    article: text(article.title),
    date: article.date === undefined ? EMPTY : { kind: 'day', isoDay: article.date },
    dateBasis: text(article.dateBasis && words.bases[article.dateBasis]),
    paragraph: paragraph === undefined ? EMPTY : { kind: 'number', number: paragraph },
    verified: text(words.standings[standingOf(passage)]),
    link: { kind: 'link', url: passageLink(passage.annotationId) },
    id: text(passage.annotationId),
  };
}

function standingOf({ verified, detached }: BriefPassage): Standing {
  return verified ? 'verified' : (detached ?? 'unverified');
}

function timesOf(annotation: Annotation | undefined): Pick<Facts, 'created' | 'updated'> {
  const time = (isoTime: string): EvidenceCell => ({ kind: 'time', isoTime });
  return annotation
    ? { created: time(annotation.createdAt), updated: time(annotation.updatedAt) }
    : { created: EMPTY, updated: EMPTY };
}
