import { canonicalSpelling } from '../text/vietnamese.ts';
import { isCloser, isSentenceMark, startsAsPrinted } from './shape.ts';

/** Longer than this, a quotation is taken for one whose closing mark was forgotten. In code units. */
const LONGEST_SPAN = 1500;
/** No abbreviation is longer; also bounds how far back one is looked for. In code units. */
const LONGEST_ABBREVIATION = 12;

const OPENING_TO_CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '«': '»',
  '(': ')',
  '[': ']',
};
const CLOSING_TO_OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '»': '«',
  ')': '(',
  ']': '[',
};

/** Abbreviations that stand before a name. "v.v." or "USD." are none: a sentence may end with them. */
const ABBREVIATIONS = new Set(
  [
    'tp tx tt q p h',
    'gs pgs ts ths th.s bs ks kts ls cn',
    'nsnd nsưt đ/c',
    'mr mrs ms dr prof st no',
  ]
    .join(' ')
    .split(' '),
);
/** Without tone marks: "châu Á." ends a sentence, "Donald J. Trump" does not. */
const INITIALS = /^(?:[A-ZĐ]\.)*[A-ZĐ]$/;
const LIST_NUMBER = /^\d{1,2}$/;
const OPENING_BEFORE = ' ([“‘«"\'';
const QUOTED_AFTER = /[\p{L}\p{N}“‘«(["'…]/u;

/** Straight quotes open after a space and before a word, and close after one. */
function straightQuoteSide(text: string, at: number): 'opens' | 'closes' | 'neither' {
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  const after = at + 1 === text.length ? ' ' : text.charAt(at + 1);
  if (OPENING_BEFORE.includes(before) && QUOTED_AFTER.test(after)) return 'opens';
  const isApostrophe = text[at] === "'" && /\p{L}/u.test(before) && /\p{L}/u.test(after);
  return before === ' ' || isApostrophe ? 'neither' : 'closes';
}

function sideAt(text: string, at: number): { opens?: string; closes?: string } {
  const char = text.charAt(at);
  if (char === '"' || char === "'") {
    const side = straightQuoteSide(text, at);
    return side === 'opens' ? { opens: char } : side === 'closes' ? { closes: char } : {};
  }
  if (char in OPENING_TO_CLOSING) return { opens: char };
  const opening = CLOSING_TO_OPENING[char];
  return opening === undefined ? {} : { closes: opening };
}

/**
 * Marks the places that lie between a pair of quotation marks or brackets: 1 from after the opening
 * mark to before the closing one's end. A mark without a partner near it protects nothing.
 */
function protectedPlaces(text: string): Uint8Array {
  const inside = new Uint8Array(text.length + 1);
  const open = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const { opens, closes } = sideAt(text, at);
    if (opens !== undefined) open.set(opens, at);
    const from = closes === undefined ? undefined : open.get(closes);
    if (closes === undefined || from === undefined) continue;
    open.delete(closes);
    if (at - from <= LONGEST_SPAN) inside.fill(1, from + 1, at + 1);
  }
  return inside;
}

/** Whether the single full stop at `dot` belongs to the word before it. */
function isAbbreviation(text: string, dot: number, sentenceStart: number): boolean {
  let from = dot;
  while (from > sentenceStart && dot - from <= LONGEST_ABBREVIATION && text[from - 1] !== ' ') {
    from -= 1;
  }
  const word = text.slice(from, dot).replace(/^[“"'‘(«[]+/u, '');
  if (from === sentenceStart && LIST_NUMBER.test(word)) return true;
  const spelt = canonicalSpelling(word);
  return INITIALS.test(spelt) || ABBREVIATIONS.has(spelt.toLowerCase());
}

/** Where the run of sentence marks and closers that starts at `from` ends. */
function endOfMarks(text: string, from: number): { marks: number; end: number } {
  let marks = from;
  while (isSentenceMark(text.charAt(marks))) marks += 1;
  let end = marks;
  while (isCloser(text.charAt(end))) end += 1;
  return { marks, end };
}

/**
 * Cuts one line of text into its sentences; joined by a space they give the line again. A sentence
 * ends at . ! ? … before white space and a capital, digit or opening mark; not inside a quotation or
 * bracket, nor after an abbreviation ("TP. Hồ Chí Minh"), an initial or a list's number. When in doubt
 * it does not cut. Linear in the length of the text.
 */
export function splitSentences(text: string): readonly string[] {
  const inside = protectedPlaces(text);
  const sentences: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (!isSentenceMark(text.charAt(at))) {
      at += 1;
      continue;
    }
    const { marks, end } = endOfMarks(text, at);
    const isStop = marks - at === 1 && text[at] === '.';
    const cuts =
      text[end] === ' ' &&
      inside[end] === 0 &&
      startsAsPrinted(text.slice(end + 1, end + 5)) &&
      !(isStop && isAbbreviation(text, at, start));
    if (cuts) {
      sentences.push(text.slice(start, end));
      start = end + 1;
    }
    at = end;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}
