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
 * For each pair of places the least weight of words that go, come or are replaced to turn the beginning of the first
 * row into that of the second (Wagner and Fischer, 1974).
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
      const replacing = form === other[at] ? 0 : Math.max(ownWeight, weight);
      row[at + 1] = Math.min(
        (above[at] ?? 0) + replacing,
        (above[at + 1] ?? 0) + ownWeight,
        (row[at] ?? 0) + weight,
      );
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

type Step = 'keep' | 'replace' | 'leave' | 'add';

/** The step by which the cheapest way came to a pair of places. */
function lastStep(
  word: string | undefined,
  there: string | undefined,
  costAt: (rows: number, columns: number) => number,
): Step {
  if (word === undefined) return 'add';
  if (there === undefined) return 'leave';
  const cost = costAt(0, 0);
  if (word === there && cost === costAt(1, 1)) return 'keep';
  const replacing = Math.max(wordWeight(word), wordWeight(there));
  if (cost === costAt(1, 1) + replacing) return 'replace';
  return cost === costAt(1, 0) + wordWeight(word) ? 'leave' : 'add';
}

/** Walks the cheapest way back from the ends of both rows, and collects what is not on it. */
function collectHunks(
  own: readonly string[],
  other: readonly string[],
  costs: readonly Int32Array[],
  end: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let [row, column] = [own.length, end];
  let edge = { row, column };
  const close = () => {
    if (edge.row === row && edge.column === column) return;
    hunks.push({
      ...{ from: row, to: edge.row },
      gone: own.slice(row, edge.row),
      come: other.slice(column, edge.column),
    });
  };
  const costAt = (rows: number, columns: number) =>
    costs[row - rows]?.[column - columns] ?? Infinity;
  while (row > 0 || column > 0) {
    const step = lastStep(own[row - 1], other[column - 1], costAt);
    if (step === 'keep') close();
    if (step !== 'add') row -= 1;
    if (step !== 'leave') column -= 1;
    if (step === 'keep') edge = { row, column };
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
