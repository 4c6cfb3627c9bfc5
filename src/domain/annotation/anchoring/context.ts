import { isNegation } from './critical-words.ts';
import type { Pattern } from './pattern.ts';
import type { TextView } from './text-view.ts';
import { wordWeight } from './words.ts';

/** Words of the text that are looked at beyond as many as the context has: for words inserted there. */
const SLACK = 4;
/** A negation this near to a quote belongs to it: "không" before "ký kết". */
const NEAR = 2;
/** So many words, counting marks, are as many as `CONTEXT_LENGTH` has; a side that has more was lengthened. */
const SHORT = 10;

/** One side of a passage, as the selector has it, ready to be compared with many places. */
export interface Side {
  /** Numbers of the words in the text's view, the nearest first; -1 for a word that the text lacks. */
  readonly ids: readonly number[];
  /** For each number, 1 if the side has the word. */
  readonly known: Uint8Array;
  readonly weights: readonly number[];
  readonly total: number;
  /** Of the nearest words, as many as a side of the least length has. */
  readonly nearTotal: number;
  /** The farthest word, which may have lost its far end. */
  readonly outermost: string;
  readonly step: 1 | -1;
  /** Negations among the nearest words. */
  readonly negations: string;
}

function negationsIn(forms: readonly string[]): string {
  return forms.slice(0, NEAR).filter(isNegation).join(' ').toLowerCase();
}

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function readSide(view: TextView, forms: readonly string[], step: 1 | -1): Side {
  const weights = forms.map(wordWeight);
  const ids = forms.map((form) => view.idOf(form));
  const known = new Uint8Array(view.forms.length);
  for (const id of ids) if (id >= 0) known[id] = 1;
  return {
    ids,
    known,
    weights,
    total: sumOf(weights),
    nearTotal: sumOf(weights.slice(0, SHORT)),
    outermost: forms.at(-1) ?? '',
    step,
    negations: negationsIn(forms),
  };
}

export interface Context {
  readonly before: Side;
  readonly after: Side;
}

export function readContext(view: TextView, pattern: Pattern): Context {
  return {
    before: readSide(view, pattern.before, -1),
    after: readSide(view, pattern.after, 1),
  };
}

function isOutermost(view: TextView, side: Side, place: number): boolean {
  const form = view.forms[view.ids[place] ?? -1] ?? '';
  return side.step < 0 ? form.endsWith(side.outermost) : form.startsWith(side.outermost);
}

function isWordAt(view: TextView, side: Side, nth: number, place: number): boolean {
  if (view.ids[place] === side.ids[nth]) return true;
  return nth === side.ids.length - 1 && isOutermost(view, side, place);
}

/** Whether the text has the side's words from `place` on, all of them and unchanged. */
function isWhole(view: TextView, side: Side, place: number): boolean {
  return side.ids.every((_, nth) => isWordAt(view, side, nth, place + nth * side.step));
}

/**
 * The weight of changes that turn a side into what the text has from `place` on, outwards: edit distance by
 * words (Wagner and Fischer, 1974), of which the text's far end is free. `near` is that of the nearest words.
 */
function changes(view: TextView, side: Side, place: number): { near: number; all: number } {
  const room = side.step < 0 ? place + 1 : view.length - place;
  const width = Math.max(0, Math.min(side.ids.length + SLACK, room));
  let row = [0];
  const costs = [0];
  const weightAt = (column: number) =>
    view.weights[view.ids[place + (column - 1) * side.step] ?? 0] ?? 0;
  for (let column = 1; column <= width; column += 1) {
    row[column] = (row[column - 1] ?? 0) + weightAt(column);
  }
  for (const [nth, weight] of side.weights.entries()) {
    const next = [(row[0] ?? 0) + weight];
    for (let column = 1; column <= width; column += 1) {
      const same = isWordAt(view, side, nth, place + (column - 1) * side.step);
      const other = weightAt(column);
      next[column] = Math.min(
        (row[column - 1] ?? 0) + (same ? 0 : Math.max(weight, other)),
        (row[column] ?? 0) + weight,
        (next[column - 1] ?? 0) + other,
      );
    }
    row = next;
    costs.push(Math.min(...row));
  }
  const all = costs.at(-1) ?? 0;
  return { near: costs[SHORT] ?? all, all };
}

/** @param place the nearest word outside of the passage. */
function fitSide(view: TextView, side: Side, place: number): SideFit | undefined {
  const { total, nearTotal } = side;
  if (total === 0) return undefined;
  if (isWhole(view, side, place)) {
    return { likeness: 1, near: 1, far: 1, lost: 0, isJoined: true };
  }
  const { near, all } = changes(view, side, place);
  const share = (lost: number, of: number) => (of === 0 ? 1 : Math.max(0, 1 - lost / of));
  return {
    likeness: share(all, total),
    near: share(near, nearTotal),
    far: share(all - near, total - nearTotal),
    lost: Math.min(all, total),
    isJoined: isWordAt(view, side, 0, place),
  };
}

/**
 * The weight of words of a side that stand near `place`, outwards, in whatever order and however often: quickly
 * told, and never less than what `fitContext` finds of them.
 */
export function gatheredWeight(view: TextView, side: Side, place: number): number {
  let weight = 0;
  const end = place + (side.ids.length + SLACK) * side.step;
  for (let at = place; at !== end; at += side.step) {
    const id = view.ids[at] ?? -1;
    if (side.known[id] === 1) weight += view.weights[id] ?? 0;
  }
  return weight;
}

/** How one side of a place compares with the context of a passage. */
export interface SideFit {
  /** How much of it is there, 0 to 1. */
  readonly likeness: number;
  /** The same of its nearest words, and of those beyond: 1 where there are none. */
  readonly near: number;
  readonly far: number;
  /** The weight of what is not there: four a word. */
  readonly lost: number;
  /** The word right beside the quote is still beside it. */
  readonly isJoined: boolean;
}

/** How a place's surroundings compare with the context of a passage; `undefined` where it has none. */
export interface Fit {
  readonly before: SideFit | undefined;
  readonly after: SideFit | undefined;
  /** A negation right before or after came or went. */
  readonly negationChanged: boolean;
}

function negationsAt(view: TextView, place: number, step: number): string {
  const forms = [place, place + step].map((at) => view.forms[view.ids[at] ?? -1] ?? '');
  return negationsIn(forms);
}

/** Compares what stands around the words `first` to `last` of the text with the context of a passage. */
export function fitContext(view: TextView, context: Context, first: number, last: number): Fit {
  const { before, after } = context;
  return {
    before: fitSide(view, before, first - 1),
    after: fitSide(view, after, last + 1),
    negationChanged:
      (before.total > 0 && before.negations !== negationsAt(view, first - 1, -1)) ||
      (after.total > 0 && after.negations !== negationsAt(view, last + 1, 1)),
  };
}
