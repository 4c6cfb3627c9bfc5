import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ROW_TABLES, type TableName } from '../../domain/change/change.ts';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { headSchema, tableRowSchema } from '../../shared/journal.ts';
import { writeAtomically } from '../atomic-write.ts';
import { seal } from './checked-line.ts';
import { type FoundLine, type FoundLines, findLines } from './find-lines.ts';

/**
 * A file that holds all rows as they were at one moment: a snapshot of the journal, or an analyst's backup.
 *
 * JSON Lines in UTF-8, each line sealed (see `seal`):
 *
 * 1. the header: `sum`, `format` ("ben-le-backup"), `version` (1), `app` (the version of the app that wrote it),
 *    `time` (ISO 8601 in UTC), `head` (where the rows stand: `seq` and `digest`), `counts` (rows by table);
 * 2. one line a row: `sum`, `table`, `key`, `row`, and `past` where it is known: the digests of the row's former
 *    versions, by which a merge tells an older version from one that was changed elsewhere;
 * 3. the end: `sum`, `end` (true), `lines` (how many there are before this one), `sha256` (of all bytes before it).
 *
 * Every version of the format keeps the seal and the header's `format` and `version`, so that an older app can
 * tell what is newer from what is damaged.
 */
const FORMAT = 'ben-le-backup';
const VERSION = 1;

/** A row as the file has it. */
export const fileRowSchema = tableRowSchema.extend({
  /** `rowDigest` of each former version, in 12 hex digits. */
  past: z.array(z.string().regex(/^[0-9a-f]{12}$/)).optional(),
});
export type FileRow = z.infer<typeof fileRowSchema>;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  app: z.string(),
  time: z.iso.datetime(),
  head: headSchema,
  // Any table: versions of the app may know others.
  counts: z.record(z.string(), z.int().nonnegative()),
});
export type RowsFileHeader = z.infer<typeof headerSchema>;

const endSchema = z.object({
  end: z.literal(true),
  lines: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What goes into a file. */
export interface RowsFileContent {
  /** The app's version. */
  readonly app: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly head: Head;
  readonly rows: readonly FileRow[];
}

/** Something in a file that could not be read. */
export type RowsFileFault =
  /** A damaged line, or one that is sealed but not understood (`unknown`). Lines count from 1. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'unknown'; readonly line: number; readonly table?: string }
  /**
   * - `header`: damaged, so where the rows stand is not known;
   * - `end`: the end is missing, and with it any number of rows;
   * - `sum`: the end is there but speaks of other bytes than those before it;
   * - `resaved`: another program has saved the file in another form (see `FoundLines`). By itself it costs nothing.
   */
  | { readonly kind: 'header' | 'end' | 'sum' | 'resaved' };

/** What could be read of a file. */
export interface RowsFile {
  /** `null` when it is damaged. */
  readonly header: RowsFileHeader | null;
  readonly rows: readonly FileRow[];
  /** Empty: every byte is as it was written. */
  readonly faults: readonly RowsFileFault[];
}

/** Whether everything that was written could be read, in whatever form. */
export function isComplete({ faults }: Pick<RowsFile, 'faults'>): boolean {
  return faults.every(({ kind }) => kind === 'resaved');
}

/**
 * Why nothing is taken from a file: it is not one of ours (`format`), or a newer version of the app wrote it
 * (`newer`; `detail` is the version of the format).
 */
export interface RowsFileProblem {
  readonly kind: 'format' | 'newer';
  readonly detail: string;
}

/** Enough that a file of 10,000 rows takes some dozens of writes. */
const PIECE_BYTES = 256 * 1024;

/** The bytes of a file, in pieces of about 256 KB. */
export function* rowsFilePieces(content: RowsFileContent): Generator<Buffer, void> {
  const hash = createHash('sha256');
  let lines = 0;
  let piece: string[] = [];
  let size = 0;
  const take = (): Buffer => {
    const bytes = Buffer.from(piece.join(''), 'utf8');
    hash.update(bytes);
    piece = [];
    size = 0;
    return bytes;
  };
  for (const line of headerAndRows(content)) {
    lines += 1;
    piece.push(line, '\n');
    size += line.length;
    if (size >= PIECE_BYTES) yield take();
  }
  yield take();
  yield Buffer.from(`${seal({ end: true, lines, sha256: hash.digest('hex') })}\n`, 'utf8');
}

function* headerAndRows({ app, time, head, rows }: RowsFileContent): Generator<string, void> {
  yield seal({ format: FORMAT, version: VERSION, app, time, head, counts: countByTable(rows) });
  for (const { table, key, row, past } of rows) {
    yield seal({ table, key, row, ...(past === undefined ? {} : { past }) });
  }
}

/** How many rows there are of each table. */
export function countByTable(rows: readonly { readonly table: TableName }[]) {
  const counts = Object.fromEntries(ROW_TABLES.map((table) => [table, 0])) as Record<
    TableName,
    number
  >;
  for (const { table } of rows) counts[table] += 1;
  return counts;
}

/**
 * Writes a file whole or not at all.
 * @throws the operating system's error, with its `code`
 */
export async function writeRowsFile(path: string, content: RowsFileContent): Promise<void> {
  await writeAtomically(path, rowsFilePieces(content));
}

/** @throws the operating system's error, with its `code` */
export async function readRowsFile(path: string): Promise<Result<RowsFile, RowsFileProblem>> {
  return parseRowsFile(await readFile(path));
}

/** Far more than a header takes. */
const HEADER_BYTES = 64 * 1024;

/**
 * Reads the header alone, which takes no longer for a file that is large.
 * @returns `null` when it cannot be read: whether the file is another's or damaged then only `readRowsFile` can tell
 * @throws the operating system's error, with its `code`
 */
export async function readRowsFileHeader(
  path: string,
): Promise<Result<RowsFileHeader | null, RowsFileProblem>> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const first = firstReadable(findLines(buffer.subarray(0, bytesRead)));
    const foreign = foreignHeader(first?.payload);
    if (foreign) return failed(foreign);
    const header = headerSchema.safeParse(first?.payload).data;
    if (header || bytesRead < HEADER_BYTES) return ok(header ?? null);
    // The header is damaged, or behind a great many blank lines.
    const read = await readRowsFile(path);
    return read.ok ? ok(read.value.header) : read;
  } finally {
    await file.close();
  }
}

/** Reads what can be read of a file's bytes, and lists what cannot. */
export function parseRowsFile(bytes: Uint8Array): Result<RowsFile, RowsFileProblem> {
  const found = findLines(bytes);
  const { lines } = found;
  const first = firstReadable(found);
  const foreign = foreignHeader(first?.payload);
  if (foreign) return failed(foreign);
  const header = headerSchema.safeParse(first?.payload).data ?? null;
  // Something unreadable may have got behind the end.
  const last = lines.findLast(({ payload }) => payload !== undefined);
  const end = endSchema.safeParse(last?.payload).data;
  // Where the first line is damaged and no other is the header, it was that.
  const damagedHeader = lines[0]?.payload === undefined ? lines[0] : undefined;
  const notRows = [header ? first : damagedHeader, end && last];
  const { rows, faults } = readRows(lines, (line) => !notRows.includes(line));
  if (!header && !end && rows.length === 0) return failed({ kind: 'format', detail: '' });
  if (!header) faults.unshift({ kind: 'header' });
  if (!end) faults.push({ kind: 'end' });
  else if (!isSumRight(bytes, found, end)) faults.push({ kind: 'sum' });
  if (found.isResaved || (end && last?.isEnded === false)) faults.push({ kind: 'resaved' });
  return ok({ header, rows, faults });
}

const firstReadable = ({ lines }: FoundLines): FoundLine | undefined =>
  lines.find(({ payload }) => payload !== undefined);

function readRows(
  lines: readonly FoundLine[],
  isRow: (line: FoundLine) => boolean,
): { rows: FileRow[]; faults: RowsFileFault[] } {
  const rows: FileRow[] = [];
  const faults: RowsFileFault[] = [];
  for (const [index, line] of lines.entries()) {
    if (!isRow(line)) continue;
    const row = fileRowSchema.safeParse(line.payload);
    if (row.success) rows.push(row.data);
    else if (line.payload === undefined) faults.push({ kind: 'line', line: index + 1 });
    else faults.push({ kind: 'unknown', line: index + 1, ...tableOf(line.payload) });
  }
  return { rows, faults };
}

/** A later version's table is called what it is, at a length that a window can show. */
function tableOf(payload: unknown): { readonly table?: string } {
  const named = z.object({ table: z.string().min(1).max(100) }).safeParse(payload);
  return named.success ? named.data : {};
}

/** The bytes of a file as the app wrote them, where another program has saved them in another form, if it is complete. */
export function originalBytes(bytes: Uint8Array): Buffer {
  return Buffer.concat(findLines(bytes).lines.flatMap((line) => [line.bytes, NEWLINE]));
}

/** Why the file is not for this app, if its first line is whole and says so. */
function foreignHeader(first: unknown): RowsFileProblem | undefined {
  const claim = z.object({ format: z.string(), version: z.number() }).safeParse(first);
  if (!claim.success) return undefined;
  const { format, version } = claim.data;
  if (format !== FORMAT) return { kind: 'format', detail: format };
  if (version > VERSION) return { kind: 'newer', detail: String(version) };
  return undefined;
}

const NEWLINE = Buffer.from('\n');

/** Whether the end speaks of just the lines before it, as they were written. */
function isSumRight(
  bytes: Uint8Array,
  { lines, isResaved }: FoundLines,
  end: z.infer<typeof endSchema>,
): boolean {
  const before = lines.slice(0, -1);
  const last = lines.at(-1);
  if (!last || last.payload === undefined) return false;
  const hash = createHash('sha256');
  if (isResaved) for (const line of before) hash.update(line.bytes).update(NEWLINE);
  else hash.update(bytes.subarray(0, last.from));
  const isNewlineDamaged = !last.isEnded && last.from + last.bytes.length < bytes.length;
  return (
    end.lines === before.length &&
    end.sha256 === hash.digest('hex') &&
    (isResaved || !isNewlineDamaged)
  );
}
