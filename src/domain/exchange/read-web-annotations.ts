import { z } from 'zod';
import type { Annotation, Translation } from '../annotation/annotation.ts';
import { failed, ok, type Result } from '../result.ts';
import { tagFinder } from '../tag/codebook.ts';
import { TAG_COLOURS, type Tag } from '../tag/tag.ts';
import { OmissionList } from './omissions.ts';
import {
  OWN_NAMESPACE,
  OWN_PREFIX,
  readAnnotationIri,
  readArticleIri,
  TRANSLATING,
  VERSION,
  withoutPrefix,
} from './web-annotation-terms.ts';
import { APP_NAME, type ExchangeProblem, type ForeignWork } from './work.ts';

/** A property that may be absent, given once, or be a list. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((one) => [one])]).default([]);

/** Objects of which only our own properties count. */
const ownOf = <Own extends z.ZodType>(own: Own) => z.unknown().transform(withoutPrefix).pipe(own);

const position = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const quote = z.object({
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});

const anchor = z.object({
  state: z.enum(['moved', 'ambiguous', 'lost']),
  score: z.number(),
  textHash: z.string(),
  original: z.object({ textHash: z.string(), position, quote }),
  accepted: z.boolean(),
  alternatives: z.array(z.object({ position, quote })).readonly().exactOptional(),
});

const tag = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string(),
  colour: z.enum(TAG_COLOURS),
  shortcut: z.string().exactOptional(),
  order: z.number(),
}) satisfies z.ZodType<Tag>;

const body = z.object({
  type: z.literal('TextualBody'),
  purpose: z.string(),
  value: z.string(),
  'benle:tag': z.string().min(1).optional(),
  'benle:checked': z.boolean().default(false),
});
type Body = z.infer<typeof body>;

/** Whatever other tools put beside what is ours is passed over. */
const other = z.unknown().transform(() => ({ type: 'other' as const }));

const selector = z.union([
  position.extend({ type: z.literal('TextPositionSelector') }),
  quote.extend({ type: z.literal('TextQuoteSelector') }),
  other,
]);

const target = z.object({
  source: z.string(),
  selector: listOf(selector),
  'benle:textHash': z.string(),
  'benle:position': ownOf(position).optional(),
  'benle:anchor': ownOf(anchor).optional(),
});

const annotation = z.object({
  id: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  body: listOf(z.union([body, other])),
  target,
});

const collection = z.object({
  '@context': z
    .array(z.unknown())
    .refine((contexts) => contexts.some(isOwnContext), 'not a collection of ours'),
  type: z.literal('AnnotationCollection'),
  'benle:version': z.literal(VERSION),
});

const contents = z.object({
  'benle:tags': z.array(ownOf(tag)),
  first: z.object({ items: z.array(z.unknown()) }),
});

function isOwnContext(context: unknown): boolean {
  return (
    typeof context === 'object' &&
    context !== null &&
    (context as Record<string, unknown>)[OWN_PREFIX] === OWN_NAMESPACE
  );
}

type TagNamed = (name: string) => Tag | undefined;

/** The tags of an annotation: by their ids, or where another tool added one, by its name. */
function tagIdsOf(bodies: readonly Body[], tagNamed: TagNamed): string[] | undefined {
  const ids: string[] = [];
  for (const { purpose, value, 'benle:tag': known } of bodies) {
    if (purpose !== 'tagging') continue;
    const id = known ?? tagNamed(value)?.id;
    if (id === undefined) return undefined;
    if (known !== undefined || !ids.includes(id)) ids.push(id);
  }
  return ids;
}

function translationOf(bodies: readonly Body[]): { translation?: Translation } {
  const found = bodies.find(({ purpose }) => purpose === TRANSLATING);
  if (!found || found.value === '') return {};
  return { translation: { text: found.value, checked: found['benle:checked'] } };
}

function toRow(value: unknown, tagNamed: TagNamed): Annotation | undefined {
  const read = annotation.safeParse(value);
  if (!read.success) return undefined;
  const { created, modified, target: of } = read.data;
  const bodies = read.data.body.filter((one) => one.type === 'TextualBody');
  const id = readAnnotationIri(read.data.id);
  const articleId = readArticleIri(of.source);
  const counted = of.selector.find((one) => one.type === 'TextPositionSelector');
  const quoted = of.selector.find((one) => one.type === 'TextQuoteSelector');
  const place = of['benle:position'] ?? counted;
  const tagIds = tagIdsOf(bodies, tagNamed);
  if (!id || !articleId || !place || !quoted || !tagIds) return undefined;
  const notes = bodies.filter(({ purpose }) => purpose === 'commenting');
  return {
    id,
    articleId,
    textHash: of['benle:textHash'],
    position: { start: place.start, end: place.end },
    quote: { exact: quoted.exact, prefix: quoted.prefix, suffix: quoted.suffix },
    ...(of['benle:anchor'] && { anchor: of['benle:anchor'] }),
    tagIds,
    note: notes.map(({ value: note }) => note).join('\n\n'),
    ...translationOf(bodies),
    createdAt: created,
    updatedAt: modified,
  };
}

/** What an annotation that cannot be read may be known by. */
function nameOf(value: unknown): string {
  const named = z.object({ target: z.object({ selector: z.array(z.unknown()) }) }).safeParse(value);
  for (const one of named.success ? named.data.target.selector : []) {
    const quoted = z.object({ exact: z.string() }).safeParse(one);
    if (quoted.success) return quoted.data.exact;
  }
  const known = z.object({ id: z.string() }).safeParse(value);
  return known.success ? known.data.id : '';
}

/**
 * Reads a collection that `writeWebAnnotations` wrote: the very same rows, whatever articles and tags there are here.
 * @param value the JSON of the file.
 */
export function readWebAnnotations(value: unknown): Result<ForeignWork, ExchangeProblem> {
  const frame = collection.safeParse(value);
  if (!frame.success) return failed({ kind: 'not-ours', detail: z.prettifyError(frame.error) });
  const read = contents.safeParse(value);
  if (!read.success) return failed({ kind: 'damaged', detail: z.prettifyError(read.error) });
  const { 'benle:tags': tags, first } = read.data;
  const tagNamed = tagFinder(tags);
  const rows = first.items.map((item) => ({ item, row: toRow(item, tagNamed) }));
  const omissions = new OmissionList();
  for (const { item, row } of rows) {
    if (!row) omissions.add('annotation', 'unreadable', nameOf(item));
  }
  return ok({
    origin: APP_NAME,
    tags,
    annotations: rows.flatMap(({ row }) => row ?? []),
    leftOut: omissions.list,
  });
}
