import type { TextPositionSelector } from '../annotation.ts';
import { scanWords } from './words.ts';

/** Another place where the words of a passage stand, with enough around them that is the same. */
export interface Parallel {
  /** Where those words begin. UTF-16 code units. */
  readonly start: number;
}

/** So many words in a row, the passage's own counted in, make two places parallel. */
const PARALLEL_WORDS = 5;
/** The beginning or end of a sentence or a line counts as so many. */
const EDGE_WORDS = 2;
/** Of more parallels the most alike are kept: what tells a passage from these tells it from all. */
const MOST_PARALLELS = 12;
/** More places than these are not looked at: set phrases of one or two words stand everywhere. */
const MOST_OCCURRENCES = 2000;

/** No more code units than these are compared on either side. */
const LONGEST_SHARED = 1000;

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Whether a word goes on across `at`. */
function isWithinWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}

/** How many code units two places of the text share, from there on or back. */
function sharedLength(text: string, one: number, other: number, step: 1 | -1): number {
  let length = 0;
  const at = (from: number) => text.charCodeAt(step > 0 ? from + length : from - 1 - length);
  // Outside of the text there is NaN, which equals nothing.
  while (length < LONGEST_SHARED && at(one) === at(other)) length += 1;
  return length;
}

function compareAt(
  text: string,
  { start, end }: TextPositionSelector,
  sentence: TextPositionSelector,
  other: number,
): Parallel & { readonly words: number } {
  const sharedBefore = sharedLength(text, start, other, -1);
  const sharedAfter = sharedLength(text, end, other + end - start, 1);
  const before = text.slice(start - sharedBefore, start);
  const after = text.slice(end, end + sharedAfter);
  const shared = before + text.slice(start, end) + after;
  const edges = [
    start - sharedBefore <= sentence.start || before.includes('\n'),
    end + sharedAfter >= sentence.end || after.includes('\n'),
  ];
  // Too short for so many words: of a word or two there are thousands in a long text.
  const isShort = shared.length < 2 * PARALLEL_WORDS && !edges.includes(true);
  const words = isShort ? 0 : scanWords(shared).length;
  return { start: other, words: words + EDGE_WORDS * edges.filter(Boolean).length };
}

/**
 * The other places of a text that say what a passage says, in the same words and with at least a few of the same
 * words beside them: sentences on one pattern, items of a list, rows of a table. The most alike come first.
 * @param folded the text with all marks alike; see `foldMarks`.
 * @param sentence the sentence of the passage.
 */
export function findParallels(
  folded: string,
  position: TextPositionSelector,
  sentence: TextPositionSelector,
): Parallel[] {
  const { start, end } = position;
  const words = folded.slice(start, end);
  const cutsWord = isWithinWord(folded, start) || isWithinWord(folded, end);
  const found: (Parallel & { words: number })[] = [];
  let at = folded.indexOf(words);
  for (let seen = 0; at >= 0 && seen < MOST_OCCURRENCES; seen += 1) {
    const isOther = at >= end || at + words.length <= start;
    const isWhole =
      cutsWord || !(isWithinWord(folded, at) || isWithinWord(folded, at + words.length));
    if (isOther && isWhole) found.push(compareAt(folded, position, sentence, at));
    at = folded.indexOf(words, at + 1);
  }
  return found
    .filter(({ words: shared }) => shared >= PARALLEL_WORDS)
    .sort((one, other) => other.words - one.words || one.start - other.start)
    .slice(0, MOST_PARALLELS);
}
