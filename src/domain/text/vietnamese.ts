import { readSyllable, SYLLABLES_WITH_I_OR_Y } from './vietnamese-syllables.ts';

/**
 * Which spellings of a text are the same words. Two texts with equal `canonicalSpelling` have the same words, written
 * in other ways:
 * - the tone mark on another letter of the same syllable: hoà and hòa, thuỷ and thủy, quý and qúy;
 * - the letters eth (Ð) and African D (Ɖ), which look like Đ, in its place;
 * - composed and decomposed letters (NFC, NFD; Unicode Standard Annex 15), with their marks in any order;
 * - characters that nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction, variation selectors.
 *
 * No other tone, vowel or letter is folded: hoá is not hòa, dương is not đường. Results are for comparing only; what is
 * stored and shown stays as it was written.
 */

/** What Unicode calls ignorable (UAX 44), but for the tags that tell regional flags apart. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}--[\u{E0020}-\u{E007F}]]/v;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gv');

const LOOKS_LIKE_D = /[ÐƉðɖ]/g;
const withD = (letter: string) => (letter === 'Ð' || letter === 'Ɖ' ? 'Đ' : 'đ');

/** Acute, grave, tilde, hook above and dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ACUTE = '\u0301';
const DOT_BELOW = '\u0323';

/** Circumflex and breve stand before the tone mark; some converters write them after it, and Unicode keeps that order. */
const MISORDERED = /([aeo])([\u0300\u0301\u0303\u0309])([\u0302\u0306])(?!\p{M})/giu;
const STRAY_MARK = /[\u0302\u0306]/;

/** Composes letters with their marks, also where these are in another order than composing expects. */
export function composeLetters(text: string): string {
  const composed = text.normalize('NFC');
  if (!STRAY_MARK.test(composed)) return composed;
  return composed.normalize('NFD').replace(MISORDERED, '$1$3$2').normalize('NFC');
}

/** Syllables are words of their own in Vietnamese. */
const WORD = /[\p{L}\p{M}]+/gu;
/** More letters than any syllable has; longer words are not looked at. */
const LONGEST_SYLLABLE = 7;

function moveToneMark(word: string): string {
  const decomposed = word.normalize('NFD');
  const [tone, other] = decomposed.match(TONE) ?? [];
  if (tone === undefined || other !== undefined) return word;
  const at = decomposed.indexOf(tone);
  const letters = (decomposed.slice(0, at) + decomposed.slice(at + 1)).normalize('NFC');
  const bearer = decomposed.slice(0, at).normalize('NFC').length - 1;
  const syllable = readSyllable(letters.toLowerCase());
  if (!syllable || bearer < syllable.vowels || bearer >= syllable.vowelsEnd) return word;
  if (syllable.isStopped && tone !== ACUTE && tone !== DOT_BELOW) return word;
  const end = syllable.place + 1;
  const placed = (letters.slice(0, end) + tone + letters.slice(end)).normalize('NFC');
  return placed.length === word.length ? placed : word;
}

/** Words are few and stand often; the limit is more than a language has syllables, in small letters and capitals. */
const MOST_KNOWN = 30_000;
const known = new Map<string, string>();

/** A syllable with its tone mark where it belongs; as long as it was. */
function placeToneMark(word: string): string {
  if (word.length > LONGEST_SYLLABLE) return word;
  let placed = known.get(word);
  if (placed === undefined) {
    placed = moveToneMark(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, placed);
  }
  return placed;
}

/**
 * Puts each tone mark on the letter where the rules of 2018 want it.
 * @param text NFC, without invisible characters.
 * @returns a text of the same length: offsets in the one are offsets in the other.
 */
export function placeToneMarks(text: string): string {
  return text.replace(WORD, placeToneMark);
}

const ENDS_WITH_Y = /[yỳýỷỹỵ]$/u;

/**
 * Writes i for y where both are spelt and the word is the same: kỹ as kĩ, quy as qui.
 * @param text as `placeToneMarks` gives it, in lower case.
 * @param syllables those in which to do so, spelt with i.
 * @returns a text of the same length.
 */
export function writeIForY(text: string, syllables = SYLLABLES_WITH_I_OR_Y): string {
  return text.replace(WORD, (word) => {
    if (!ENDS_WITH_Y.test(word)) return word;
    const alike = word.normalize('NFD').replace('y', 'i').normalize('NFC');
    return alike !== word && syllables.has(alike) ? alike : word;
  });
}

/** Letters that look like Đ as Đ; as long as it was. */
export function replaceEth(text: string): string {
  return text.replace(LOOKS_LIKE_D, withD);
}

/**
 * The form in which spellings of the same words are equal; case, blanks and punctuation stay. For comparing only.
 * Applied again it changes nothing. Takes time linear in the length of the text.
 */
export function canonicalSpelling(text: string): string {
  const visible = text.normalize('NFC').replace(ALL_INVISIBLE, '');
  return placeToneMarks(composeLetters(replaceEth(visible)));
}

/** Between the syllables of a word in segmented text ("công_tác"), and blanks of any kind and number. */
const BLANKS = /(?:\s|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}]))+/gu;

/** The key by which names and entries of lists are the same: spelling, case and blanks do not count. */
export function comparisonKey(text: string): string {
  return canonicalSpelling(text).toLowerCase().normalize('NFC').replace(BLANKS, ' ').trim();
}
