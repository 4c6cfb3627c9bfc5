import type { Found, Quest } from './candidates.ts';
import type { SideFit } from './context.ts';
import { findOccurrences } from './occurrences.ts';

/** At least this part of the context fits where a passage is said to stand where it stood. */
const CONTEXT_KEPT = 0.65;
/** And on neither side less than this: a side that is mostly new is what the analyst must see. */
const SIDE_KEPT = 0.5;
/** Nor than this, when the very next word is another: the quote's words might have come there otherwise. */
const SIDE_KEPT_APART = 0.7;
/**
 * Farther from its offset than this share of the text, a place needs all of the context. Edits up to a
 * fifth of the text seldom push a passage farther; sentences made on one pattern stand anywhere.
 */
const FAR = 0.15;
const CONTEXT_KEPT_FAR = 0.99;
/** This part suffices at the very offset that the selector gives. */
const CONTEXT_KEPT_IN_PLACE = 0.25;
/** At least this part of a changed quote's words is still there. */
const WORDS_KEPT = 0.7;
/** So much has to fit, of the words and around them, where the context alone does not tell: 20 words. */
const MUCH_SUPPORT = 80;
/** A rival whose score comes this near might be the one. */
const MARGIN = 0.15;

export type State = 'exact' | 'moved' | 'ambiguous' | 'lost';
type Trust = 'exact' | 'moved' | 'none';

/** So near to its offset a place is where it stood: twins are farther apart than a few changed letters. */
const NEAR = 8;

/**
 * Whether a side is kept: next to the quote as much of it as of a short one, however much there is beyond; and of
 * what is beyond, since a context was lengthened because all nearer words stand beside a twin, too.
 */
function isKeptSide(side: SideFit, drift: number): boolean {
  const near = Math.min(side.likeness, side.near);
  if (near < (side.isJoined ? SIDE_KEPT : SIDE_KEPT_APART)) return false;
  return drift <= NEAR || side.far >= SIDE_KEPT_APART;
}

function hasKeptContext({ before, after, context, displacement, drift }: Found): boolean {
  if (context === undefined) return false;
  if (context < (displacement > FAR ? CONTEXT_KEPT_FAR : CONTEXT_KEPT)) return false;
  return [before, after].every((side) => !side || isKeptSide(side, drift));
}

/**
 * Whether enough is left around a place at the very offset. Where the words on both sides of it are others, it is
 * there by chance: a word that stands nearby twice, and edits that happen to make up for each other.
 */
function hasStayed({ before, after, context, drift }: Found): boolean {
  if (drift !== 0) return false;
  if (context === undefined) return true;
  const isJoined = before?.isJoined === true || after?.isJoined === true;
  return isJoined && context >= CONTEXT_KEPT_IN_PLACE;
}

/** A side fits altogether when less than a word is missing, for sentences made on one pattern may differ in one; */
const LESS_THAN_A_WORD = 4;
/** or, next to the quote, not at all: what stood there stayed behind. */
const SIDE_DIFFERS = 0.3;

/** A side that ends with a sentence says as much as so many words: six. */
const EDGE_COUNTS = 24;

/** Fewer words than these do not say where they belong: what stands beside them has to, on both sides. */
const FEW_WORDS = 4;

/** Whether enough fits for a passage that went elsewhere, with what stood beside it or without. */
function isMovedWhole({ before, after, isLoose, support, first, last }: Found): boolean {
  const differs = (side: SideFit | undefined) => (side?.near ?? 0) <= SIDE_DIFFERS;
  if (last - first + 1 < FEW_WORDS && [before, after].some((side) => side && differs(side))) {
    return false;
  }
  const fits = (side: SideFit | undefined) => !!side && side.lost < LESS_THAN_A_WORD;
  const edges = [isLoose.before && differs(before), isLoose.after && differs(after)];
  return (
    support + EDGE_COUNTS * edges.filter(Boolean).length >= MUCH_SUPPORT &&
    [before, after].every((side) => fits(side) || differs(side))
  );
}

/** A part of a quote in a block of its own has to have as many words, or its context: blocks begin alike. */
const FEW_IN_BLOCK = 12;

/**
 * Whether few words of the quote stand in another block than the rest of it and its context, and what stood beside
 * them is gone: then they may be the beginning or the end of a block that has come in between.
 */
function mayBeOfOtherBlock({ before, after, inFirstBlock, inLastBlock }: Found): boolean {
  const isGone = (side: SideFit | undefined, words: number) =>
    words > 0 && words < FEW_IN_BLOCK && !!side && side.likeness < SIDE_KEPT_APART;
  return isGone(before, inFirstBlock) || isGone(after, inLastBlock);
}

/** What a place may be called, were it the only one. */
function trustIn(found: Found): Trust {
  if (found.saysOtherwise || found.words < WORDS_KEPT || mayBeOfOtherBlock(found)) return 'none';
  const kept = hasKeptContext(found);
  if (found.words < 1) return kept ? 'moved' : 'none';
  if (kept || hasStayed(found)) return found.negationChanged ? 'moved' : 'exact';
  return isMovedWhole(found) ? 'moved' : 'none';
}

/** Of the context this much is all of it, but perhaps for a comma. */
const CONTEXT_WHOLE = 0.96;
const CLEARLY_NEARER = 2;

/** Against a long quote word for word, a context does not count. */
const RIVAL_SUPPORT = 0.7;
/** So much less of the context may be left where the passage was expected than at a place farther off. */
const NEARER_COUNTS = 0.25;
const CONTEXT_LEFT = 0.5;

/** Whether place and surroundings speak for `other`, whose words changed, though the words speak for `best`. */
function fitsBetter(best: Found, other: Found): boolean {
  if (other.words === 1 || other.support < RIVAL_SUPPORT * best.support) return false;
  const context = other.context ?? 0;
  const isNearer = 2 * other.drift < best.drift;
  const needed = (best.context ?? 1) - (isNearer ? NEARER_COUNTS : 0);
  return context >= Math.max(CONTEXT_LEFT, needed);
}

/** Whether `other` might be the passage as well as `best` might. */
function isRival(best: Found, other: Found): boolean {
  if (other === best) return false;
  if (fitsBetter(best, other)) return true;
  if (other.words < WORDS_KEPT || best.score - other.score >= MARGIN) return false;
  if (trustIn(best) !== 'exact') return true;
  if (best.drift <= NEAR && other.drift > NEAR) return false;
  // With all of its context, and clearly nearer, it has no rival but one just like it.
  const isNearer = best.drift <= NEAR || CLEARLY_NEARER * best.drift < other.drift;
  return !isNearer || best.context !== 1 || (other.context ?? 0) >= CONTEXT_WHOLE;
}

/** A quote may have grown by so many words, and still be one that was changed. */
const GROWN = 10;

/** Where what stood before and after the quote stands: the places of the words that come next to it. */
function contextPlaces({ view, context }: Quest) {
  const before = context.before.ids.slice(0, -1).reverse();
  const after = context.after.ids.slice(0, -1);
  return {
    firsts: before.length > 0 ? findOccurrences(view, before).map((at) => at + before.length) : [],
    lasts: after.length > 0 ? findOccurrences(view, after).map((at) => at - 1) : [],
  };
}

/** Whether all of the context also stands around other words, as it would if the quote was changed there. */
function standsAroundOtherWords(quest: Quest, places: readonly Found[]): boolean {
  const { firsts, lasts } = contextPlaces(quest);
  const same = new Set(places.map(({ first }) => first));
  const others = firsts.filter((first) => !same.has(first));
  if (quest.pattern.before.length === 0) {
    return lasts.some((last) => !places.some((place) => place.last === last));
  }
  if (quest.pattern.after.length === 0) return others.length > 0;
  const longest = 2 * quest.pattern.quote.length + GROWN;
  return others.some((first) => lasts.some((last) => last >= first - 1 && last - first < longest));
}

/** A side that might as well be the one beside other words. */
const SIDE_FITS = 0.9;

/** Whether what fits before or after the best place also stands before or after other words. */
function hasSideElsewhere(quest: Quest, places: readonly Found[]): boolean {
  const { firsts, lasts } = contextPlaces(quest);
  const same = places.filter(({ words }) => words === 1);
  const [best] = same;
  const fitsBefore = (best?.before?.likeness ?? 0) >= SIDE_FITS;
  const fitsAfter = (best?.after?.likeness ?? 0) >= SIDE_FITS;
  return (
    (fitsBefore && firsts.some((first) => same.every((place) => place.first !== first))) ||
    (fitsAfter && lasts.some((last) => same.every((place) => place.last !== last)))
  );
}

/**
 * Whether places with changed words need not be looked for: the best of those with the same words leaves no
 * doubt, since all of its context is there and nowhere else around other words; or it has a rival already.
 */
export function isDecided(quest: Quest, places: readonly Found[]): boolean {
  const [best, second] = places;
  if (best === undefined || trustIn(best) !== 'exact') return false;
  if (second !== undefined && isRival(best, second)) return true;
  if (best.drift === 0) return true;
  return best.context === 1 && !standsAroundOtherWords(quest, places);
}

/** What a passage has become. `places` are all that might be it, best first. */
export function judge(quest: Quest, places: readonly Found[]): State {
  const [best] = places;
  if (best === undefined || best.saysOtherwise) return 'lost';
  const trust = trustIn(best);
  const hasRivals = places.some((other) => isRival(best, other));
  if (hasRivals && (trust !== 'none' || best.words === 1)) return 'ambiguous';
  if (trust === 'none') return 'lost';
  // Much that fits on one side only may be a sentence that was there twice.
  if (!hasKeptContext(best) && trust === 'moved' && hasSideElsewhere(quest, places)) return 'lost';
  return trust;
}
