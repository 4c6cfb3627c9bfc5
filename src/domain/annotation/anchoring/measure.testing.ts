import { quotePassage, selectPassage } from '../passage.ts';
import { EDITORS, type Edit } from './edits.testing.ts';
import { createResolver, type Passage, type Resolution } from './resolve-anchor.ts';
import { below, NEW, pick, type Random, seeded, type TrackedText } from './tracked-text.testing.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Passages tried on each edited text. */
const PASSAGES = 5;
/** Of how many words they are: from one word to several sentences, which often cross blocks. */
const LENGTHS = [
  [1, 1],
  [2, 4],
  [5, 12],
  [13, 40],
  [41, 120],
] as const;

const BLANK = /[\s_\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const isBlank = (text: string) => text.replace(BLANK, '') === '';
const BLANK_UNIT = new RegExp(BLANK.source, 'u');
const isBlankUnit = (unit: string | undefined) => unit === undefined || BLANK_UNIT.test(unit);

/** The truth's own idea of sameness, apart from the resolver's: what is left without spaces and styles. */
function bare(text: string): string {
  const visible = text.normalize('NFC').replace(BLANK, '');
  return visible.replace(/["“”„«»‘’']/gu, '"').replace(/[-‐‑–—]/gu, '-');
}

const NEGATIONS = ['không', 'chưa', 'chẳng', 'đừng', 'chớ', 'phi', 'vô', 'bác bỏ'];

/** The truth's own idea of what must never change unseen: digits, names and negations, in their order. */
function telling(text: string): string {
  const plain = text.normalize('NFC').replace(BLANK, ' ').toWellFormed();
  const marks = plain.match(/[\p{Nd}%$]+|\p{Lu}[\p{L}\p{M}]*/gu) ?? [];
  const words = plain.toLowerCase().split(/[^\p{L}\p{M}]+/u);
  const denials = NEGATIONS.flatMap((each) => {
    const count = each.includes(' ')
      ? words.join(' ').split(each).length - 1
      : words.filter((word) => word === each).length;
    return Array<string>(count).fill(each);
  });
  return [...marks, ...denials].join(' ');
}

/** A random passage of the text, some of them beginning or ending within a word. */
function pickPassage(
  random: Random,
  text: string,
  words: readonly Span[],
  around?: number,
): Passage {
  const [fewest, most] = pick(random, LENGTHS);
  const count = fewest + below(random, most - fewest + 1);
  const at = around === undefined ? -1 : words.findIndex(({ end }) => end > around);
  const first = at < 0 ? below(random, words.length) : Math.max(0, at - below(random, count));
  const last = Math.min(words.length - 1, first + count - 1);
  const cut = () => (random() < 0.15 ? below(random, 3) : 0);
  const start = (words[first]?.start ?? 0) + cut();
  const end = Math.max(start + 1, (words[last]?.end ?? 0) - cut());
  const position = selectPassage(text, start, end) ?? { start: 0, end: 1 };
  return { position, quote: quotePassage(text, position) };
}

/** Where the passage's own words are now. */
interface Truth {
  /** The own words stand together, unchanged, and here. */
  readonly survives: boolean;
  /** From the first to the last own code unit that is left. */
  readonly hull: Span | undefined;
}

function truthOf({ text, origins }: TrackedText, { position, quote }: Passage): Truth {
  const isOwn = (at: number) => {
    const origin = origins[at] ?? NEW;
    return origin >= position.start && origin < position.end && !isBlankUnit(text[at]);
  };
  let start = 0;
  while (start < text.length && !isOwn(start)) start += 1;
  let end = text.length;
  while (end > start && !isOwn(end - 1)) end -= 1;
  return {
    survives: start < end && bare(text.slice(start, end)) === bare(quote.exact),
    hull: start < end ? { start, end } : undefined,
  };
}

/** Whether the words with all their context stand more than once in the original. */
function isTwinByNature(bareOriginal: string, { quote }: Passage): boolean {
  const whole = bare(quote.prefix + quote.exact + quote.suffix);
  return bareOriginal.indexOf(whole) !== bareOriginal.lastIndexOf(whole);
}

function isTwinByEdit({ doubled }: Edit, { position }: Passage): boolean {
  return !!doubled && position.start >= doubled.start && position.end <= doubled.end;
}

function isSame(text: string, one: Span, other: Span): boolean {
  const between = (from: number, to: number) => text.slice(Math.min(from, to), Math.max(from, to));
  return (
    isBlank(between(one.start, other.start)) &&
    isBlank(between(one.end, other.end)) &&
    Math.max(one.start, other.start) < Math.min(one.end, other.end)
  );
}

/** Whether a changed passage was found on its own words: at least half of what is left, and no neighbour's. */
function isOnOwnWords(edited: TrackedText, passage: Passage, hull: Span, at: Span): boolean {
  const { text, origins } = edited;
  const { start, end } = passage.position;
  const printed = [...origins.keys()].filter((unit) => !isBlankUnit(text[unit]));
  const isOwn = (unit: number) => {
    const origin = origins[unit] ?? NEW;
    return origin >= start && origin < end;
  };
  const isInside = (unit: number) => unit >= at.start && unit < at.end;
  const own = printed.filter(isOwn);
  const foreign = printed
    .filter(isInside)
    .filter((unit) => unit < hull.start || unit >= hull.end)
    .filter((unit) => origins[unit] !== NEW);
  return foreign.length === 0 && 2 * own.filter(isInside).length >= own.length;
}

/** Whether the passage was put, as its own, on something that is not. */
function isWrong(edited: TrackedText, passage: Passage, truth: Truth, found: Resolution): boolean {
  if (found.state !== 'exact' && found.state !== 'moved') return false;
  const { text } = edited;
  const at = found.position;
  if (truth.hull === undefined) return true;
  if (truth.survives) return !isSame(text, truth.hull, at);
  if (found.state === 'exact') return true;
  const says = text.slice(at.start, at.end);
  if (telling(says) !== telling(passage.quote.exact)) return true;
  return !isOnOwnWords(edited, passage, truth.hull, at);
}

/** How the passages of one kind of edits came out. */
export interface Tally {
  readonly kind: string;
  edits: number;
  passages: number;
  exact: number;
  moved: number;
  ambiguous: number;
  lost: number;
  /** Put on words that are not the passage's own, or that say something else. */
  wrong: number;
  /**
   * Not among the wrong: the own words are gone, but others just like them stand there amid a context just like
   * theirs. Word for word, all that the selector says is true of those.
   */
  onTwin: number;
  /** The own words stand in the text unchanged, and no copy of them was made. */
  surviving: number;
  /** Of these, exact or moved at the very place. */
  found: number;
  /** Of these, ambiguous or lost with the very place among the candidates. */
  offered: number;
  /**
   * Unchanged passages that stand twice with all their context, since the edit copied them or from the
   * beginning: `ambiguous` is the honest answer to most.
   */
  twins: number;
}

/** One passage that came out wrong or was not found, to be looked at. */
export interface Miss {
  readonly kind: string;
  readonly passage: Passage;
  readonly found: Resolution;
  readonly truth: Truth;
  readonly text: string;
  readonly isWrong: boolean;
}

function newTally(kind: string): Tally {
  const counts = { edits: 0, passages: 0, exact: 0, moved: 0, ambiguous: 0, lost: 0, onTwin: 0 };
  return { kind, ...counts, wrong: 0, surviving: 0, found: 0, offered: 0, twins: 0 };
}

/** The truth that fits an answer best, of the ways in which the edited text may have come about. */
function judge(edit: Edit, passage: Passage, found: Resolution) {
  const { edited, otherwise = edited } = edit;
  const [one, other] = [edited, otherwise].map((history) => {
    const truth = truthOf(history, passage);
    return { truth, wrong: isWrong(history, passage, truth, found) };
  });
  if (!one || !other) throw new RangeError('a text has come about in some way');
  return one.wrong ? other : one;
}

function isOffered(text: string, { hull }: Truth, found: Resolution): boolean {
  if (!hull || !('candidates' in found)) return false;
  return found.candidates.some(({ position }) => isSame(text, hull, position));
}

/** Whether the words that were found, and all of their context, are the selector's. */
function saysAllOf(text: string, { quote }: Passage, found: Resolution): boolean {
  if (!('position' in found)) return false;
  const { start, end } = found.position;
  const before = bare(text.slice(0, start));
  const after = bare(text.slice(end));
  return (
    bare(text.slice(start, end)) === bare(quote.exact) &&
    before.endsWith(bare(quote.prefix)) &&
    after.startsWith(bare(quote.suffix))
  );
}

/** Counts one answer. Returns it where it is wrong, or where a passage that survived was not found. */
function count(
  tally: Tally,
  edit: Edit,
  passage: Passage,
  found: Resolution,
  bareOriginal: string,
): Miss | undefined {
  const { truth, wrong } = judge(edit, passage, found);
  const { text } = edit.edited;
  const miss = { kind: tally.kind, passage, found, truth, text, isWrong: wrong };
  tally.passages += 1;
  tally[found.state] += 1;
  const isBornTwin = isTwinByNature(bareOriginal, passage);
  if (wrong && !truth.survives && saysAllOf(text, passage, found)) {
    tally.onTwin += 1;
    return undefined;
  }
  if (wrong) tally.wrong += 1;
  if (!truth.survives) return wrong ? miss : undefined;
  if (isBornTwin || isTwinByEdit(edit, passage)) {
    tally.twins += 1;
    return wrong ? miss : undefined;
  }
  tally.surviving += 1;
  if ('position' in found && !wrong) {
    tally.found += 1;
    return undefined;
  }
  if (isOffered(text, truth, found)) tally.offered += 1;
  return miss;
}

/** A text with what is needed to edit it and to mark passages in it. */
interface Material {
  readonly text: string;
  readonly bareText: string;
  readonly words: readonly Span[];
  /** Words of another text, to write with. */
  readonly others: readonly string[];
}

function prepare(texts: readonly string[]): Material[] {
  const vocabularies = texts.map((text) => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
  return texts.map((text, which) => ({
    text,
    bareText: bare(text),
    words: Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+[,.;:!?”")]?/gu), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
    others: vocabularies[(which + 1) % texts.length] ?? [],
  }));
}

/**
 * Edits texts at random, `edits` times in all and in every way in turn, and resolves random passages of the
 * originals in them.
 * @param report is told of every passage that came out wrong, or was not found though it survived.
 */
export function measureAnchoring(
  texts: readonly string[],
  seed: number,
  edits: number,
  report: (miss: Miss) => void = () => {},
): Tally[] {
  const random = seeded(seed);
  const materials = prepare(texts);
  const kinds = Object.entries(EDITORS).map(([kind, edit]) => ({ edit, tally: newTally(kind) }));
  for (let nth = 0; nth < edits; nth += 1) {
    const { text, bareText, words, others } = pick(random, materials);
    const kind = kinds[nth % kinds.length];
    if (!kind) throw new RangeError('there are no kinds of edits');
    const edit = kind.edit(random, text, others);
    kind.tally.edits += 1;
    const resolve = createResolver(edit.edited.text);
    for (let passes = 0; passes < PASSAGES; passes += 1) {
      const around = passes % 2 === 0 ? edit.struck : undefined;
      const passage = pickPassage(random, text, words, around);
      const miss = count(kind.tally, edit, passage, resolve(passage), bareText);
      if (miss) report(miss);
    }
  }
  return kinds.map(({ tally }) => tally);
}
