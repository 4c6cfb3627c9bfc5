import { isCreditLabel } from './credit.ts';
import { endsSentence, isCloser, startsAsPrinted } from './shape.ts';

/** A longer quotation at the start is no title. In UTF-16 code units. */
const LONGEST_TITLE = 200;
const FEWEST_TITLE_TOKENS = 3;
const MOST_LABEL_TOKENS = 3;
const MOST_NAME_TOKENS = 4;
const MOST_NAMES = 3;

/** A name in segmented text: every syllable of the token has a capital ("Nhật_Bắc", "TTXVN"). */
function isNameToken(token: string | undefined): boolean {
  return (
    token !== undefined && /^(?:\p{Lu}[\p{L}\p{M}\p{N}]*)(?:_\p{Lu}[\p{L}\p{M}]*)*$/u.test(token)
  );
}

function isPlainSyllable(token: string | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}[\p{L}\p{M}]*$/u.test(token);
}

/** Where the one name ends that starts at token `from`; `from` itself where there is none. */
function endOfName(tokens: readonly string[], from: number): number {
  if (!isNameToken(tokens[from])) return from;
  let end = from + 1;
  // A name the segmenter did not join stands in single syllables; an agency or a compound is whole.
  while (isPlainSyllable(tokens[end - 1]) && isPlainSyllable(tokens[end])) {
    if (end - from >= MOST_NAME_TOKENS) break;
    end += 1;
  }
  return end;
}

/** Where a credit's names end: a person's, and an agency's after a slash or a dash. */
function endOfNames(tokens: readonly string[], from: number): number {
  let end = endOfName(tokens, from);
  for (let names = 1; names < MOST_NAMES; names += 1) {
    const next = /^[/,–-]$/u.test(tokens[end] ?? '') ? endOfName(tokens, end + 1) : end;
    if (next <= end + 1) break;
    end = next;
  }
  return end;
}

/** Where the credit ends whose label starts at token `at`, or -1 when there is none. */
function endOfCredit(tokens: readonly string[], at: number): number {
  for (let length = 1; length <= MOST_LABEL_TOKENS; length += 1) {
    if (tokens[at + length] !== ':') continue;
    const label = tokens
      .slice(at, at + length)
      .join(' ')
      .replaceAll('_', ' ');
    const name = at + length + 1;
    const end = isCreditLabel(label) ? endOfNames(tokens, name) : name;
    if (end === name) return -1;
    const closers = tokens
      .slice(end, end + 2)
      .findIndex((token) => !isCloser(token) && token !== '.');
    return closers === -1 ? Math.min(end + 2, tokens.length) : end + closers;
  }
  return -1;
}

/**
 * Cuts a word-segmented run after each picture credit ("Ảnh : Nhật_Bắc"). It has to be done before the
 * compounds are spelt out, since only the token shows where the name ends.
 */
export function cutAfterCredits(tokens: readonly string[]): readonly string[] {
  const stretches: string[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const end = /^\p{Lu}/u.test(tokens[at] ?? '') ? endOfCredit(tokens, at) : -1;
    if (end === -1) continue;
    stretches.push(tokens.slice(start, end).join(' '));
    start = end;
    at = end - 1;
  }
  if (start < tokens.length) stretches.push(tokens.slice(start).join(' '));
  return stretches;
}

/** A title that stood in quotation marks at the start of a run, and what follows it. */
export interface QuotedTitle {
  readonly title: string;
  /** The two quotation marks, which the page did not print. */
  readonly quotes: readonly [string, string];
  readonly rest: string;
}

const TITLE_QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '“': '”', '‘': '’' };

/**
 * Finds the title that data sets of segmented articles put in quotation marks before the text:
 * `' Làn_sóng đầu_tư mới ' Thứ_trưởng …`. Speech is no title: it ends a sentence, or a comma follows.
 */
export function takeQuotedTitle(line: string): QuotedTitle | undefined {
  const opening = line.charAt(0);
  const closing = TITLE_QUOTES[opening];
  if (closing === undefined || line[1] !== ' ') return undefined;
  const end = `${line.slice(0, LONGEST_TITLE + 4)} `.indexOf(` ${closing} `, 2);
  if (end === -1) return undefined;
  const title = line.slice(2, end);
  const rest = line.slice(end + 3);
  const isTitle =
    title.split(' ').length >= FEWEST_TITLE_TOKENS &&
    startsAsPrinted(title) &&
    !endsSentence(title) &&
    !/ [.;] /u.test(title) &&
    (rest === '' || startsAsPrinted(rest.replaceAll(/^(["'“‘]) /gu, '$1')));
  return isTitle ? { title, quotes: [opening, closing], rest } : undefined;
}
