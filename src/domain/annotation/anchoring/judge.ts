import type { Found, Quest } from './candidates.ts';
import { findOccurrences } from './occurrences.ts';

/** At least this part of the context fits where a passage is said to stand where it stood. */
export const CONTEXT_KEPT = 0.5;
/** And on neither side less than this: a side that is all new is what the analyst must see. */
const SIDE_KEPT = 0.25;
/** This part suffices at the very offset that the selector gives. */
const CONTEXT_KEPT_IN_PLACE = 0.25;
/** At least this part of a changed quote's words is still there. */
export const WORDS_KEPT = 0.7;
/** So much has to fit, of the words and around them, where the context alone does not tell: 14 words. */
const MUCH_SUPPORT = 56;
/** A rival whose score comes this near might be the one. */
export const MARGIN = 0.12;

export type Trust = 'exact' | 'moved' | 'none';

function hasKeptContext({ before, after, context }: Found): boolean {
  if (context === undefined || context < CONTEXT_KEPT) return false;
  return (before ?? 1) >= SIDE_KEPT && (after ?? 1) >= SIDE_KEPT;
}

/** What a place may be called, were it the only one. */
export function trustIn(found: Found): Trust {
  if (found.saysOtherwise || found.words < WORDS_KEPT) return 'none';
  const kept = hasKeptContext(found);
  if (found.words < 1) return kept ? 'moved' : 'none';
  const keptInPlace = found.drift === 0 && (found.context ?? 1) >= CONTEXT_KEPT_IN_PLACE;
  if (kept || keptInPlace) return found.negationChanged ? 'moved' : 'exact';
  return found.support >= MUCH_SUPPORT ? 'moved' : 'none';
}

/** So near to its offset a place is where it stood: twins are farther apart than a few changed letters. */
const NEAR = 8;

/** Whether the surroundings speak for `other`, though the words speak for `best`. */
function fitsBetter(best: Found, other: Found): boolean {
  const context = other.context ?? 0;
  return other.words < 1 && context >= CONTEXT_KEPT && context >= (best.context ?? 1);
}

/** Whether `other` might be the passage as well as `best` might. */
export function isRival(best: Found, other: Found): boolean {
  if (other === best) return false;
  if (fitsBetter(best, other)) return true;
  if (other.words < WORDS_KEPT || best.score - other.score >= MARGIN) return false;
  const onlyBestStayed = best.drift <= NEAR && other.drift > NEAR;
  return !onlyBestStayed || trustIn(best) !== 'exact';
}

/** Whether what stands before or after the quote also stands before or after other words. */
function hasContextElsewhere({ view, context }: Quest, places: readonly Found[]): boolean {
  const before = context.before.ids.slice(0, -1).reverse();
  const after = context.after.ids.slice(0, -1);
  const firsts = new Set(places.map(({ first }) => first));
  const lasts = new Set(places.map(({ last }) => last));
  return (
    before.length === 0 ||
    after.length === 0 ||
    findOccurrences(view, before).some((at) => !firsts.has(at + before.length)) ||
    findOccurrences(view, after).some((at) => !lasts.has(at - 1))
  );
}

/**
 * Whether the best of the places with the same words leaves no doubt, so that none with changed words need be
 * looked for: all of its context is there, and nowhere else around other words.
 */
export function isBeyondDoubt(quest: Quest, places: readonly Found[]): boolean {
  const [best, second] = places;
  if (best === undefined || trustIn(best) !== 'exact') return false;
  if (best.drift === 0) return second === undefined || !isRival(best, second);
  return best.context === 1 && !hasContextElsewhere(quest, places);
}
