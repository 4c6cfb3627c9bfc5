import { type FoldedText, foldText } from './fold.ts';
import { INVISIBLE } from './vietnamese.ts';

/** Where a hit stands, in UTF-16 code units of the original text; `end` is exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gv');
const LETTER = /[\p{L}\p{M}]/u;
const FIRST_WORD = /^[\p{L}\p{M}]*/u;
const LAST_WORD = /[\p{L}\p{M}]*$/u;

/** White space at the query's ends and its amount inside do not count. */
function foldQuery(query: string, { folding }: FoldedText): FoldedText {
  return foldText(query.replace(ALL_INVISIBLE, '').replace(/\s+/gu, ' ').trim(), folding);
}

const lengthOf = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? 0;

/**
 * Other spellings are the same as whole words only: "hòa" meets "hoà", but not the beginning of "hoàn". Words at the
 * ends that are written as in the query may go on.
 */
function hasWholeWords(haystack: FoldedText, needle: FoldedText, from: number): boolean {
  const to = from + needle.text.length;
  const own = haystack.text.slice(from, to);
  const first = lengthOf(FIRST_WORD, own);
  const last = lengthOf(LAST_WORD, own);
  const startsAlike = own.slice(0, first) === needle.text.slice(0, first);
  const endsAlike = own.slice(own.length - last) === needle.text.slice(own.length - last);
  return (
    (startsAlike || !LETTER.test(haystack.text.charAt(from - 1))) &&
    (endsAlike || !LETTER.test(haystack.text.charAt(to)))
  );
}

/** The first place from `from` on where the query stands in another spelling, or its own; -1 when there is none. */
function nextSpelling(haystack: FoldedText, needle: FoldedText, from: number): number {
  let at = haystack.spelling.indexOf(needle.spelling, from);
  while (at >= 0 && !hasWholeWords(haystack, needle, at)) {
    at = haystack.spelling.indexOf(needle.spelling, at + 1);
  }
  return at;
}

/** Walks over places in ascending order, and looks for each only once. */
class Places {
  readonly #next: (from: number) => number;
  /** Where the walk stands; `Infinity` behind the last place. */
  at: number;

  constructor(next: (from: number) => number) {
    this.#next = next;
    this.at = this.#look(0);
  }

  #look(from: number): number {
    const at = this.#next(from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }

  skipTo(from: number): void {
    if (this.at < from) this.at = this.#look(from);
  }
}

/**
 * Every place, from the beginning and without overlaps, where the query stands in the folded text. A hit covers whole
 * characters with their marks. The query is folded as the text is.
 */
export function findAll(haystack: FoldedText, query: string): Hit[] {
  const needle = foldQuery(query, haystack);
  if (needle.text === '') return [];
  const own = new Places((from) => haystack.text.indexOf(needle.text, from));
  const others = new Places((from) => nextSpelling(haystack, needle, from));
  const hits: Hit[] = [];
  for (let from = Math.min(own.at, others.at); from < haystack.text.length; ) {
    const to = from + needle.text.length;
    hits.push({ start: haystack.starts[from] ?? 0, end: haystack.ends[to - 1] ?? 0 });
    own.skipTo(to);
    others.skipTo(to);
    from = Math.min(own.at, others.at);
  }
  return hits;
}
