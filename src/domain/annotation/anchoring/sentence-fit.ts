import type { ContextChange } from '../annotation.ts';
import { alignOutward, type Hunk, isSpeaking } from './align-outward.ts';
import { changedFact, toChange, wordsIn } from './context-facts.ts';
import { criticalKind } from './critical-words.ts';
import { MOST_DISTINCT } from './sentence-context.ts';
import { startsSentence } from './sentence-edges.ts';
import type { Range, SentencePattern, SentenceSide } from './sentence-pattern.ts';
import type { TextView } from './text-view.ts';

/**
 * How the sentence around a place compares with that of the passage.
 * - `same`: the same words;
 * - `kept`: some are others, none of them known to matter;
 * - `changed`: a name, a number or a negation is another;
 * - `other`: what set the passage apart from its parallels is not there, so it may be one of them.
 */
export interface SentenceFit {
  readonly verdict: 'same' | 'kept' | 'changed' | 'other';
  readonly change?: ContextChange;
}

/**
 * What sets a passage apart with the words that belong to it: the rest of a name, the unit of a number, or else the
 * word on either side. "Nguyễn Văn" before "An", "tỷ đồng" behind "91".
 */
function widen({ from, to }: Range, forms: readonly string[]): Range {
  const isPart = (at: number) => {
    const kind = criticalKind(forms[at] ?? '');
    return kind === 'name' || kind === 'number';
  };
  let [first, last] = [from - 1, to];
  while (first > 0 && isPart(first)) first -= 1;
  while (last < forms.length - 1 && isPart(last)) last += 1;
  return { from: Math.max(0, first), to: Math.min(forms.length, last + 1) };
}

/** Words of the text that are read beyond as many as the side has: for words inserted there. */
const SLACK = 8;

function readOutward(view: TextView, place: number, step: 1 | -1, most: number): string[] {
  const forms: string[] = [];
  for (let at = place; forms.length < most && at >= 0 && at < view.length; at += step) {
    forms.push(view.formAt(at));
  }
  return forms;
}

/** So many words of a sentence that goes on are read. */
const MOST_GROWTH = 12;

/** The words from `place` outwards to the edge of the sentence that they stand in; none where it is too far away. */
function readToEdge(view: TextView, place: number, step: 1 | -1): string[] {
  const isEdge = (at: number) => startsSentence(view, step > 0 ? at : at + 1);
  const forms: string[] = [];
  for (let at = place; at >= 0 && at < view.length && !isEdge(at); at += step) {
    if (forms.length === MOST_GROWTH) return [];
    forms.push(view.formAt(at));
  }
  return forms;
}

/** A difference without the words that both of its rows end with. */
function trimEnd({ from, to, gone, come }: Hunk): Hunk {
  let same = 0;
  while (same < gone.length && gone.at(-1 - same) === come.at(-1 - same)) same += 1;
  return {
    ...{ from, to: to - same },
    gone: gone.slice(0, gone.length - same),
    come: come.slice(0, come.length - same),
  };
}

/**
 * The words that a sentence got at its edge. None where what follows stood there already: in a text that is wrapped
 * otherwise a sentence may have lost its edge.
 */
function readGrowth(view: TextView, { step, isComplete, beyond }: SentenceSide, place: number) {
  if (!isComplete) return [];
  const grown = readToEdge(view, place, step);
  const known = Math.min(grown.length, beyond.length);
  const isOld = known > 0 && grown.slice(0, known).every((form, at) => form === beyond[at]);
  return isOld ? [] : grown;
}

function sideHunks(view: TextView, side: SentenceSide, place: number): readonly Hunk[] {
  const { forms, step } = side;
  const most = Math.ceil(forms.length * 1.4) + SLACK;
  const { hunks, end } = alignOutward(forms, readOutward(view, place, step, most), true);
  const grown = readGrowth(view, side, place + end * step);
  const last = hunks.at(-1);
  // What the sentence has beyond its old edge belongs to a difference that reaches the edge.
  if (last?.to === forms.length) {
    const edge = trimEnd({ ...last, come: [...last.come, ...grown] });
    return [...hunks.slice(0, -1), edge].filter(isSpeaking);
  }
  // Without parallels, a sentence that got more words at its edge says no less than before.
  if (grown.length === 0 || side.distinct.length === 0) return hunks.filter(isSpeaking);
  const edge = { from: forms.length, to: forms.length, gone: [], come: grown };
  return [...hunks, edge].filter(isSpeaking);
}

/** Whether a difference is no more than words beyond the old edge of the sentence. */
const isGrowth = ({ from }: Hunk, { forms }: SentenceSide) => from === forms.length;

/** Whether a difference is at what sets the passage apart: a word of it went, or others came in or beside it. */
function touches({ from, to, come }: Hunk, range: Range): boolean {
  if (Math.max(from, range.from) < Math.min(to, range.to)) return true;
  const isInsertion = from === to || range.from === range.to;
  return isInsertion && come.length > 0 && from <= range.to && to >= range.from;
}

/** So many other words of the sentence may have changed where a change of one fact still counts as meant. */
const STRAY_WORDS = 1;

interface SidedHunk {
  readonly hunk: Hunk;
  readonly side: SentenceSide;
}

/** What changed where the passage is told from its parallels. */
function toSubjectChange({ hunk, side }: SidedHunk): ContextChange {
  return toChange(hunk, side.step, changedFact(hunk)?.kind ?? 'subject');
}

const sizeOf = ({ hunk: { gone, come } }: SidedHunk) =>
  Math.max(wordsIn(gone).length, wordsIn(come).length);

/**
 * Behind a passage, only so many words are taken to speak of the same: who speaks, and when, mostly stands before it,
 * while a long sentence goes on to other matters.
 */
const REACH_BEHIND = 12;

const REACH_BEFORE = 30;
const isNear = ({ hunk, side }: SidedHunk) =>
  hunk.from <= (side.step < 0 ? REACH_BEFORE : REACH_BEHIND);

/**
 * The fact beside the passage that is another now. In a sentence that was rewritten at large, words come and go by
 * chance; there only a number for a number or a name for a name is certain.
 */
function findChangedFact(hunks: readonly SidedHunk[]): ContextChange | undefined {
  const total = hunks.reduce((sum, each) => sum + sizeOf(each), 0);
  for (const each of hunks) {
    const fact = isNear(each) ? changedFact(each.hunk) : undefined;
    if (!fact) continue;
    if (fact.isCertain || total - sizeOf(each) <= STRAY_WORDS) {
      return toChange(each.hunk, each.side.step, fact.kind);
    }
  }
  return undefined;
}

const isLong = ({ from, to }: Range) => to - from > MOST_DISTINCT;

/** Less of a long subject than this is left where another one stands. */
const SUBJECT_KEPT = 0.5;

/** Whether most of a long range is gone: its words change by chance, too. */
function isReplaced({ from, to }: Range, hunks: readonly Hunk[]): boolean {
  const gone = hunks.reduce(
    (sum, hunk) => sum + Math.max(0, Math.min(to, hunk.to) - Math.max(from, hunk.from)),
    0,
  );
  return gone > (1 - SUBJECT_KEPT) * (to - from);
}

/** The first difference, if any, at what sets the passage apart from its parallels. */
function findDistinct(hunks: readonly SidedHunk[]): SidedHunk | undefined {
  return hunks.find(({ hunk, side }) => {
    const own = hunks.filter((each) => each.side === side).map((each) => each.hunk);
    return side.distinct.some((range) =>
      isLong(range) ? touches(hunk, range) && isReplaced(range, own) : touches(hunk, range),
    );
  });
}

/** Compares the sentence around the words `first` to `last` of the text with that of the passage. */
export function fitSentence(
  view: TextView,
  { before, after }: SentencePattern,
  first: number,
  last: number,
): SentenceFit {
  const hunks: SidedHunk[] = [
    ...sideHunks(view, before, first - 1).map((hunk) => ({ hunk, side: before })),
    ...sideHunks(view, after, last + 1).map((hunk) => ({ hunk, side: after })),
  ];
  if (hunks.length === 0) return { verdict: 'same' };
  const distinct = findDistinct(hunks);
  if (distinct) return { verdict: 'other', change: toSubjectChange(distinct) };
  const beside = hunks.find(
    ({ hunk, side }) =>
      // In a text that is wrapped otherwise, what stands before the sentence seems to belong to it.
      !isGrowth(hunk, side) &&
      side.distinct.some((range) => !isLong(range) && touches(hunk, widen(range, side.forms))),
  );
  const change = beside ? toSubjectChange(beside) : findChangedFact(hunks);
  return change ? { verdict: 'changed', change } : { verdict: 'kept' };
}
