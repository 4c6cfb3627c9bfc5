import type { ContextChange } from '../annotation.ts';
import type { Hunk } from './align-outward.ts';
import { type CriticalKind, criticalKind, criticalWords, isQuantity } from './critical-words.ts';

/*
 * Facts beside a passage: names, numbers and negations that a difference between two sentences changes.
 */

/** A difference as it is told. */
export function toChange(
  { gone, come }: Hunk,
  step: 1 | -1,
  kind: ContextChange['kind'],
): ContextChange {
  const text = (forms: readonly string[]) => (step > 0 ? forms : [...forms].reverse()).join(' ');
  return { kind, was: text(gone), now: text(come) };
}

const WORD = /[\p{L}\p{N}]/u;
/** Words and numbers, without punctuation. */
export const wordsIn = (forms: readonly string[]) => forms.filter((form) => WORD.test(form));
const ACRONYM = /^\p{Lu}{2,}$/u;

/** Whether a name of several syllables, or an abbreviation, stands for another. */
function isOtherName(gone: readonly string[], come: readonly string[]): boolean {
  const [went, came] = [namesOnlyIn(gone, come), namesOnlyIn(come, gone)];
  if (went.length === 0 || came.length === 0) return false;
  const areAcronyms = [...gone, ...come].every((form) => ACRONYM.test(form));
  return areAcronyms || (went.length > 1 && came.length > 1);
}

/** The capitalised words that the others do not have in any case: "Sau" may only have stood first. */
function namesOnlyIn(forms: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((form) => form.toLowerCase()));
  return forms.filter((form) => criticalKind(form) === 'name' && !known.has(form.toLowerCase()));
}

/** A difference of more words than this is a rewritten part, in which names and numbers come and go by chance. */
const LONGEST_FACT = 6;
/** One of a whole name for another may have some more: its title, and the day before it. */
const LONGEST_CERTAIN_FACT = 10;

/** The fact that a difference changes, if any. `isCertain` where hardly any chance edit would do the same. */
export function changedFact({
  gone,
  come,
}: Hunk): { kind: CriticalKind; isCertain: boolean } | undefined {
  const [went, came] = [wordsIn(gone), wordsIn(come)];
  const length = Math.max(went.length, came.length);
  if (length > LONGEST_CERTAIN_FACT) return undefined;
  if (isOtherName(went, came)) return { kind: 'name', isCertain: true };
  if (length > LONGEST_FACT) return undefined;
  const wasQuantity = gone.some(isQuantity);
  const isQuantityNow = come.some(isQuantity);
  if (wasQuantity && isQuantityNow) return { kind: 'number', isCertain: true };
  const [was, now] = [criticalWords(gone), criticalWords(come)];
  // A numeral alone may be another word: "năm" is five and year.
  if (wasQuantity || isQuantityNow || (was.includes('number') && now.includes('number')))
    return { kind: 'number', isCertain: false };
  if (was.includes('negation') || now.includes('negation')) {
    return { kind: 'negation', isCertain: false };
  }
  const isOther = namesOnlyIn(went, came).length > 0 && namesOnlyIn(came, went).length > 0;
  return isOther ? { kind: 'name', isCertain: false } : undefined;
}
