import type { TextView } from './text-view.ts';

/** Words to look for that may have been changed, by number in the text's view; -1 for one it lacks. */
export interface Wanted {
  readonly ids: Int32Array;
  readonly weights: Uint8Array;
}

/** What it costs to find one word where another is wanted. Punctuation never stands for a word. */
function replacing(one: number, other: number): number {
  return one === other ? one : one + other;
}

/**
 * For each word of a stretch of the text, the least weight of changes that turn some words that end there
 * into the wanted ones (Sellers, "The theory and computation of evolutionary distances", 1980).
 */
export function costsOfEnding(view: TextView, wanted: Wanted, from: number, to: number) {
  const { ids, weights } = wanted;
  const column = new Int32Array(ids.length + 1);
  for (const [row, weight] of weights.entries()) column[row + 1] = (column[row] ?? 0) + weight;
  const costs = new Int32Array(to - from);
  for (let place = from; place < to; place += 1) {
    const id = view.ids[place] ?? -1;
    const weight = view.weights[id] ?? 0;
    let diagonal = 0;
    let above = 0;
    for (let row = 1; row < column.length; row += 1) {
      const left = column[row] ?? 0;
      const own = weights[row - 1] ?? 0;
      const change = ids[row - 1] === id ? 0 : replacing(own, weight);
      above = Math.min(diagonal + change, above + own, left + weight);
      diagonal = left;
      column[row] = above;
    }
    costs[place - from] = above;
  }
  return costs;
}

const KEPT = 0;
const LEFT_OUT = 1;
const ADDED = 2;

/** The cheapest of three steps; where there is a choice, the word is taken to have been kept or replaced. */
function cheapest(keeping: number, leaving: number, adding: number): number {
  if (keeping <= leaving && keeping <= adding) return KEPT;
  return leaving <= adding ? LEFT_OUT : ADDED;
}

/** The steps of the cheapest changes, for every pair of a wanted word and a word of the text. */
function stepsOf(view: TextView, wanted: Wanted, from: number, to: number): Uint8Array {
  const { ids, weights } = wanted;
  const width = to - from + 1;
  const steps = new Uint8Array((ids.length + 1) * width);
  let row = new Int32Array(width);
  for (const [nth, own] of weights.entries()) {
    const next = new Int32Array(width);
    next[0] = (row[0] ?? 0) + own;
    steps[(nth + 1) * width] = LEFT_OUT;
    for (let column = 1; column < width; column += 1) {
      const id = view.ids[from + column - 1] ?? -1;
      const weight = view.weights[id] ?? 0;
      const keeping = (row[column - 1] ?? 0) + (ids[nth] === id ? 0 : replacing(own, weight));
      const leaving = (row[column] ?? 0) + own;
      const adding = (next[column - 1] ?? 0) + weight;
      next[column] = Math.min(keeping, leaving, adding);
      steps[(nth + 1) * width + column] = cheapest(keeping, leaving, adding);
    }
    row = next;
  }
  return steps;
}

/**
 * For each wanted word, the place in the text of the word that it became (the same or another), or -1 where
 * it was left out. The last word of the stretch belongs to the wanted ones; where they begin is left open.
 */
export function alignWords(view: TextView, wanted: Wanted, from: number, to: number): Int32Array {
  const width = to - from + 1;
  const steps = stepsOf(view, wanted, from, to);
  const places = new Int32Array(wanted.ids.length).fill(-1);
  let row = wanted.ids.length;
  let column = width - 1;
  while (row > 0) {
    const step = steps[row * width + column];
    if (step === KEPT) places[row - 1] = from + column - 1;
    if (step !== ADDED) row -= 1;
    if (step !== LEFT_OUT) column -= 1;
  }
  return places;
}
