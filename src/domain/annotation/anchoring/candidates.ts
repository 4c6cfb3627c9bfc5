import type { TextPositionSelector, TextQuoteSelector } from '../annotation.ts';
import { findChangedPlaces } from './changed-places.ts';
import { type Context, fitContext, gatheredWeight, readContext, type SideFit } from './context.ts';
import { findOccurrences } from './occurrences.ts';
import { type Pattern, readPattern, weigh } from './pattern.ts';
import { type Cuts, positionOf } from './position.ts';
import { endsSentence, startsSentence } from './sentence-edges.ts';
import { readSentencePattern, type SentencePattern } from './sentence-pattern.ts';
import type { TextView } from './text-view.ts';

/** A place where the passage may stand, by first and last word, with all that speaks for it. */
export interface Found {
  readonly first: number;
  readonly last: number;
  /** The share of the quote's words that stands there, 0 to 1; 1 means the same words. */
  readonly words: number;
  /** What stands before and after; `undefined` where the selector does not say. */
  readonly before: SideFit | undefined;
  readonly after: SideFit | undefined;
  /** How far both sides together fit, 0 to 1. */
  readonly context: number | undefined;
  /** A number, a negation or a name is not the quote's. */
  readonly saysOtherwise: boolean;
  /** A negation right before or after came or went. */
  readonly negationChanged: boolean;
  /** How far it is from where the selector puts it, in code units, by the likeliest way of counting. */
  readonly drift: number;
  /** The same as a share of the text. */
  readonly displacement: number;
  /** What of its first and last word does not belong to it. */
  readonly cuts: Cuts;
  /** See `Pattern`. */
  readonly inFirstBlock: number;
  readonly inLastBlock: number;
  /** Weight of all that fits, of the quote and around it: four a word. */
  readonly support: number;
  /** Whether the quote begins, ends a sentence or a block, there and where it was marked: it may move alone. */
  readonly isLoose: { readonly before: boolean; readonly after: boolean };
  /** 0 to 1. */
  readonly score: number;
}

/** What is looked for: the words of the passage in the text's numbers, and where it stood. */
export interface Quest {
  readonly view: TextView;
  readonly pattern: Pattern;
  readonly context: Context;
  readonly sentence: SentencePattern;
  readonly position: TextPositionSelector;
}

export function startQuest(
  view: TextView,
  quote: TextQuoteSelector,
  position: TextPositionSelector,
): Quest {
  const pattern = readPattern(quote);
  const context = readContext(view, pattern);
  return { view, pattern, context, sentence: readSentencePattern(quote), position };
}

/** The quote says what is said, the context which one of several it is. */
const WORDS_COUNT = 0.6;
/** Of a place whose surroundings nobody knows. */
const UNKNOWN_CONTEXT = 0.5;

/** By offset in this text, or in the text as it would be composed and evenly spaced, or printed. */
function driftOf({ view, position }: Quest, first: number, head: number): number {
  const starts = [view.starts, view.evenStarts, view.printedStarts];
  const drifts = starts.map((each) => Math.abs((each[first] ?? 0) + head - position.start));
  return Math.min(...drifts);
}

function assess(
  quest: Quest,
  place: Pick<Found, 'first' | 'last' | 'words' | 'saysOtherwise' | 'cuts'>,
): Found {
  const { view, pattern, context: sides } = quest;
  const { before, after, negationChanged } = fitContext(view, sides, place.first, place.last);
  const fitting =
    (before?.likeness ?? 0) * sides.before.total + (after?.likeness ?? 0) * sides.after.total;
  const around = sides.before.total + sides.after.total;
  const context = around === 0 ? undefined : fitting / around;
  const drift = driftOf(quest, place.first, place.cuts.head);
  const isLoose = {
    before: pattern.startsSentence && startsSentence(view, place.first),
    after: pattern.endsSentence && endsSentence(view, place.last),
  };
  const score = WORDS_COUNT * place.words + (1 - WORDS_COUNT) * (context ?? UNKNOWN_CONTEXT);
  return {
    ...place,
    ...{ before, after, context, negationChanged, drift },
    displacement: drift / quest.view.text.length,
    support: weigh(pattern.quote) * place.words + fitting,
    isLoose,
    inFirstBlock: pattern.inFirstBlock,
    inLastBlock: pattern.inLastBlock,
    score: place.words === 1 && drift === 0 ? (1 + score) / 2 : score,
  };
}

export function byScore(one: Found, other: Found): number {
  return other.score - one.score || one.drift - other.drift || one.first - other.first;
}

/** More places than these are not weighed against each other. */
const MOST_PLACES = 20;

/** Of many places those around which the most words of the context stand, in whatever order. */
function likeliest(quest: Quest, firsts: readonly number[], length: number): number[] {
  const { view, context, pattern } = quest;
  if (firsts.length <= MOST_PLACES) return [...firsts];
  const weigh = (first: number) =>
    gatheredWeight(view, context.before, first - 1) +
    gatheredWeight(view, context.after, first + length);
  const weighed = firsts.map((first) => ({
    first,
    weight: weigh(first),
    drift: driftOf(quest, first, pattern.head),
  }));
  const most = weighed.reduce((highest, { weight }) => Math.max(highest, weight), 0);
  return weighed
    .filter(({ weight }) => 2 * weight >= most)
    .sort((one, other) => other.weight - one.weight || one.drift - other.drift)
    .slice(0, MOST_PLACES)
    .map(({ first }) => first);
}

/** The places where the very words of the passage stand, best first; of very many, the likeliest. */
export function sameWords(quest: Quest): Found[] {
  const { view, pattern } = quest;
  const ids = pattern.quote.map((form) => view.idOf(form));
  return likeliest(quest, findOccurrences(view, ids), ids.length)
    .map((first) => {
      const last = first + ids.length - 1;
      return assess(quest, { first, last, words: 1, saysOtherwise: false, cuts: pattern });
    })
    .filter(({ first, last }) => positionOf(view, first, last, pattern) !== undefined)
    .sort(byScore);
}

/** The places where the words of the passage seem to stand, some of them changed, best first. */
export function changedWords(quest: Quest, same: readonly Found[]): Found[] {
  const { view, pattern } = quest;
  return findChangedPlaces(view, pattern)
    .map(({ first, last, likeness, saysOtherwise, keepsFirst, keepsLast }) => {
      const head = keepsFirst ? pattern.head : 0;
      const tail = keepsLast ? pattern.tail : 0;
      return assess(quest, { first, last, words: likeness, saysOtherwise, cuts: { head, tail } });
    })
    .filter(({ first, last, cuts }) => positionOf(view, first, last, cuts) !== undefined)
    .filter(({ first, last }) => same.every((other) => last < other.first || first > other.last))
    .sort(byScore);
}
