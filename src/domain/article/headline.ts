import type { Block } from './article.ts';
import { splitSentences } from './sentences.ts';

/** A headline is no longer than this, its ellipsis included. In UTF-16 code units. */
export const LONGEST_HEADLINE = 90;
/** A shorter first clause ("Sáng 25/11") says too little. In UTF-16 code units. */
const SHORTEST_CLAUSE = 60;
const ELLIPSIS = '…';

function withoutStop(sentence: string): string {
  // A line of nothing but dots stays one.
  return sentence.replace(/[.…/]{1,4}$/u, '').trimEnd() || sentence;
}

function withoutPause(text: string): string {
  return text.replace(/[ ,;:–—-]{1,4}$/u, '');
}

/** The longest first clauses that fit and say enough. */
function firstClauses(start: string): string | undefined {
  const pause = Math.max(
    ...[', ', '; ', ': ', ' – ', ' - '].map((mark) => start.lastIndexOf(mark)),
  );
  return pause >= SHORTEST_CLAUSE ? start.slice(0, pause) : undefined;
}

function firstWords(start: string): string {
  const space = start.lastIndexOf(' ');
  if (space > 0) return start.slice(0, space);
  // One endless word: cut between what a reader sees as characters.
  const characters = [...new Intl.Segmenter('vi').segment(start)].map(({ segment }) => segment);
  return characters.slice(0, -1).join('');
}

/** Shortens a sentence to a headline: whole clauses if they say enough, or else whole words. */
export function shortenToHeadline(sentence: string): string {
  const whole = withoutStop(sentence);
  if (whole.length <= LONGEST_HEADLINE) return whole;
  const start = whole.slice(0, LONGEST_HEADLINE);
  return withoutPause(firstClauses(start) ?? firstWords(start)) + ELLIPSIS;
}

/** A headline for an article that prints none, from its first sentence. Empty without any blocks. */
export function inferHeadline(blocks: readonly Block[]): string {
  const source = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0];
  return shortenToHeadline(splitSentences(source?.text ?? '')[0] ?? '');
}
