import { Buffer } from 'node:buffer';

/** How another program may have encoded a file that the app writes in UTF-8. */
export type Utf16 = 'utf-16le' | 'utf-16be';

const NUL = 0x00;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** An even number of bytes, so that no code unit is divided. */
const PIECE_BYTES = 1024 * 1024;

/**
 * The encodings of UTF-16 that a file may have, the likelier first; none for a file in UTF-8. They differ in nothing
 * but where a line is not ASCII, so whoever reads the lines chooses by their checksums.
 * @param lineStart ASCII text that lines begin with
 */
export function possibleUtf16(bytes: Buffer, lineStart: string): readonly Utf16[] {
  if (!bytes.includes(NUL)) return [];
  const little = bytes.indexOf(encode(lineStart, 'utf-16le'));
  if (little === -1 && !bytes.includes(encode(lineStart, 'utf-16be'))) return [];
  const isLittle =
    bytes.readUInt16BE(0) === 0xfffe || (bytes.readUInt16BE(0) !== 0xfeff && little % 2 === 0);
  return isLittle ? ['utf-16le', 'utf-16be'] : ['utf-16be', 'utf-16le'];
}

/**
 * Encodes a file of UTF-16 as UTF-8. Each line start shows anew where code units begin, so that a lost or added byte
 * costs its own line only; lines of UTF-8 among the others stay as they are. What is no UTF-16 becomes U+FFFD.
 * @param lineStart ASCII text that lines begin with
 */
export function fromUtf16(bytes: Buffer, encoding: Utf16, lineStart: string): Buffer {
  const pieces: Buffer[] = [];
  let run: Run | undefined;
  for (const next of runsOf(bytes, encoding, lineStart)) {
    if (run) pieces.push(...decode(bytes, run, next.from));
    run = next;
  }
  if (run) pieces.push(...decode(bytes, run, bytes.length));
  return Buffer.concat(pieces);
}

/** Ends each line with a line feed: carriage returns stand in no line of JSON as the app writes it. */
export function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(CARRIAGE_RETURN)) return bytes;
  const lines = Buffer.allocUnsafe(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isReturn = bytes[at] === CARRIAGE_RETURN;
    if (isReturn && bytes[at + 1] === LINE_FEED) at += 1;
    lines[size] = isReturn ? LINE_FEED : (bytes[at] ?? 0);
    size += 1;
  }
  return lines.subarray(0, size);
}

/** Bytes from a place on that are of one encoding, up to where the next run begins. */
interface Run {
  readonly from: number;
  readonly encoding: Utf16 | 'utf-8';
}

/** What is before the first line start is taken for the end of a line like the first. */
function* runsOf(bytes: Buffer, utf16: Utf16, lineStart: string): Generator<Run, void> {
  let last: Run | undefined;
  for (const { at, encoding } of lineStartsIn(bytes, utf16, lineStart)) {
    const isWide = encoding === utf16;
    const follows = last?.encoding === encoding && !(isWide && (at - last.from) % 2 === 1);
    if (follows) continue;
    const start = isWide ? at % 2 : 0;
    last = { encoding, from: last ? at : start };
    yield last;
  }
}

/** Where lines begin, in either encoding, in the file's order. */
function* lineStartsIn(bytes: Buffer, utf16: Utf16, lineStart: string) {
  const wide = encode(lineStart, utf16);
  let nextWide = bytes.indexOf(wide);
  let nextNarrow = bytes.indexOf(lineStart);
  while (nextWide !== -1 || nextNarrow !== -1) {
    if (nextNarrow === -1 || (nextWide !== -1 && nextWide < nextNarrow)) {
      yield { at: nextWide, encoding: utf16 };
      nextWide = bytes.indexOf(wide, nextWide + wide.length);
    } else {
      yield { at: nextNarrow, encoding: 'utf-8' as const };
      nextNarrow = bytes.indexOf(lineStart, nextNarrow + lineStart.length);
    }
  }
}

function* decode(bytes: Buffer, { from, encoding }: Run, to: number): Generator<Buffer, void> {
  if (encoding === 'utf-8') {
    yield bytes.subarray(from, to);
    return;
  }
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  for (let at = from; at < to; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, Math.min(at + PIECE_BYTES, to));
    const little = encoding === 'utf-16le' ? piece : swapped(piece);
    yield Buffer.from(decoder.decode(little, { stream: at + PIECE_BYTES < to }), 'utf8');
  }
}

/** The same code units in the other byte order; a last half of one is left out. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

function encode(text: string, encoding: Utf16): Buffer {
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? little : swapped(little);
}
