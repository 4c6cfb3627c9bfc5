import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import type { TextPositionSelector, TextQuoteSelector } from '../annotation.ts';
import {
  byScore,
  changedWords,
  type Found,
  type Quest,
  sameWords,
  startQuest,
} from './candidates.ts';
import { isDecided, judge } from './judge.ts';
import { readPattern } from './pattern.ts';
import { positionOf } from './position.ts';
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
 * - `lost`: nowhere, or only where numbers, negations or names differ. Candidates are no more than a hint.
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
    }
  | {
      readonly state: 'ambiguous' | 'lost';
      readonly score: number;
      readonly candidates: readonly Candidate[];
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
  if (!knowsBefore || !knowsAfter || start < prefix.length) return false;
  return text.startsWith(prefix + exact + suffix, start - prefix.length) && isEdge(text, position);
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

function search(view: TextView, passage: Passage): Resolution {
  const pattern = readPattern(passage.quote);
  if (pattern.quote.length === 0) return { state: 'lost', score: 0, candidates: [] };
  const quest = startQuest(view, pattern, passage.position);
  const same = sameWords(quest);
  const places = isDecided(quest, same)
    ? same
    : [...same, ...changedWords(quest, same)].sort(byScore);
  const candidates = toCandidates(quest, passage.quote.exact, places);
  const [best] = candidates;
  if (best === undefined) return { state: 'lost', score: 0, candidates };
  const { score, position, exact } = best;
  const state = judge(quest, places);
  if (state === 'exact' && exact) return { state, score, position };
  return state === 'exact' || state === 'moved'
    ? { state: 'moved', score, position, candidates }
    : { state, score, candidates };
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
