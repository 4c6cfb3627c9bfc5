/** What became of a text: the words that both versions begin and end with, and what stands in between. */
export interface ChangedPart {
  readonly head: string;
  readonly removed: string;
  readonly added: string;
  readonly tail: string;
}

/** Words with the white space before them, and the white space at the end: joined, they are the text. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/**
 * The one stretch of words in which two versions of a text differ. Where they differ in several places, all that
 * lies between the first and the last counts: a note changes in one place at a time, mostly.
 * `head + removed + tail` is `before`, and `head + added + tail` is `after`.
 */
export function changedPart(before: string, after: string): ChangedPart {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const join = (words: readonly string[], from: number, to: number) =>
    words.slice(from, to).join('');
  return {
    head: join(old, 0, start),
    removed: join(old, start, old.length - end),
    added: join(now, start, now.length - end),
    tail: join(old, old.length - end, old.length),
  };
}
