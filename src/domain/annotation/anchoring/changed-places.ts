import { alignWords, costsOfEnding, type Wanted } from './align.ts';
import { criticalWords } from './critical-words.ts';
import type { Pattern } from './pattern.ts';
import { likelyStretches, type Stretch } from './stretches.ts';

import type { TextView } from './text-view.ts';
import { wordWeight } from './words.ts';

/** A place where the words of a quote seem to stand, though not all of them unchanged. */
export interface ChangedPlace {
  /** Its first and its last word. */
  readonly first: number;
  readonly last: number;
  /** The share of the quote's words, by weight, that is unchanged: 0 to below 1. */
  readonly likeness: number;
  /** A number, a negation or a name came, went or changed. */
  readonly saysOtherwise: boolean;
  /** The first, the last word is the quote's own: where the quote has only a part of it, so has the place. */
  readonly keepsFirst: boolean;
  readonly keepsLast: boolean;
}

/** So much of quote and context together may have changed; beyond, likeness is chance. */
const MOST_CHANGED = 0.45;
/** No more places than these are looked at closely. */
const MOST_PLACES = 6;
/** Longer quotes are not looked for word by word: time and space grow with the square of the length. */
const LONGEST = 1500;

/** The quote amid its context. `from` and `to` bound the quote. */
interface Sought extends Wanted {
  readonly forms: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** The farthest word of a side may have lost its far end: it would count as changed for nothing. */
function readSought(view: TextView, pattern: Pattern): Sought {
  const before = pattern.before.slice(0, -1).reverse();
  const after = pattern.after.slice(0, -1);
  const forms = [...before, ...pattern.quote, ...after];
  const weights = Uint8Array.from(forms, wordWeight);
  return {
    forms,
    ids: Int32Array.from(forms, (form) => view.idOf(form)),
    weights,
    from: before.length,
    to: before.length + pattern.quote.length,
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

interface End {
  /** Exclusive. */
  readonly end: number;
  readonly cost: number;
}

/** Where the cost of ending is lowest, and at most `most`. */
function lowestEnds(view: TextView, sought: Sought, { from, to }: Stretch, most: number): End[] {
  const costs = costsOfEnding(view, sought, from, to);
  return Array.from(costs, (cost, at) => ({ end: from + at + 1, cost })).filter(
    ({ cost }, at) =>
      cost <= most && cost < (costs[at - 1] ?? Infinity) && cost <= (costs[at + 1] ?? Infinity),
  );
}

/** Where the sought words may end, the likeliest first, and no two that would be the same place. */
function likelyEnds(view: TextView, sought: Sought, most: number): number[] {
  const ends = likelyStretches(view, sought, most)
    .flatMap((stretch) => lowestEnds(view, sought, stretch, most))
    .sort((one, other) => one.cost - other.cost || one.end - other.end);
  const apart: number[] = [];
  const distance = Math.max(1, sought.to - sought.from);
  for (const { end } of ends) {
    if (apart.length === MOST_PLACES) break;
    if (apart.every((other) => Math.abs(other - end) >= distance)) apart.push(end);
  }
  return apart;
}

/**
 * The bounds of the quote in the text. A word at its edge that was replaced is part of it only where the
 * context goes on right beside it; otherwise it might as well be somebody else's.
 */
function boundsOf(view: TextView, sought: Sought, places: Int32Array): Stretch | undefined {
  const { ids, from, to } = sought;
  const isPlaced = (nth: number) => (places[nth] ?? -1) >= 0;
  const isKept = (nth: number) => isPlaced(nth) && view.ids[places[nth] ?? -1] === ids[nth];
  const placed = Array.from({ length: to - from }, (_, nth) => from + nth).filter(isPlaced);
  const start = places[placed[0] ?? -1];
  const end = places[placed.at(-1) ?? -1];
  if (start === undefined || end === undefined) return undefined;
  const goesOnBefore = isKept(from - 1) && places[from - 1] === start - 1;
  const goesOnAfter = isKept(to) && places[to] === end + 1;
  const firstKept = places[placed.find(isKept) ?? -1] ?? start;
  const lastKept = places[placed.findLast(isKept) ?? -1] ?? end;
  return { from: goesOnBefore ? start : firstKept, to: (goesOnAfter ? end : lastKept) + 1 };
}

/** The words of the quote that are not in the text within `bounds`, and those there that are not the quote's. */
function differences(view: TextView, sought: Sought, places: Int32Array, { from, to }: Stretch) {
  const kept = new Set<number>();
  const gone: number[] = [];
  for (let nth = sought.from; nth < sought.to; nth += 1) {
    const place = places[nth] ?? -1;
    const isInside = place >= from && place < to;
    if (isInside && view.ids[place] === sought.ids[nth]) kept.add(place);
    else gone.push(nth);
  }
  const come: number[] = [];
  for (let place = from; place < to; place += 1) if (!kept.has(place)) come.push(place);
  return { gone, come };
}

function sum(words: readonly number[], weighWord: (word: number) => number): number {
  return words.reduce((total, word) => total + weighWord(word), 0);
}

/** Denials are of two words: so much beside a place has to be read. */
const BESIDE = 1;

/** What changed between the quote and the text within `bounds`. */
function compare(view: TextView, sought: Sought, places: Int32Array, bounds: Stretch) {
  const { gone, come } = differences(view, sought, places, bounds);
  const from = Math.max(0, bounds.from - BESIDE);
  const ids = Array.from(view.ids.subarray(from, bounds.to + BESIDE));
  const criticalThere = criticalWords(ids.map((id) => view.forms[id] ?? ''));
  const criticalHere = criticalWords(sought.forms);
  const weighHere = (nth: number) => sought.weights[nth] ?? 0;
  const weighThere = (place: number) => view.weights[view.ids[place] ?? 0] ?? 0;
  return {
    // A word that was replaced went and came, and counts once.
    cost: Math.max(sum(gone, weighHere), sum(come, weighThere)),
    saysOtherwise:
      gone.some((nth) => criticalHere[nth] !== undefined) ||
      come.some((place) => criticalThere[place - from] !== undefined),
  };
}

function readPlace(view: TextView, sought: Sought, from: number, end: number) {
  const places = alignWords(view, sought, from, end);
  const bounds = boundsOf(view, sought, places);
  if (bounds === undefined) return [];
  const { cost, saysOtherwise } = compare(view, sought, places, bounds);
  let weight = 0;
  for (let nth = sought.from; nth < sought.to; nth += 1) weight += sought.weights[nth] ?? 0;
  const first = bounds.from;
  const last = bounds.to - 1;
  const keeps = (nth: number, place: number) =>
    places[nth] === place && view.ids[place] === sought.ids[nth];
  const keepsFirst = keeps(sought.from, first);
  const keepsLast = keeps(sought.to - 1, last);
  const likeness = Math.max(0, 1 - cost / weight);
  return [{ first, last, likeness, saysOtherwise, keepsFirst, keepsLast }];
}

/**
 * Places where quote and context together stand nearly as they stood: by least changes of words, the
 * likeliest first. Quotes of more than 1,500 words are not looked for.
 */
export function findChangedPlaces(view: TextView, pattern: Pattern): ChangedPlace[] {
  const sought = readSought(view, pattern);
  if (sought.ids.length > LONGEST) return [];
  const most = Math.floor(sought.total * MOST_CHANGED);
  const reach = sought.ids.length + most;
  return likelyEnds(view, sought, most).flatMap((end) =>
    readPlace(view, sought, Math.max(0, end - reach), end),
  );
}
