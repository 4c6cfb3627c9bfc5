import { placeToneMarks, replaceEth } from '../../text/vietnamese.ts';

/**
 * What counts as the words of a text when passages are compared. Two texts that differ only in what is
 * listed here have the same words:
 * - Unicode composition (NFC, NFD), characters that print nothing, the style of an emoji;
 * - white space and underscores of any kind and number between words, and whether there are any beside
 *   punctuation ("công_tác ," is "công tác,"), but not within a number ("3, 5" is not "3,5");
 * - which quotation marks, which dash, three dots or an ellipsis;
 * - on which vowel a tone mark is written ("hoà" is "hòa"), and Ð or Ɖ for Đ.
 *
 * Case, tone marks, digits and all other punctuation are part of the words.
 */

/** Prints nothing: soft hyphen, zero-width spaces and joiners, marks of direction, byte order mark. */
const INVISIBLE = String.raw`[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]`;
/** Written without spaces: here each character stands for itself, or a whole sentence were one word. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const LETTER = String.raw`[[\p{L}\p{N}]--[${UNSPACED}]]`;
const STYLED = String.raw`(?:\p{EMod}|\uFE0F|[\u{E0020}-\u{E007F}])*`;
const EMOJI = String.raw`\p{RI}\p{RI}|\p{ExtPict}${STYLED}(?:\u200D\p{ExtPict}${STYLED})*`;
/** A point, comma or colon between two digits belongs to the number: 24,2 and 19:30 are one word each. */
const IN_NUMBER = String.raw`(?<=\p{N})${INVISIBLE}*[.,:]${INVISIBLE}*(?=\p{N})`;
const RUN = String.raw`${LETTER}(?:${INVISIBLE}*(?:${LETTER}|\p{M})|${IN_NUMBER})*`;
const DOUBLED = String.raw`\.{3,}|-{2,}|''|${'``'}`;
const SINGLE = String.raw`[^\s\p{Cc}_${INVISIBLE}]\p{M}*`;

const WORD = new RegExp(`${EMOJI}|${RUN}|${DOUBLED}|${SINGLE}`, 'gv');

const STARTS_AS_EMOJI = /^(?:\p{RI}|\p{ExtPict})/v;
const DROPPED = new RegExp(`${INVISIBLE}|[\\uFE0E\\uFE0F]`, 'gv');
const STYLE = /[\uFE0E\uFE0F]/g;
const QUOTATION_MARKS = String.raw`["“”„‟«»‹›‘’‚‛'\x60´′″〝〞＂＇]`;
const DASHES = '[-‐‑‒–—―−﹘﹣－]';
const QUOTATION_MARK = new RegExp(`^(?:${QUOTATION_MARKS}|''|\x60\x60)$`, 'u');
const DASH = new RegExp(`^(?:${DASHES}|-{2,})$`, 'u');
const ANY_QUOTATION_MARK = new RegExp(QUOTATION_MARKS, 'gu');
const ANY_DASH = new RegExp(DASHES, 'gu');
const ELLIPSIS = /^(?:…|\.{3,})$/u;

/** One word, number, emoji or mark of punctuation; offsets are UTF-16 code units into the text. */
export interface Word {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** As it stands in the text. */
  readonly raw: string;
}

/** The words of `text` from its beginning. Takes time linear in the length of the text. */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    words.push({ start: match.index, end: match.index + raw.length, raw });
  }
  return words;
}

/** The text with one kind of quotation marks and dashes, which do not tell words apart; as long as it was. */
export function foldMarks(text: string): string {
  return text.replace(ANY_QUOTATION_MARK, '"').replace(ANY_DASH, '-');
}

/** What a word prints, composed. */
export function printedForm(raw: string): string {
  const printed = STARTS_AS_EMOJI.test(raw) ? raw.replace(STYLE, '') : raw.replace(DROPPED, '');
  return printed.normalize('NFC');
}

/** The form in which a word is compared: words are the same when their forms are equal. */
export function wordForm(raw: string): string {
  const form = printedForm(raw);
  if (QUOTATION_MARK.test(form)) return '"';
  if (DASH.test(form)) return '-';
  return ELLIPSIS.test(form) ? '…' : placeToneMarks(replaceEth(form));
}

const SPEAKS = /[\p{L}\p{N}\p{S}]/u;

/** How much a word counts when texts are compared: punctuation says less than a word does. */
export function wordWeight(form: string): number {
  return SPEAKS.test(form) && form !== '`' ? 4 : 1;
}

/** The forms of all words of a text: equal lists mean the same words. */
export function wordForms(text: string): string[] {
  return scanWords(text).map(({ raw }) => wordForm(raw));
}

/** Whether two texts have the same words. */
export function haveSameWords(one: string, other: string): boolean {
  return one === other || wordForms(one).join('\n') === wordForms(other).join('\n');
}
