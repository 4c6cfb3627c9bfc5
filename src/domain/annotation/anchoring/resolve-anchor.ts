import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import type { ContextChange, TextPositionSelector, TextQuoteSelector } from '../annotation.ts';
import {
  byScore,
  changedWords,
  type Found,
  type Quest,
  sameWords,
  startQuest,
} from './candidates.ts';
import { isDecided, judge } from './judge.ts';
import { positionOf } from './position.ts';
import { fitSentence, type SentenceFit } from './sentence-fit.ts';
import { hasParallels } from './sentence-pattern.ts';
import { type TextView, viewText } from './text-view.ts';
import { haveSameWords } from './words.ts';

/** What an annotation knows of its passage. */
export interface Passage {
  /** UTF-16 code units into the text that the annotation was made in. */
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/** A place where a passage may stand. */
export interface Candidate {
  /** UTF-16 code units into the text that was searched; splits no grapheme. */
  readonly position: TextPositionSelector;
  /** 0 to 1. */
  readonly score: number;
  /** The same words stand there. */
  readonly exact: boolean;
}

/**
 * What became of a passage.
 * - `exact`: the same words (see words.ts) where context or position say that they stood, and no rival;
 * - `moved`: found, but words or surroundings differ: the analyst must see it;
 * - `ambiguous`: several places might be it;
 * - `lost`: nowhere, or only where numbers, negations or names differ, or where another sentence on the same pattern
 *   stands. Candidates are no more than a hint.
 *
 * `change` is what stands beside the passage, or a first candidate with its words, instead of what told who or what it
 * is about.
 *
 * Candidates come best first and are at most five. Of a `moved` passage the first is its own place.
 */
export type Resolution =
  | { readonly state: 'exact'; readonly score: number; readonly position: TextPositionSelector }
  | {
      readonly state: 'moved';
      readonly score: number;
      readonly position: TextPositionSelector;
      readonly candidates: readonly Candidate[];
      readonly change?: ContextChange;
    }
  | {
      readonly state: 'ambiguous' | 'lost';
      readonly score: number;
      readonly candidates: readonly Candidate[];
      readonly change?: ContextChange;
    };

export type Resolver = (passage: Passage) => Resolution;

const MOST_CANDIDATES = 5;
/** With less context around it, a quote at its place might still be a part of other words. */
const ENOUGH_CONTEXT = 8;

function isEdge(text: string, { start, end }: TextPositionSelector): boolean {
  return graphemeStart(text, start) === start && graphemeEnd(text, end) === end;
}

/** Whether the quote stands verbatim where it stood, with its context: in the text it was made in, always. */
function standsUnchanged(text: string, { position, quote }: Passage): boolean {
  const { start, end } = position;
  const { exact, prefix, suffix } = quote;
  if (exact.trim() === '' || end - start !== exact.length) return false;
  const knowsBefore = prefix.length >= Math.min(start, ENOUGH_CONTEXT);
  const knowsAfter = suffix.length >= Math.min(text.length - end, ENOUGH_CONTEXT);
  if (!knowsBefore || !knowsAfter) return false;
  const { before, after } = quote.sentence ?? { before: '', after: '' };
  const standsAmid = (left: string, right: string) =>
    start >= left.length && text.startsWith(left + exact + right, start - left.length);
  return standsAmid(prefix, suffix) && standsAmid(before, after) && isEdge(text, position);
}

function toCandidates({ view }: Quest, quote: string, places: readonly Found[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { first, last, words, score, cuts } of places) {
    const position = positionOf(view, first, last, cuts);
    if (position === undefined) continue;
    // Half of an ellipsis, say, need not be what it was half of: what is called exact is checked as it stands.
    const says = view.text.slice(position.start, position.end);
    candidates.push({ position, score, exact: words === 1 && haveSameWords(says, quote) });
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return candidates;
}

/** How the sentence around each place fits that of the passage, worked out once. */
function fitsOf({ view, sentence }: Quest) {
  const fits = new Map<Found, SentenceFit>();
  return (place: Found): SentenceFit => {
    const fit = fits.get(place) ?? fitSentence(view, sentence, place.first, place.last);
    fits.set(place, fit);
    return fit;
  };
}

/** The places that may be the passage's, best first, and those of other sentences on the same pattern. */
function findPlaces(quest: Quest, fitOf: (place: Found) => SentenceFit) {
  const isOwn = (place: Found) => !hasParallels(quest.sentence) || fitOf(place).verdict !== 'other';
  const same = sameWords(quest);
  const own = same.filter(isOwn);
  const others = same.filter((place) => !isOwn(place));
  if (isDecided(quest, own)) return { places: own, others };
  const changed = changedWords(quest, same);
  return {
    places: [...own, ...changed.filter(isOwn)].sort(byScore),
    others: [...others, ...changed.filter((place) => !isOwn(place))].sort(byScore),
  };
}

/** Of a passage with parallels, the one place whose whole sentence is its own. */
function onlyOwnPlace(
  quest: Quest,
  places: readonly Found[],
  fitOf: (place: Found) => SentenceFit,
) {
  if (!hasParallels(quest.sentence)) return undefined;
  const own = places.filter((place) => place.words === 1 && fitOf(place).verdict === 'same');
  return own.length === 1 ? own[0] : undefined;
}

function search(view: TextView, passage: Passage): Resolution {
  const quest = startQuest(view, passage.quote, passage.position);
  if (quest.pattern.quote.length === 0) return { state: 'lost', score: 0, candidates: [] };
  const fitOf = fitsOf(quest);
  const { places: found, others } = findPlaces(quest, fitOf);
  const only = onlyOwnPlace(quest, found, fitOf);
  const places = only ? [only, ...found.filter((place) => place !== only)] : found;
  const candidates = toCandidates(quest, passage.quote.exact, [...places, ...others]);
  const [best] = candidates;
  if (best === undefined) return { state: 'lost', score: 0, candidates };
  const { score, position, exact } = best;
  const place = places[0];
  const { verdict = 'other', change = undefined } = fitOf(place ?? (others[0] as Found));
  const told = change && { change };
  if (place === undefined) return { state: 'lost', score, candidates, ...(exact && told) };
  const state = only ? 'exact' : judge(quest, places);
  if (state === 'exact' && exact && verdict !== 'changed') return { state, score, position };
  return state === 'exact' || state === 'moved'
    ? { state: 'moved', score, position, candidates, ...told }
    : { state, score, candidates, ...(exact && told) };
}

/**
 * Finds passages in a text that may have changed since they were marked. The text is read once, on the first
 * passage that does not stand where it stood, unchanged; such a one takes no more time than its length.
 */
export function createResolver(text: string): Resolver {
  let view: TextView | undefined;
  return (passage) => {
    if (standsUnchanged(text, passage)) {
      return { state: 'exact', score: 1, position: passage.position };
    }
    view ??= viewText(text);
    return search(view, passage);
  };
}

/** `createResolver` for one passage. */
export function resolvePassage(text: string, passage: Passage): Resolution {
  return createResolver(text)(passage);
}
