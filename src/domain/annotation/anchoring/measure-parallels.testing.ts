import { quotePassage } from '../passage.ts';
import {
  type ParallelText,
  type Span,
  type Statement,
  writeParallels,
} from './parallels.testing.ts';
import { createResolver, type Passage, type Resolution } from './resolve-anchor.ts';
import { below, pick, type Random, seeded, TrackedText } from './tracked-text.testing.ts';
import { wordForms } from './words.ts';

/** What happens to the statement that was marked. */
const FATES = ['kept', 'deleted', 'moved', 'changed'] as const;
type Fate = (typeof FATES)[number];

/** How the passages of one fate came out. */
export interface ParallelTally {
  readonly fate: Fate;
  passages: number;
  exact: number;
  moved: number;
  ambiguous: number;
  lost: number;
  /** Exact on the words of another statement, or in its own after its subject changed. */
  wrong: number;
  /** The statement stands somewhere, claim and subject unchanged. */
  surviving: number;
  /** Of these, exact or moved at the very place. */
  found: number;
}

export interface ParallelMiss {
  readonly fate: Fate;
  readonly parallel: ParallelText;
  readonly statement: Statement;
  readonly passage: Passage;
  readonly text: string;
  readonly found: Resolution;
  readonly isWrong: boolean;
}

/** Words inserted, deleted and replaced here and there; a line break is never touched. */
function editNearby(random: Random, edited: TrackedText, others: readonly string[]): void {
  const words = [...edited.text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const share = 0.01 + 0.09 * random();
  for (const { 0: word, index } of words.reverse()) {
    if (random() >= share) continue;
    const way = below(random, 3);
    if (way === 0) edited.insert(index, `${pick(random, others)} `);
    else if (way === 1) edited.remove(index, index + word.length);
    else edited.replace(index, index + word.length, pick(random, others));
  }
}

/** Where the code units of a span of the original stand now, if all of them stand in their order and together. */
function trace({ text, origins }: TrackedText, original: string, span: Span): Span | undefined {
  const start = origins.indexOf(span.start);
  const end = start + span.end - span.start;
  if (start < 0 || text.slice(start, end) !== original.slice(span.start, span.end))
    return undefined;
  for (let at = start; at < end; at += 1) {
    if (origins[at] !== span.start + at - start) return undefined;
  }
  return { start, end };
}

function applyFate(
  random: Random,
  edited: TrackedText,
  parallel: ParallelText,
  nth: number,
  fate: Fate,
) {
  const statement = parallel.statements[nth];
  if (!statement) throw new RangeError('no such statement');
  const { whole, subject } = statement;
  if (fate === 'deleted') edited.remove(whole.start, whole.end);
  if (fate === 'moved') {
    const breaks = [...edited.text.matchAll(/\n/g)].map(({ index }) => index + 1);
    const target = pick(
      random,
      breaks.filter((at) => at < whole.start || at > whole.end),
    );
    edited.move(whole.start, whole.end, target);
  }
  if (fate === 'changed') {
    const others = parallel.statements.flatMap(({ subject: each }, other) =>
      other === nth ? [] : [parallel.text.slice(each.start, each.end)],
    );
    const now = pick(random, random() < 0.7 ? parallel.spare.concat(others[0] ?? []) : others);
    const isNothing = subject.start === subject.end;
    edited.replace(subject.start, subject.end, isNothing ? `${now} ` : now);
  }
}

function alterOthers(
  random: Random,
  edited: TrackedText,
  { statements, text }: ParallelText,
  nth: number,
) {
  const order = [...statements.keys()]
    .filter((other) => other !== nth && random() < 0.25)
    .reverse();
  for (const other of order) {
    const { whole } = statements[other] as Statement;
    const now = trace(edited, text, whole);
    if (now) edited.remove(now.start, now.end);
  }
}

const newTally = (fate: Fate): ParallelTally => ({
  fate,
  ...{ passages: 0, exact: 0, moved: 0, ambiguous: 0, lost: 0, wrong: 0 },
  ...{ surviving: 0, found: 0 },
});

/** The claim, or some of its words. */
function pickPassage(random: Random, text: string, claim: Span): Passage {
  let { start, end } = claim;
  if (random() < 0.4) {
    const words = [...text.slice(start, end).matchAll(/\S+/gu)];
    const first = below(random, words.length - 1);
    const last = first + 1 + below(random, words.length - first - 1);
    end = start + (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
    start += words[first]?.index ?? 0;
  }
  const position = { start, end };
  return { position, quote: quotePassage(text, position) };
}

/** Whether the statement that was found says word for word what the marked one said. */
function isTwin({ text, parallel, statement, passage, found }: Omit<ParallelMiss, 'isWrong'>) {
  if (!('position' in found)) return false;
  const { whole } = statement;
  const before = wordForms(parallel.text.slice(whole.start, passage.position.start));
  const after = wordForms(parallel.text.slice(passage.position.end, whole.end));
  const stands = (own: readonly string[], there: readonly string[]) => own.join() === there.join();
  return (
    stands(
      before,
      wordForms(text.slice(0, found.position.start)).slice(-before.length || Infinity),
    ) && stands(after, wordForms(text.slice(found.position.end)).slice(0, after.length))
  );
}

function isAt(found: Resolution, own: Span | undefined): boolean {
  if (!('position' in found)) return false;
  return own?.start === found.position.start && own.end === found.position.end;
}

function count(
  tally: ParallelTally,
  found: Resolution,
  own: Span | undefined,
  isTrue: boolean,
): boolean {
  tally.passages += 1;
  tally[found.state] += 1;
  const survives = own !== undefined && isTrue;
  if (survives) tally.surviving += 1;
  if (!('position' in found)) return false;
  const isOwnPlace = isAt(found, own);
  if (survives && isOwnPlace) tally.found += 1;
  const isWrong = found.state === 'exact' && !(isOwnPlace && isTrue);
  if (isWrong) tally.wrong += 1;
  return isWrong;
}

/** One text with parallels, an edited version of it, and what came of a passage. */
function tryOne(random: Random, articles: readonly string[], fate: Fate) {
  const which = below(random, articles.length);
  const parallel = writeParallels(random, articles[which] ?? '');
  const nth = below(random, parallel.statements.length);
  const statement = parallel.statements[nth] as Statement;
  const passage = pickPassage(random, parallel.text, statement.claim);
  const edited = new TrackedText(parallel.text);
  applyFate(random, edited, parallel, nth, fate);
  if (random() < 0.5) alterOthers(random, edited, parallel, nth);
  const others = articles[(which + 1) % articles.length]?.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (random() < 0.5) editNearby(random, edited, others);
  const found = createResolver(edited.text)(passage);
  return { fate, parallel, statement, passage, edited, text: edited.text, found };
}

/** Whether the statement still says of its subject what was marked. */
function keepsSubject({
  fate,
  parallel,
  statement: { subject },
  edited,
}: ReturnType<typeof tryOne>) {
  if (fate === 'changed') return false;
  return subject.start === subject.end || trace(edited, parallel.text, subject) !== undefined;
}

/**
 * Marks a claim that two to six neighbouring statements share, edits the text, and looks for it. Half of the texts
 * have other edits as well, and some of the other statements are deleted.
 * @param report is told of every passage that is wrong, or not found though its statement is there.
 */
export function measureParallels(
  articles: readonly string[],
  seed: number,
  passages: number,
  report: (miss: ParallelMiss) => void = () => {},
): ParallelTally[] {
  const random = seeded(seed);
  const tallies = FATES.map(newTally);
  for (let round = 0; round < passages; round += 1) {
    const tally = tallies[round % tallies.length] as ParallelTally;
    const one = tryOne(random, articles, tally.fate);
    const own = trace(one.edited, one.parallel.text, one.passage.position);
    const isTrue = keepsSubject(one);
    // Chance edits may have made the very same statement of another: nobody could tell.
    if (isTwin(one) && !isAt(one.found, isTrue ? own : undefined)) continue;
    const before = tally.found;
    const isWrong = count(tally, one.found, own, isTrue);
    if (isWrong || (own && isTrue && tally.found === before)) report({ ...one, isWrong });
  }
  return tallies;
}
