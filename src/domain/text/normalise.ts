/** Composes to NFC, the form in which all text of the app is held. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Never visible in print, and in a word they only break search and quoting: soft hyphen, Mongolian
 * vowel separator, zero-width space, word joiner, byte order mark, and the marks of direction.
 */
const INVISIBLE = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Joiners (ZWNJ, ZWJ) carry meaning inside an emoji and between letters of scripts that join; left
 * behind anywhere else they are junk.
 */
const JOINER = /[\u200C\u200D]/gu;
const JOINS_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
const JOINS_AFTER = /^\p{Extended_Pictographic}/u;
const JOINING_LETTER_BEFORE = /(?!\p{Script=Latin})\p{L}\p{M}*$/u;
const JOINING_LETTER_AFTER = /^(?!\p{Script=Latin})\p{L}/u;
/** Enough code units to hold the character next to a joiner, with its marks. */
const NEIGHBOUR = 8;

function isMeantJoiner(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEIGHBOUR), at);
  const after = text.slice(at + 1, at + 1 + NEIGHBOUR);
  const inEmoji = JOINS_BEFORE.test(before) && JOINS_AFTER.test(after);
  return inEmoji || (JOINING_LETTER_BEFORE.test(before) && JOINING_LETTER_AFTER.test(after));
}

/** Removes characters that print nothing; the joiners inside an emoji stay. */
export function dropInvisible(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(JOINER, (joiner, at: number, whole: string) =>
      isMeantJoiner(whole, at) ? joiner : '',
    );
}

/** CR, CRLF, vertical tab, form feed, NEL and the Unicode separators all end a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** White space of any width, and control characters, which print like nothing better than a space. */
const BLANKS = /[\s\p{Cc}]+/gu;

/** Makes every run of white space one plain space, and none at the ends. */
export function collapseSpaces(line: string): string {
  return line.replace(BLANKS, ' ').trim();
}

/** A text's lines in their normal form, and how many places that took. */
export interface NormalisedLines {
  /** NFC, well-formed UTF-16, no invisible characters, white space collapsed. May be empty. */
  readonly lines: readonly string[];
  /** Characters composed, invisible ones dropped, runs of white space inside a line evened out. */
  readonly changes: number;
}

/** A character with the marks that follow it: what composing works on. */
const COMBINED = /[^\p{M}]\p{M}+/gu;

function countComposed(text: string, composed: string): number {
  if (text === composed) return 0;
  const changed = (text.match(COMBINED) ?? []).filter((cluster) => toNfc(cluster) !== cluster);
  // Some characters compose without a mark (the ohm sign, Hangul): then it is one place at least.
  return Math.max(1, changed.length);
}

function countUneven(line: string): number {
  return (line.trim().match(BLANKS) ?? []).filter((blank) => blank !== ' ').length;
}

/**
 * Cuts a text into lines and normalises each. No letter, digit or punctuation mark is lost or changed,
 * other than to its composed form.
 */
export function normaliseLines(raw: string): NormalisedLines {
  const wellFormed = raw.toWellFormed();
  const composed = toNfc(wellFormed);
  const visible = dropInvisible(composed);
  // What an invisible character held apart may compose only now.
  const text = toNfc(visible);
  const lines = text.split(LINE_END);
  const changes =
    countComposed(wellFormed, composed) +
    (composed.length - visible.length) +
    lines.reduce((sum, line) => sum + countUneven(line), 0);
  return { lines: lines.map(collapseSpaces), changes };
}
