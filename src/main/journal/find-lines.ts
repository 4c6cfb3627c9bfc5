import { Buffer } from 'node:buffer';
import { isLineStart, LINE_START, unseal } from './checked-line.ts';
import { fromUtf16, possibleUtf16, withLineFeeds } from './file-encoding.ts';

const LINE_FEED = 0x0a;
const BRACE = 0x7d;

/** A line of a file, found whole or damaged. */
export interface FoundLine {
  /**
   * Its bytes without the newline. Of a whole line they are those that were written, also where another program has
   * saved the file in another form.
   */
  readonly bytes: Buffer;
  /** Where it begins: an offset into the file in UTF-8 with line feeds, in bytes. */
  readonly from: number;
  /** Whether a newline ended it. The last one of a file can be without, and one whose newline is damaged. */
  readonly isEnded: boolean;
  /** `undefined`: the line is damaged. */
  readonly payload: unknown;
}

/** What was found in a file. */
export interface FoundLines {
  /** In the file's order. Lines that hold nothing but blanks are none. */
  readonly lines: readonly FoundLine[];
  /**
   * Whether an editor, Git or the like has saved the file in another form: other line ends, blanks around lines, blank
   * lines, a byte order mark, UTF-16, decomposed characters. Damaged lines and a missing last newline are no sign of it.
   */
  readonly isResaved: boolean;
}

/**
 * Finds the sealed lines of a file, also of one that another program has saved in another form. One damaged byte costs
 * one line at most: where a newline is what was damaged, the two lines that it kept apart are found all the same.
 * Takes time and memory in proportion to the file.
 */
export function findLines(file: Uint8Array): FoundLines {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const encodings = possibleUtf16(bytes, LINE_START);
  if (encodings.length === 0) return findInUtf8(bytes, bytes);
  let best: FoundLines | undefined;
  for (const encoding of encodings) {
    const found = findInUtf8(fromUtf16(bytes, encoding, LINE_START), bytes);
    if (!best || countWhole(found) > countWhole(best)) best = found;
    if (countWhole(best) === best.lines.length) break;
  }
  return best ?? { lines: [], isResaved: false };
}

const countWhole = ({ lines }: FoundLines) =>
  lines.filter(({ payload }) => payload !== undefined).length;

/** @param original the file as it is */
function findInUtf8(encoded: Buffer, original: Buffer): FoundLines {
  const bytes = withLineFeeds(encoded);
  const lines: FoundLine[] = [];
  let isResaved = bytes !== original;
  // Without this, a large file of something else would become as many damaged lines as it has.
  const isOurs = bytes.includes(LINE_START);
  for (let next = 0; next < bytes.length; ) {
    const from = skipBlanks(bytes, next);
    isResaved ||= from > next;
    if (from === bytes.length) break;
    const newline = isOurs ? bytes.indexOf(LINE_FEED, from) : -1;
    const to = newline === -1 ? bytes.length : newline;
    const isEnded = newline !== -1 || (!isOurs && bytes.at(-1) === LINE_FEED);
    const found = readChunk(bytes.subarray(from, to), from, isEnded);
    lines.push(...found.lines);
    isResaved ||= found.isResaved;
    next = to + 1;
  }
  return { lines, isResaved };
}

/** @returns where the first byte is that is no tab, line feed or space */
function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isBlankByte(bytes[at] ?? 0)) at += 1;
  return at;
}

const isBlankByte = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === LINE_FEED;

/** More than anybody leaves blank. */
const BLANK_BYTES = 4096;

/** White space and byte order marks; without vertical tabs, which one damaged bit makes of a line feed. */
const isBlank = (bytes: Buffer): boolean =>
  bytes.length <= BLANK_BYTES && /^[^\S\v\f]*$/.test(bytes.toString('utf8'));

/**
 * Reads what is between two newlines: one line, or several where newlines were damaged.
 * @param from the chunk's offset into the file
 * @param isEnded whether a newline follows the chunk
 */
function readChunk(chunk: Buffer, from: number, isEnded: boolean): FoundLines {
  const exact = unseal(chunk);
  if (exact.ok) {
    return { lines: [{ bytes: chunk, from, isEnded, payload: exact.value }], isResaved: false };
  }
  const whole = wholeLinesIn(chunk);
  const lines: FoundLine[] = [];
  const unreadable = (start: number, end: number, isLast: boolean) => {
    const bytes = chunk.subarray(start, end);
    lines.push({ bytes, from: from + start, isEnded: isLast && isEnded, payload: undefined });
  };
  const first = whole[0]?.start ?? chunk.length;
  const before = kindOfGap(chunk, 0, first);
  let isResaved = before === 'blank';
  if (first > 0 && before !== 'blank') unreadable(0, first, whole.length === 0);
  for (const [index, { bytes, start, end, payload, isComposed }] of whole.entries()) {
    const isLast = index === whole.length - 1;
    const next = whole[index + 1]?.start ?? chunk.length;
    const gap = kindOfGap(chunk, end, next);
    isResaved ||= isComposed || gap === 'blank';
    const endsLine = isLast ? isEnded && (gap === 'none' || gap === 'blank') : gap === 'blank';
    lines.push({ bytes, from: from + start, isEnded: endsLine, payload });
    // Behind the last line of a file, it is what a write left that was cut off.
    if (gap === 'unreadable' && !(isLast && !isEnded)) unreadable(end, next, isLast);
  }
  return { lines, isResaved };
}

/** What stands between two whole lines: blanks, a damaged newline, or something unreadable. */
function kindOfGap(chunk: Buffer, start: number, end: number) {
  if (start === end) return 'none';
  if (isBlank(chunk.subarray(start, end))) return 'blank';
  return end - start === 1 ? 'newline' : 'unreadable';
}

/** A whole line with its place in a chunk. */
interface WholeLine {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly payload: unknown;
  /** Whether its characters had been decomposed (NFD). */
  readonly isComposed: boolean;
}

/** How many seeming ends a line is tried with: enough for damage, and no file takes for ever to read. */
const TRIES = 4;

function wholeLinesIn(chunk: Buffer): WholeLine[] {
  const starts = lineStartsIn(chunk);
  const lines: WholeLine[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    for (let tries = 1; tries <= TRIES && index + tries <= starts.length; tries += 1) {
      const line = wholeLine(chunk, start, starts[index + tries] ?? chunk.length);
      if (!line) continue;
      lines.push(line);
      index += tries - 1;
      break;
    }
  }
  return lines;
}

/** Where lines seem to begin: a row may have something of the kind inside. */
function lineStartsIn(chunk: Buffer): number[] {
  const found: number[] = [];
  for (let at = chunk.indexOf(LINE_START); at !== -1; at = chunk.indexOf(LINE_START, at + 1)) {
    if (isLineStart(chunk, at)) found.push(at);
  }
  return found;
}

/** The line that begins at `start`, if it ends before `limit`. Its last brace may be followed by something else. */
function wholeLine(chunk: Buffer, start: number, limit: number): WholeLine | undefined {
  const range = chunk.subarray(start, limit);
  const last = range.lastIndexOf(BRACE);
  if (last === -1) return undefined;
  // A damaged newline can look like a brace.
  const other = range[last - 1] === BRACE ? [last - 1] : [];
  for (const brace of [last, ...other]) {
    const bytes = range.subarray(0, brace + 1);
    const read = unseal(bytes);
    const end = start + bytes.length;
    if (read.ok) return { bytes, start, end, payload: read.value, isComposed: false };
  }
  const text = range.toString('utf8', 0, last + 1);
  const composed = text.normalize('NFC');
  if (composed === text) return undefined;
  const bytes = Buffer.from(composed, 'utf8');
  const read = unseal(bytes);
  const end = start + last + 1;
  return read.ok ? { bytes, start, end, payload: read.value, isComposed: true } : undefined;
}
