import { z } from 'zod';
import type { Effect } from '../../domain/change/change.ts';
import { advance, type Head } from '../../domain/change/head.ts';
import { changeSchema, headSchema, type JournaledChange } from '../../shared/journal.ts';
import { seal } from './checked-line.ts';
import { type FoundLine, findLines } from './find-lines.ts';

/**
 * A segment of the journal: `changes-000000000001.jsonl`, named after the first `seq` that it may hold.
 *
 * JSON Lines in UTF-8, each line sealed (see `seal`):
 *
 * 1. the header: `sum`, `format` ("ben-le-journal"), `version` (1), `app` (the version of the app that began the
 *    segment), `time` (ISO 8601 in UTC), `after` (the head that the first change follows upon), and `base` when
 *    the segment follows upon a snapshot of rows and not upon the segment before it;
 * 2. one line a change: `sum`, `seq`, `digest` (of all rows after it; left out where damage has made it unknown),
 *    `change`.
 *
 * Lines are only ever added, at the end. A segment is written anew, whole, for two reasons: to leave out what
 * damage has made unreadable, and to put back what was missing.
 *
 * Every version of the format keeps the seal and the header's `format` and `version`, so that an older app can
 * tell what is newer from what is damaged.
 */
const FORMAT = 'ben-le-journal';
const VERSION = 1;

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  app: z.string(),
  time: z.iso.datetime(),
  after: headSchema,
  base: z.literal('snapshot').optional(),
});
export type SegmentHeader = z.infer<typeof headerSchema>;

const entrySchema = z
  .strictObject({
    seq: z.int().positive(),
    digest: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .optional(),
    change: changeSchema,
  })
  .refine(({ seq, change }) => seq === change.seq);

/** A change in a segment. */
export interface Entry {
  readonly seq: number;
  readonly digest?: string | undefined;
  readonly change: JournaledChange;
  /** The line as it is in the file, without its newline: what is written anew stays byte for byte. */
  readonly line: string;
}

/** What could be read of a segment. */
export interface Segment {
  /** `null` when it is damaged. */
  readonly header: SegmentHeader | null;
  /** In the order of `seq`, each once. */
  readonly entries: readonly Entry[];
  /** Whether another program has saved it in another form: see `FoundLines`. */
  readonly isResaved: boolean;
  /**
   * - `whole`: everything is as it was written;
   * - `torn`: the last write stopped in the middle of a line, as a crash or a power cut leaves it;
   * - `damaged`: something that had been written cannot be read any more.
   */
  readonly state: 'whole' | 'torn' | 'damaged';
  /** Where the bytes begin that cannot be read of a line that was torn off; not needed where `isResaved`. */
  readonly tornFrom: number;
  /** The last `seq` that seems to have been in a damaged tail; 0 for none. */
  readonly lostTo: number;
  /** A line that is sealed and yet not understood: another version wrote it. Counts from 1. */
  readonly strangeLine: number | null;
}

/**
 * Reads what can be read of a segment's bytes.
 * @param first the first `seq` that it may hold
 */
export function parseSegment(bytes: Uint8Array, first: number): Segment {
  const { lines, isResaved } = findLines(bytes);
  let header: SegmentHeader | null = null;
  /** A program that merges files can put lines before the header, or a second one behind it. */
  let isHeaderFirst = true;
  const entries = new Map<number, Entry>();
  let strangeLine: number | null = null;
  let lastRead = -1;
  for (const [index, { payload, bytes: line }] of lines.entries()) {
    if (payload === undefined) continue;
    const ownHeader = hasFormat(payload) ? headerSchema.safeParse(payload).data : undefined;
    const { data } = ownHeader ? {} : entrySchema.safeParse(payload);
    if (ownHeader) {
      header ??= ownHeader;
      isHeaderFirst &&= index === 0;
    } else if (data === undefined) strangeLine ??= index + 1;
    // Of a change that was written twice, the first was there when the second came.
    else if (!entries.has(data.seq))
      entries.set(data.seq, { ...data, line: line.toString('utf8') });
    lastRead = index;
  }
  const sorted = [...entries.values()].sort((a, b) => a.seq - b.seq);
  return {
    header,
    entries: sorted,
    isResaved: isResaved || !isHeaderFirst,
    ...stateOf(lines, header !== null),
    lostTo: lostTo(lines.slice(lastRead + 1), sorted.at(-1)?.seq ?? first - 1),
    strangeLine,
  };
}

const hasFormat = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'format' in payload;

function stateOf(lines: readonly FoundLine[], hasHeader: boolean) {
  const last = lines.at(-1);
  const isTorn = last?.isEnded === false;
  const settled = isTorn ? lines.slice(0, -1) : lines;
  const isSettled = settled.every(({ payload, isEnded }) => payload !== undefined && isEnded);
  const tornState = isTorn ? ('torn' as const) : ('whole' as const);
  const kept = last?.payload === undefined ? 0 : last.bytes.length;
  return {
    state: hasHeader && isSettled ? tornState : ('damaged' as const),
    tornFrom: last && isTorn ? last.from + kept : 0,
  };
}

/**
 * How far a tail went that cannot be read: as far as its own numbers say, where they can be made out and are
 * possible. A line without a newline had not been promised to anyone.
 */
function lostTo(tail: readonly FoundLine[], last: number): number {
  const ended = tail.filter(({ isEnded }) => isEnded);
  const numbers = ended
    .map(({ bytes }) => Number(/"seq":(\d+),"digest"/.exec(bytes.toString('latin1'))?.[1]))
    .filter((seq) => seq > last && seq <= last + ended.length);
  return ended.length === 0 ? 0 : Math.max(last + 1, ...numbers);
}

/** The bytes of a segment. */
export function segmentText(header: SegmentHeader, entries: readonly Entry[]): string {
  return `${[seal(header), ...entries.map(({ line }) => line)].join('\n')}\n`;
}

/** @param time ISO 8601 in UTC */
export function newHeader(
  app: string,
  time: string,
  after: Head,
  base?: SegmentHeader['base'],
): SegmentHeader {
  return { format: FORMAT, version: VERSION, app, time, after, ...(base ? { base } : {}) };
}

/** @param digest of all rows after the change, or `undefined` where that is not known */
export function newEntry(change: JournaledChange, digest: string | undefined): Entry {
  const { seq } = change;
  const line = seal({ seq, ...(digest === undefined ? {} : { digest }), change });
  return { seq, digest, change, line };
}

/** Where the rows stand after a change, which they stood at `before`. */
export function after(before: Head, change: JournaledChange): Head {
  return advance(before, change.seq, change as unknown as Effect);
}

/** Where the rows stood before a change, after which they stand at `head`. */
export function before(head: Head, change: JournaledChange): Head {
  const taken = { ...change, before: change.after, after: change.before };
  return advance(head, change.seq - 1, taken as unknown as Effect);
}

/** Where the rows stand after the last change of a segment, as far as it can be told. */
export function endHead({ header, entries }: Pick<Segment, 'header' | 'entries'>): Head | null {
  let head = header?.after ?? null;
  for (const { seq, digest, change } of entries) {
    if (digest !== undefined) head = { seq, digest };
    else if (head) head = after(head, change);
  }
  return head;
}

/** Where the rows stood before the first change of a segment, as far as its changes tell. */
export function startHead(entries: readonly Entry[]): Head | null {
  const known = entries.findIndex(({ digest }) => digest !== undefined);
  const { seq = 0, digest = '' } = entries[known] ?? {};
  if (known === -1) return null;
  return entries
    .slice(0, known + 1)
    .reduceRight((head, { change }) => before(head, change), { seq, digest });
}

/** The numbers from `first` to `last` that no change has, as ranges with both ends. */
export function missingRanges(
  entries: readonly Pick<Entry, 'seq'>[],
  first: number,
  last: number,
): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let next = first;
  for (const { seq } of [...entries, { seq: last + 1 }]) {
    if (seq > next) ranges.push([next, seq - 1]);
    next = seq + 1;
  }
  return ranges;
}
