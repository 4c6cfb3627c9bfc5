import { changedPart } from './changed-part.ts';

/** A stretch of words that two versions of a text share, or that only one of them has. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Comparing takes time and room in proportion to the product of the words: beyond this, one stretch must do. */
const MOST_PAIRS = 250_000;

/** Words with the white space before them, and the white space at the end: joined, they are the text. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/** For each pair of places how many words the rests from there on share: the table of Wagner and Fischer (1974). */
function sharedWords(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = rows[i] as Uint16Array;
      const below = rows[i + 1] as Uint16Array;
      row[j] =
        old[i] === now[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}

function compareWords(old: readonly string[], now: readonly string[]): Stretch[] {
  const shared = sharedWords(old, now);
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const isSame = i < old.length && j < now.length && old[i] === now[j];
    // Of equals what went comes first, as in any comparison that people read.
    const drops = j === now.length || (shared[i + 1]?.[j] ?? -1) >= (shared[i]?.[j + 1] ?? -1);
    if (isSame) {
      stretches.push({ kind: 'same', text: old[i] as string });
      i += 1;
      j += 1;
    } else if (i < old.length && drops)
      stretches.push({ kind: 'removed', text: old[i++] as string });
    else stretches.push({ kind: 'added', text: now[j++] as string });
  }
  return stretches;
}

/** Neighbours of one kind in one; nothing that is empty. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text };
    else result.push({ kind, text });
  }
  return result;
}

/**
 * Where two versions of a text differ, word by word. `same` and `removed` joined are `before`, `same` and `added`
 * are `after`. Texts that differ in very many words are told apart as one stretch, as in `changedPart`.
 */
export function changedWords(before: string, after: string): Stretch[] {
  const { head, removed, added, tail } = changedPart(before, after);
  const old = wordsOf(removed);
  const now = wordsOf(added);
  const middle: Stretch[] =
    old.length * now.length > MOST_PAIRS
      ? [
          { kind: 'removed', text: removed },
          { kind: 'added', text: added },
        ]
      : compareWords(old, now);
  return joined([{ kind: 'same', text: head }, ...middle, { kind: 'same', text: tail }]);
}
