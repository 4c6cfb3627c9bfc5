import type { TextQuoteSelector } from '../annotation.ts';
import { scanWords, wordForm, wordWeight } from './words.ts';

/** The words of a passage and of what stood around it, in the forms in which they are compared. */
export interface Pattern {
  /**
   * The words of the quote. One of which only a part was quoted is whole here, completed from the context:
   * "ODA" out of "ODAs" must not be found in "ODA".
   */
  readonly quote: readonly string[];
  /** How much of the first and the last word the quote leaves out, in code units of their forms. */
  readonly head: number;
  readonly tail: number;
  /** The words before and after, the nearest first. The last of each may have lost its far end. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Reads a quote selector. A quote without any word has no pattern to look for: `quote` is then empty. */
export function readPattern({ exact, prefix, suffix }: TextQuoteSelector): Pattern {
  const from = prefix.length;
  const to = from + exact.length;
  const whole = prefix + exact + suffix;
  const words = scanWords(whole);
  const formsOf = (part: typeof words) => part.map(({ raw }) => wordForm(raw));
  const inside = words.filter(({ start, end }) => start < to && end > from);
  const first = inside.at(0);
  const last = inside.at(-1);
  return {
    quote: formsOf(inside),
    head: first && first.start < from ? wordForm(whole.slice(first.start, from)).length : 0,
    tail: last && last.end > to ? wordForm(whole.slice(to, last.end)).length : 0,
    before: formsOf(words.filter(({ end }) => end <= from)).reverse(),
    after: formsOf(words.filter(({ start }) => start >= to)),
  };
}

/** The weight of some words; see `wordWeight`. */
export function weigh(forms: readonly string[]): number {
  return forms.reduce((sum, form) => sum + wordWeight(form), 0);
}
