import type { TextPositionSelector } from '../annotation/annotation.ts';
import { countWhile } from '../bisect.ts';
import type { Counting, FileTraits } from './refi-counting.ts';

/** A text as a file has it, and as the app has it. */
export interface FileText {
  /** With line feeds alone, and without a byte order mark. */
  readonly text: string;
  readonly traits: FileTraits;
  /** How many characters each line end has in the file. */
  readonly lineEnds: readonly number[];
}

const MARK = '\ufeff';
/** CR CR LF is CR LF that was written once more as text of Windows: one line end. */
const LINE_END = /\r\r\n|\r\n|\r|\n/g;

/** @param raw the text as the file has it, decoded. */
export function readFileText(raw: string): FileText {
  const hasMark = raw.startsWith(MARK);
  const lineEnds: number[] = [];
  const text = (hasMark ? raw.slice(MARK.length) : raw).replace(LINE_END, (end) => {
    lineEnds.push(end.length);
    return '\n';
  });
  const traits = {
    hasMark,
    hasLongLineEnds: lineEnds.some((length) => length > 1),
    hasOnlyFeeds: !/[\r\u2028\u2029]/u.test(raw),
    hasAstral: /[\u{10000}-\u{10ffff}]/u.test(text),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of one byte
    isAscii: /^[\u0000-\u007f]*$/.test(text),
  };
  return { text, traits, lineEnds };
}

/** A place in the app's text that two counted positions mean. */
export interface CountedPlace {
  /** UTF-16 code units into `FileText.text`; not trimmed. */
  readonly position: TextPositionSelector;
  /** Whether each position stands between two characters, not within one. */
  readonly isStartWhole: boolean;
  readonly isEndWhole: boolean;
  /** Whether the end lies behind the text. */
  readonly isBehind: boolean;
}

const HIGH = 0xd800;
const LOW = 0xdc00;
const AFTER_LOW = 0xe000;

/** What a UTF-16 code unit counts. Of a surrogate pair that counts as one character, its first half counts all. */
function weightOf(unit: Counting['unit'], code: number): number {
  const isLow = code >= LOW && code < AFTER_LOW;
  const isHigh = code >= HIGH && code < LOW;
  if (unit === 'units') return 1;
  if (unit === 'points') return isLow ? 0 : 1;
  if (isLow) return 0;
  if (isHigh) return 4;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

/** For each offset of the app's text, how much is counted before it. */
function countsOf(
  { text, lineEnds }: FileText,
  lineEnd: Counting['lineEnd'],
  unit: Counting['unit'],
) {
  const counts = new Uint32Array(text.length + 1);
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let weight = weightOf(unit, code);
    if (code === 0x0a) {
      weight = lineEnd === 'file' ? (lineEnds[line] ?? 1) : lineEnd === 'two' ? 2 : 1;
      line += 1;
    }
    counts[at + 1] = (counts[at] ?? 0) + weight;
  }
  return counts;
}

/** Converts counted positions into places of the app's text; what was counted in the same way is counted once. */
export class CountedText {
  readonly #file: FileText;
  readonly #counts = new Map<string, Uint32Array>();

  constructor(file: FileText) {
    this.#file = file;
  }

  #countsFor({ lineEnd, unit }: Counting): Uint32Array {
    const key = `${lineEnd} ${unit}`;
    const counts = this.#counts.get(key) ?? countsOf(this.#file, lineEnd, unit);
    this.#counts.set(key, counts);
    return counts;
  }

  /** @returns `undefined` when there is no such place. */
  placeAt(
    counting: Counting,
    { start, end }: { readonly start: number; readonly end: number },
  ): CountedPlace | undefined {
    const counts = this.#countsFor(counting);
    const total = counts.at(-1) ?? 0;
    const mark = counting.countsMark ? (counting.unit === 'bytes' ? 3 : 1) : 0;
    const from = Math.max(start + counting.startShift - mark, 0);
    const to = end + counting.endShift - mark;
    if (from >= to || from >= total) return undefined;
    const offset = (count: number) =>
      countWhile(counts.length, (at) => (counts[at] ?? 0) <= count) - 1;
    const position = { start: offset(from), end: offset(Math.min(to, total)) };
    if (position.start >= position.end) return undefined;
    const isBehind = to > total;
    return {
      position,
      isStartWhole: counts[position.start] === from && start + counting.startShift >= mark,
      isEndWhole: isBehind || counts[position.end] === to,
      isBehind,
    };
  }
}
