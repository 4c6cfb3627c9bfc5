import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../domain/result.ts';

const PREFIX = Buffer.from('{"sum":"');
const SUM_DIGITS = 16;
const SEPARATOR = Buffer.from('",');
/** Where the text begins that the sum is of. */
const REST = PREFIX.length + SUM_DIGITS + SEPARATOR.length;
const NEWLINE = 0x0a;

/** The sum of a line: the first 16 hex digits of the SHA-256 of the rest's UTF-8 bytes. */
function sumOf(rest: string | Uint8Array): string {
  return createHash('sha256').update(rest).digest('hex').slice(0, SUM_DIGITS);
}

/**
 * A line of JSON that carries its own checksum: an object whose first property is `sum`, over the bytes of all
 * that follows `{"sum":"…",` up to the end of the line. It is JSON Lines still, so any tool can read it, and
 * `sha256sum` can check it. Damage is found, not forgery.
 *
 * Neither a library nor a binary log (LevelDB's, SQLite's): what an analyst finds in the folder when all else has
 * failed has to be readable with a text editor.
 *
 * @param payload has at least one property, and none called `sum`.
 * @returns the line without its newline. JSON escapes newlines, so there is none inside.
 */
export function seal(payload: object): string {
  const rest = JSON.stringify(payload).slice(1);
  return `{"sum":"${sumOf(rest)}",${rest}`;
}

/**
 * What a sealed line says, without its sum. The bytes are what is checked, not the text: what is no UTF-8 could
 * decode to the same text as something else.
 */
export function unseal(line: Uint8Array): Result<unknown, 'damaged'> {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  const rest = bytes.subarray(REST);
  const isSealed =
    rest.length > 0 &&
    bytes.subarray(0, PREFIX.length).equals(PREFIX) &&
    bytes.subarray(REST - SEPARATOR.length, REST).equals(SEPARATOR) &&
    bytes.toString('latin1', PREFIX.length, PREFIX.length + SUM_DIGITS) === sumOf(rest);
  if (!isSealed) return failed('damaged');
  try {
    return ok(JSON.parse(`{${rest.toString('utf8')}`));
  } catch {
    // Sealed by someone who does not write JSON.
    return failed('damaged');
  }
}

/** A line of a file, found whole or damaged. */
export interface FoundLine {
  /** Its bytes without the newline. */
  readonly bytes: Buffer;
  /** Where it begins in the file. */
  readonly from: number;
  /** Whether a newline ended it. The last one of a file can be without, and one whose newline is damaged. */
  readonly isEnded: boolean;
  /** `undefined`: the line is damaged. */
  readonly payload: unknown;
}

/**
 * The lines of a file. One damaged byte costs one line at most: where a newline is what was damaged, the two lines
 * that it kept apart are found all the same.
 */
export function findLines(file: Uint8Array): FoundLine[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const lines: FoundLine[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, from);
    const to = newline === -1 ? bytes.length : newline;
    // An empty line says nothing, and so loses nothing.
    if (to > from) lines.push(...readChunk(bytes.subarray(from, to), from, newline !== -1));
    from = to + 1;
  }
  return lines;
}

function readChunk(bytes: Buffer, from: number, isEnded: boolean): FoundLine[] {
  const whole = unseal(bytes);
  return whole.ok ? [{ bytes, from, isEnded, payload: whole.value }] : split(bytes, from, isEnded);
}

/** Where lines seem to begin: a row may have something of the kind inside. */
function beginnings(bytes: Buffer): number[] {
  const found = [0];
  for (let at = bytes.indexOf(PREFIX, 1); at !== -1; at = bytes.indexOf(PREFIX, at + 1)) {
    const separator = bytes.subarray(at + REST - SEPARATOR.length, at + REST);
    if (separator.equals(SEPARATOR)) found.push(at);
  }
  return found;
}

/** How many seeming ends a line is tried with: enough for damage, and no file takes for ever to read. */
const TRIES = 4;

/** Takes apart what damaged newlines have joined; what cannot be read between two lines is one. */
function split(bytes: Buffer, from: number, isEnded: boolean): FoundLine[] {
  const lines: FoundLine[] = [];
  const starts = beginnings(bytes);
  /** Where what cannot be read began. */
  let lost: number | undefined;
  const lose = (to: number, isLast: boolean) => {
    if (lost === undefined) return;
    const rest = { bytes: bytes.subarray(lost, to), from: from + lost };
    lines.push({ ...rest, isEnded: isLast && isEnded, payload: undefined });
    lost = undefined;
  };
  for (let index = 0; index < starts.length; ) {
    const start = starts[index] ?? 0;
    const line = lineFrom(bytes, starts, index, isEnded);
    if (!line) lost ??= start;
    else {
      lose(start - 1, false);
      const isLast = line.next === starts.length;
      const whole = { bytes: line.bytes, from: from + start, payload: line.payload };
      lines.push({ ...whole, isEnded: isLast && isEnded });
    }
    index = line?.next ?? index + 1;
  }
  lose(bytes.length, true);
  return lines;
}

/** The line that begins at a place, if it ends before one of the next: the newline between was damaged. */
function lineFrom(bytes: Buffer, starts: readonly number[], index: number, isEnded: boolean) {
  const most = Math.min(index + TRIES, starts.length);
  for (let next = index + 1; next <= most; next += 1) {
    const isLast = next === starts.length;
    const before = (starts[next] ?? bytes.length + 1) - 1;
    // The last one may end with the chunk, or have its newline damaged.
    for (const end of isLast && !isEnded ? [before, before - 1] : [before]) {
      const line = bytes.subarray(starts[index], end);
      const read = unseal(line);
      if (read.ok) return { bytes: line, payload: read.value, next };
    }
  }
  return undefined;
}
