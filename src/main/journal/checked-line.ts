import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../domain/result.ts';

/** What each line begins with. */
export const LINE_START = '{"sum":"';
const PREFIX = Buffer.from(LINE_START);
const SUM_DIGITS = 16;
const SEPARATOR = Buffer.from('",');
/** Where the text begins that the sum is of. */
const REST = PREFIX.length + SUM_DIGITS + SEPARATOR.length;

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

/** Whether a line may begin at a place where `LINE_START` is. */
export function isLineStart(bytes: Buffer, at: number): boolean {
  return bytes.subarray(at + REST - SEPARATOR.length, at + REST).equals(SEPARATOR);
}
