import { wordWeight } from './words.ts';

/** Where two rows of words differ: some words of one stand for some words of the other, or for none. */
export interface Hunk {
  /** The words of the first row, by place; `to` is exclusive. Equal where words were only added. */
  readonly from: number;
  readonly to: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

const SPEAKS = /[\p{L}\p{N}\p{Sc}%‰]/u;

/** Whether a hunk is about more than punctuation and emoji. */
export function isSpeaking({ gone, come }: Hunk): boolean {
  return [...gone, ...come].some((form) => SPEAKS.test(form));
}

/**
 * For each pair of places the least weight of words that go and come to turn the beginning of the first row into that
 * of the second (Wagner and Fischer, 1974, without replacing).
 */
function fillCosts(own: readonly string[], other: readonly string[]): Int32Array[] {
  const weights = other.map(wordWeight);
  let above = new Int32Array(other.length + 1);
  for (const [at, weight] of weights.entries()) above[at + 1] = (above[at] ?? 0) + weight;
  const costs = [above];
  for (const form of own) {
    const row = new Int32Array(other.length + 1);
    const ownWeight = wordWeight(form);
    row[0] = (above[0] ?? 0) + ownWeight;
    for (const [at, weight] of weights.entries()) {
      const changed = Math.min((above[at + 1] ?? 0) + ownWeight, (row[at] ?? 0) + weight);
      row[at + 1] = form === other[at] ? Math.min(changed, above[at] ?? 0) : changed;
    }
    costs.push(row);
    above = row;
  }
  return costs;
}

/** The place with the least cost; of several the last, which keeps the most words. */
function cheapestEnd(costs: Int32Array): number {
  let best = 0;
  for (const [at, cost] of costs.entries()) if (cost <= (costs[best] ?? Infinity)) best = at;
  return best;
}

/** How two rows of words that begin at the same place compare. */
export interface Alignment {
  /** In the order of the rows. */
  readonly hunks: readonly Hunk[];
  /** So many words of the second row stand for the first. */
  readonly end: number;
}

/** Walks the cheapest way back from the ends of both rows, and collects what is not on it. */
function collectHunks(
  own: readonly string[],
  other: readonly string[],
  costs: readonly Int32Array[],
  end: number,
): Hunk[] {
  const costAt = (row: number, column: number) => costs[row]?.[column] ?? Infinity;
  const hunks: Hunk[] = [];
  let [row, column] = [own.length, end];
  let hunk = { from: row, to: row, gone: [] as string[], come: [] as string[] };
  const close = () => {
    if (hunk.gone.length + hunk.come.length > 0) hunks.push(hunk);
  };
  while (row > 0 || column > 0) {
    const word = own[row - 1];
    const isKept = row > 0 && column > 0 && word === other[column - 1];
    if (isKept && costAt(row, column) === costAt(row - 1, column - 1)) {
      close();
      row -= 1;
      column -= 1;
      hunk = { from: row, to: row, gone: [], come: [] };
    } else if (
      word !== undefined &&
      costAt(row, column) === costAt(row - 1, column) + wordWeight(word)
    ) {
      row -= 1;
      hunk.from = row;
      hunk.gone.unshift(word);
    } else {
      column -= 1;
      hunk.come.unshift(other[column] ?? '');
    }
  }
  close();
  return hunks.reverse();
}

/**
 * The differences between two rows of words that begin at the same place. Takes time and room in proportion to the
 * product of the lengths, after what both rows begin with.
 * @param isOpenEnded whether the second row goes on beyond what stands for the first; where it goes on is left open.
 */
export function alignOutward(
  own: readonly string[],
  other: readonly string[],
  isOpenEnded: boolean,
): Alignment {
  let same = 0;
  while (same < own.length && own[same] === other[same]) same += 1;
  const rest = own.slice(same);
  const others = other.slice(same);
  if (rest.length === 0 && isOpenEnded) return { hunks: [], end: same };
  const costs = fillCosts(rest, others);
  const end = isOpenEnded ? cheapestEnd(costs[rest.length] ?? new Int32Array()) : others.length;
  const hunks = collectHunks(rest, others, costs, end).map((hunk) => ({
    ...hunk,
    from: hunk.from + same,
    to: hunk.to + same,
  }));
  return { hunks, end: same + end };
}
