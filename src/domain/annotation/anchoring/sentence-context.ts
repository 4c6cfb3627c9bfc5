import type { SentenceContext, TextPositionSelector } from '../annotation.ts';
import { alignOutward, isSpeaking } from './align-outward.ts';
import { criticalWords } from './critical-words.ts';
import { findParallels, type Parallel } from './parallels.ts';
import {
  listLeadIn,
  previousSentenceStart,
  sentenceAround,
  sentenceEnd,
  sentenceStart,
} from './sentence-bounds.ts';
import { foldMarks, scanWords, type Word, wordForm } from './words.ts';

/** A sentence longer than this on one side of a passage is cut there. In UTF-16 code units. */
export const LONGEST_SIDE = 600;
/** A lead-in is looked for no farther up than this. */
const LONGEST_LEAD_IN = 1000;
/** And no farther than this where nothing parallel has to be told apart. */
const LONGEST_PLAIN_LEAD_IN = 300;
/**
 * Where a parallel lacks more words than this, its whole subject is another, or it is another sentence with the same
 * phrase in it: then all that lies between the first and the last of them sets the passage apart, if it is as long.
 */
export const MOST_DISTINCT = 12;

/** The words of one side of a passage, the nearest first, as the text has them from `from` on. */
interface SideWords {
  readonly from: number;
  readonly step: 1 | -1;
  readonly words: readonly Word[];
  readonly forms: readonly string[];
}

function readSide(text: string, from: number, to: number, step: 1 | -1): SideWords {
  const words = scanWords(text.slice(from, to));
  if (step < 0) words.reverse();
  return { from, step, words, forms: words.map(({ raw }) => wordForm(raw)) };
}

/** Which words of a side a parallel does not have, as ranges of places; empty ones where it has more. */
interface Difference {
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly words: number;
}

/** The start of the sentence around `at`, or of one so many sentences before it. */
function sentencesBack(text: string, at: number, count: number): number {
  let from = sentenceStart(text, at);
  for (let left = count; left > 0; left -= 1) from = previousSentenceStart(text, from);
  return Math.max(from, at - LONGEST_LEAD_IN);
}

/**
 * @param length of the passage, in code units.
 * @param leadIn of how many sentences the lead-in consists.
 */
function differ(
  text: string,
  own: SideWords,
  { start }: Parallel,
  length: number,
  leadIn: number,
): Difference {
  const end = start + length;
  const other =
    own.step < 0
      ? readSide(text, sentencesBack(text, start, leadIn), start, -1)
      : readSide(text, end, Math.min(sentenceEnd(text, end), end + LONGEST_SIDE), 1);
  const hunks = alignOutward(own.forms, other.forms, false).hunks.filter(isSpeaking);
  return {
    ranges: hunks.map(({ from, to }) => ({ from, to })),
    words: hunks.reduce((sum, { from, to }) => sum + Math.max(1, to - from), 0),
  };
}

/** A range of places as offsets into the side's text. */
function toOffsets({ words, step }: SideWords, from: number, to: number): TextPositionSelector {
  const [first, last] = step > 0 ? [from, to - 1] : [to - 1, from];
  const start = words[first]?.start;
  const end = words[last]?.end;
  if (from < to && start !== undefined && end !== undefined) return { start, end };
  // Between two words: where the later of them begins.
  const later = step > 0 ? words[from] : words[from - 1];
  const edge = step > 0 ? (words.at(-1)?.end ?? 0) : (words[0]?.end ?? 0);
  const at = later?.start ?? edge;
  return { start: at, end: at };
}

function uniqueRanges(ranges: readonly TextPositionSelector[]): TextPositionSelector[] {
  const byKey = new Map(ranges.map((range) => [`${range.start}-${range.end}`, range]));
  return [...byKey.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** How a passage and one of its parallels differ in their sentences and as many before them. */
interface Comparison {
  readonly parallel: Parallel;
  readonly before: Difference;
  readonly after: Difference;
}

const countWords = ({ before, after }: Comparison) => before.words + after.words;

/** The lead-in that tells a passage from its parallels, as far as one can be found, and how each then differs. */
interface Told {
  /** Where the lead-in begins; the sentence's start where that tells enough. */
  readonly from: number;
  readonly comparisons: readonly Comparison[];
}

/** Adds sentences from above until each parallel differs. */
function tellApart(
  text: string,
  { start, end }: TextPositionSelector,
  sentence: TextPositionSelector,
  parallels: readonly Parallel[],
): Told {
  const after = readSide(text, end, sentence.end, 1);
  const comparisons: Comparison[] = [];
  let same = parallels;
  let from = sentence.start;
  for (let leadIn = 0; same.length > 0; leadIn += 1) {
    const before = readSide(text, from, start, -1);
    const compared = same.map((parallel) => ({
      parallel,
      before: differ(text, before, parallel, end - start, leadIn),
      after: differ(text, after, parallel, end - start, 0),
    }));
    comparisons.push(...compared.filter((each) => countWords(each) > 0));
    same = compared.filter((each) => countWords(each) === 0).map(({ parallel }) => parallel);
    const earlier = previousSentenceStart(text, from);
    if (same.length === 0 || earlier === from || start - earlier > LONGEST_LEAD_IN) break;
    from = earlier;
  }
  return { from, comparisons };
}

/** Where the lead-in begins of a sentence that names nobody and nothing itself; the sentence's start if it does. */
function plainLeadIn(text: string, sentence: TextPositionSelector): number {
  const forms = scanWords(text.slice(sentence.start, sentence.end)).map(({ raw }) => wordForm(raw));
  // A capital at the beginning says nothing.
  const speaks = criticalWords(forms).some((kind, at) => kind !== undefined && at > 0);
  if (speaks) return sentence.start;
  const from = listLeadIn(text, sentence.start) ?? previousSentenceStart(text, sentence.start);
  return sentence.start - from > LONGEST_PLAIN_LEAD_IN ? sentence.start : from;
}

/** What of a side sets the passage apart from one of its parallels. */
function distinctFrom(comparison: Comparison, name: 'before' | 'after'): Difference['ranges'] {
  const { ranges } = comparison[name];
  if (countWords(comparison) <= MOST_DISTINCT) return ranges;
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  return to - from > MOST_DISTINCT ? [{ from, to }] : [];
}

/** The ranges of a side that set the passage apart from one parallel or another. */
function distinctRanges(
  side: SideWords,
  comparisons: readonly Comparison[],
  name: 'before' | 'after',
) {
  return uniqueRanges(
    comparisons
      .flatMap((comparison) => distinctFrom(comparison, name))
      .map(({ from, to }) => toOffsets(side, from, to)),
  );
}

/**
 * What the sentence around a passage says beside it: who speaks, of what, when and how much. Where the sentence itself
 * names nothing, or the same sentence stands there twice, with the sentences or the list's lead-in above it that do.
 * `distinctBefore` and `distinctAfter` mark what sets it apart from places that say the same of something else.
 * @param text the `articleText`.
 * @param position UTF-16 code units.
 * @param folded the text with all marks alike, for who has it; see `foldMarks`.
 */
export function readSentenceContext(
  text: string,
  position: TextPositionSelector,
  folded = foldMarks(text),
): SentenceContext {
  const { start, end } = position;
  const around = sentenceAround(text, position);
  const sentence = {
    start: Math.max(around.start, start - LONGEST_SIDE),
    end: Math.min(around.end, end + LONGEST_SIDE),
  };
  const parallels = findParallels(folded, position, sentence);
  const told = tellApart(text, position, sentence, parallels);
  const from = parallels.length > 0 ? told.from : plainLeadIn(text, sentence);
  const before = readSide(text, from, start, -1);
  const after = readSide(text, end, sentence.end, 1);
  const distinctBefore = distinctRanges(before, told.comparisons, 'before');
  const distinctAfter = distinctRanges(after, told.comparisons, 'after');
  return {
    before: text.slice(from, start),
    after: text.slice(end, sentence.end),
    ...(distinctBefore.length > 0 && { distinctBefore }),
    ...(distinctAfter.length > 0 && { distinctAfter }),
  };
}
