import { z } from 'zod';
import type { Annotation, TextQuoteSelector, Translation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { anchorSchema, positionSchema, quoteSchema } from './selector-schema.ts';
import { writable } from './write-xml.ts';

/*
 * What a REFI-QDA project has no room for goes along in a note of its own, as JSON, so that our own projects are read
 * back as the very same rows. What other tools see and may change (notes, tags, names, times) is not repeated there
 * unless it could not be written as it is, and then counts only as long as nobody changed it.
 */

const FORMAT = 'ben-le-qdpx';
const VERSION = 1;

const translation = z.object({ text: z.string().min(1), checked: z.boolean() });
/** Context of a quote: how many UTF-16 code units of the text it is, or what else it says. */
const context = z.union([z.int().nonnegative(), z.string()]);
type Context = z.infer<typeof context>;

const ranges = z.array(positionSchema).readonly();
const sentence = z.object({
  before: context,
  after: context,
  distinctBefore: ranges.exactOptional(),
  distinctAfter: ranges.exactOptional(),
});

const article = z.object({ guid: z.string(), id: z.string(), textHash: z.string() });

const tag = z.object({
  guid: z.string(),
  id: z.string(),
  order: z.number(),
  shortcut: z.string().exactOptional(),
  name: z.string().exactOptional(),
  description: z.string().exactOptional(),
});

const annotation = z.object({
  guid: z.string(),
  id: z.string(),
  /** Of a passage that stands in the text of its source: UTF-16 code units, by which it is seen to be unchanged. */
  position: positionSchema.exactOptional(),
  prefix: context.exactOptional(),
  suffix: context.exactOptional(),
  sentence: sentence.exactOptional(),
  /** Of one that has no place in it: all that there is to say. */
  elsewhere: z
    .object({
      articleId: z.string(),
      textHash: z.string(),
      position: positionSchema,
      quote: quoteSchema,
    })
    .exactOptional(),
  anchor: anchorSchema.exactOptional(),
  note: z.string().exactOptional(),
  translation: translation.exactOptional(),
  tagIds: z.array(z.string()).readonly().exactOptional(),
  createdAt: z.string().exactOptional(),
  updatedAt: z.string().exactOptional(),
});

const ownData = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  articles: z.array(article),
  tags: z.array(tag),
  annotations: z.array(annotation),
});

export type OwnArticle = z.infer<typeof article>;
export type OwnTag = z.infer<typeof tag>;
export type OwnAnnotation = z.infer<typeof annotation>;

/** By GUID. */
export interface OwnData {
  readonly articles: ReadonlyMap<string, OwnArticle>;
  readonly tags: ReadonlyMap<string, OwnTag>;
  readonly annotations: ReadonlyMap<string, OwnAnnotation>;
}

export const NO_OWN_DATA: OwnData = {
  articles: new Map(),
  tags: new Map(),
  annotations: new Map(),
};

const byGuid = <Row extends { readonly guid: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.guid, row]));

/** `undefined` for a text that is something else, or was damaged: then there is what all tools can see. */
export function readOwnData(text: string): OwnData | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = ownData.safeParse(value);
  if (!read.success) return undefined;
  const { articles, tags, annotations } = read.data;
  return { articles: byGuid(articles), tags: byGuid(tags), annotations: byGuid(annotations) };
}

/** The text of the note, one row a line. */
export function* writeOwnData(
  articles: Iterable<OwnArticle>,
  tags: Iterable<OwnTag>,
  annotations: Iterable<OwnAnnotation>,
): Generator<string> {
  yield `{"format":${JSON.stringify(FORMAT)},"version":${VERSION}`;
  for (const [name, rows] of Object.entries({ articles, tags, annotations })) {
    yield `,\n"${name}":[`;
    let separator = '\n';
    for (const row of rows) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
    }
    yield ']';
  }
  yield '}\n';
}

/** What all tools can see of an annotation, besides its passage. */
export interface Shown {
  readonly note: string;
  readonly translation?: Translation;
  /** Of tags that are in the codebook, each once. */
  readonly tagIds: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A time as XML and all tools understand it. */
export function canonicalTime(text: string): string | undefined {
  const time = Date.parse(text);
  const written = Number.isNaN(time) ? undefined : new Date(time).toISOString();
  // Years of more than four digits have another form, which rows do not.
  return written?.length === 24 ? written : undefined;
}

/** Of what says no time. */
export const NO_TIME = new Date(0).toISOString();

/** @param isKnown whether the codebook has a tag. */
export function shownOf(row: Shown, isKnown: (tagId: string) => boolean): Shown {
  const { note, translation: said, tagIds, createdAt, updatedAt } = row;
  return {
    note: writable(note),
    ...(said && { translation: { ...said, text: writable(said.text) } }),
    tagIds: [...new Set(tagIds)].filter(isKnown),
    createdAt: canonicalTime(createdAt) ?? NO_TIME,
    updatedAt: canonicalTime(updatedAt) ?? NO_TIME,
  };
}

const SHOWN = ['note', 'translation', 'tagIds', 'createdAt', 'updatedAt'] as const;
type OwnShown = Partial<Pick<Annotation, (typeof SHOWN)[number]>>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What of an annotation could not be written as it is. */
export function unshownOf(row: Annotation, shown: Shown): OwnShown {
  const names = SHOWN.filter((name) => !isSame(row[name], shown[name]));
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** What was meant, where what can be seen is still what was written. */
export function asMeant(
  seen: Shown,
  own: OwnAnnotation | undefined,
  isKnown: (tagId: string) => boolean,
): Shown {
  if (!own) return seen;
  const written = shownOf({ ...seen, ...own }, isKnown);
  const meant = SHOWN.filter(
    (name) => own[name] !== undefined && isSame(written[name], seen[name]),
  );
  return { ...seen, ...Object.fromEntries(meant.map((name) => [name, own[name]])) };
}

const before = (text: string, start: number, said: string): Context =>
  start >= said.length && text.startsWith(said, start - said.length) ? said.length : said;

const after = (text: string, end: number, said: string): Context =>
  text.startsWith(said, end) ? said.length : said;

/** The context of a quote, as short as it can be said. */
export function contextOf(
  text: string,
  { position: { start, end }, quote }: Pick<Annotation, 'position' | 'quote'>,
): Pick<OwnAnnotation, 'prefix' | 'suffix' | 'sentence'> {
  return {
    prefix: before(text, start, quote.prefix),
    suffix: after(text, end, quote.suffix),
    ...(quote.sentence && {
      sentence: {
        ...quote.sentence,
        before: before(text, start, quote.sentence.before),
        after: after(text, end, quote.sentence.after),
      },
    }),
  };
}

/** The quote that `contextOf` was made of. */
export function quoteAt(
  text: string,
  { start, end }: Annotation['position'],
  { prefix = 0, suffix = 0, sentence }: Pick<OwnAnnotation, 'prefix' | 'suffix' | 'sentence'>,
): TextQuoteSelector {
  const left = (of: Context) => (typeof of === 'string' ? of : text.slice(start - of, start));
  const right = (of: Context) => (typeof of === 'string' ? of : text.slice(end, end + of));
  return {
    exact: text.slice(start, end),
    prefix: left(prefix),
    suffix: right(suffix),
    ...(sentence && {
      sentence: { ...sentence, before: left(sentence.before), after: right(sentence.after) },
    }),
  };
}

/** What a code cannot say of a tag, or not as it is. */
export function ownTagOf(guid: string, { id, order, shortcut, name, description }: Tag): OwnTag {
  return {
    guid,
    id,
    order,
    ...(shortcut !== undefined && { shortcut }),
    ...(writable(name) !== name && { name }),
    ...(writable(description) !== description && { description }),
  };
}

/** A name or description as it was meant, where it still reads as it was written. */
export function textAsMeant(seen: string, own: string | undefined): string {
  return own !== undefined && writable(own) === seen ? own : seen;
}
