import type { TextQuoteSelector } from '../annotation.ts';
import { endsSentence, startsSentence, type WordRow } from './sentence-edges.ts';
import { printedForm, scanWords, type Word, wordForm, wordWeight } from './words.ts';

/** The words of a passage and of what stood around it, in the forms in which they are compared. */
export interface Pattern {
  /**
   * The words of the quote. One of which only a part was quoted is whole here, completed from the context:
   * "ODA" out of "ODAs" must not be found in "ODA".
   */
  readonly quote: readonly string[];
  /** How much of the first and the last word the quote leaves out, in code units as printed. */
  readonly head: number;
  readonly tail: number;
  /** The words before and after, the nearest first. The last of each may have lost its far end. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /**
   * How many words of the quote stand in the block in which it begins, ends; 0 where it is all within one. A quote
   * that ends a block stands in the one where it begins, since what follows is of another; and the other way round.
   */
  readonly inFirstBlock: number;
  readonly inLastBlock: number;
  /** A sentence or a block begins, ends with the quote; also where nobody knows what stood there. */
  readonly startsSentence: boolean;
  readonly endsSentence: boolean;
}

function toRow(whole: string, words: readonly Word[]): WordRow {
  return {
    length: words.length,
    formAt: (place) => wordForm(words[place]?.raw ?? ''),
    startsLine: (place) =>
      whole.slice(words[place - 1]?.end ?? 0, words[place]?.start).includes('\n'),
  };
}

/** See `Pattern`. The quote is the words `from` to `to` (exclusive) of the row. */
function wordsByBlock(row: WordRow, from: number, to: number) {
  const isBreak = (place: number) => place > 0 && place < row.length && row.startsLine(place);
  const places = Array.from({ length: Math.max(0, to - from - 1) }, (_, nth) => from + 1 + nth);
  const breaks = places.filter(isBreak);
  const [firstBreak] = breaks;
  if (firstBreak !== undefined) {
    return { inFirstBlock: firstBreak - from, inLastBlock: to - (breaks.at(-1) ?? to) };
  }
  const isWhole = isBreak(from) && isBreak(to);
  return {
    inFirstBlock: isBreak(to) && !isWhole ? to - from : 0,
    inLastBlock: isBreak(from) && !isWhole ? to - from : 0,
  };
}

/** Reads a quote selector. A quote without any word has no pattern to look for: `quote` is then empty. */
export function readPattern({ exact, prefix, suffix }: TextQuoteSelector): Pattern {
  const from = prefix.length;
  const to = from + exact.length;
  const whole = prefix + exact + suffix;
  const words = scanWords(whole);
  const formsOf = (part: typeof words) => part.map(({ raw }) => wordForm(raw));
  // Between the letters of one word there may be what prints nothing: that alone is no quote.
  const isEmpty = scanWords(exact).length === 0;
  const inside = isEmpty ? [] : words.filter(({ start, end }) => start < to && end > from);
  const first = inside.at(0);
  const last = inside.at(-1);
  const row = toRow(whole, words);
  const start = first ? words.indexOf(first) : 0;
  return {
    quote: formsOf(inside),
    head: first && first.start < from ? printedForm(whole.slice(first.start, from)).length : 0,
    tail: last && last.end > to ? printedForm(whole.slice(to, last.end)).length : 0,
    before: formsOf(words.filter(({ end }) => end <= from)).reverse(),
    after: formsOf(words.filter(({ start }) => start >= to)),
    ...wordsByBlock(row, start, start + inside.length),
    startsSentence: first !== undefined && startsSentence(row, start),
    endsSentence: last !== undefined && endsSentence(row, start + inside.length - 1),
  };
}

/** The weight of some words; see `wordWeight`. */
export function weigh(forms: readonly string[]): number {
  return forms.reduce((sum, form) => sum + wordWeight(form), 0);
}
