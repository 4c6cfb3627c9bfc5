import { below, pick, type Random, TrackedText } from './tracked-text.testing.ts';

/** What an edit did. */
export interface Edit {
  readonly edited: TrackedText;
  /** Where in the original it struck, for passages that shall hold the place; UTF-16 code units. */
  readonly struck?: number;
  /** Another way in which the same text may have come about, where that makes a difference to the truth. */
  readonly otherwise?: TrackedText;
  /** The stretch of the original that now stands twice: nobody can tell a copy from the other. */
  readonly doubled?: { readonly start: number; readonly end: number };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Places spread over the text, or one run: 1 to 20 % of the words. Last first, so that offsets stay good. */
function pickWords(random: Random, text: string): Span[] {
  const words = spansOf(text, WORD);
  const count = Math.max(1, Math.round(words.length * (0.01 + 0.19 * random())));
  if (random() < 0.5) {
    const from = below(random, words.length - count + 1);
    return words.slice(from, from + count).reverse();
  }
  const places = new Set<number>();
  while (places.size < count) places.add(below(random, words.length));
  return [...places].sort((one, other) => other - one).flatMap((at) => words[at] ?? []);
}

function isCluster(spans: readonly Span[], text: string): boolean {
  const [last] = spans;
  const first = spans.at(-1);
  if (!first || !last) return false;
  return (
    spans.length === 1 || spansOf(text.slice(first.start, last.end), WORD).length === spans.length
  );
}

function insertWords(random: Random, text: string, others: readonly string[]): Edit {
  const edited = new TrackedText(text);
  const places = pickWords(random, text);
  const neighboursOf = ({ start }: Span) => [
    ...(text.slice(Math.max(0, start - 30), start).match(/[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u) ??
      []),
    ...(text.slice(start, start + 30).match(/^[\p{L}\p{N}]+/u) ?? []),
  ];
  const [place] = places;
  if (place && isCluster(places, text)) {
    const neighbours = neighboursOf(place);
    const run = places.map(() => `${pickWord(random, others, ...neighbours)} `).join('');
    edited.insert(place.start, run);
  } else {
    for (const each of places) {
      edited.insert(each.start, `${pickWord(random, others, ...neighboursOf(each))} `);
    }
  }
  return { edited };
}

function deleteWords(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  for (const { start, end } of pickWords(random, text)) {
    edited.remove(start, text[end] === ' ' ? end + 1 : end);
  }
  return { edited };
}

function replaceWords(random: Random, text: string, others: readonly string[]): Edit {
  const edited = new TrackedText(text);
  for (const { start, end } of pickWords(random, text)) {
    const old = text.slice(start, end);
    edited.replace(start, end, pickWord(random, others, old));
  }
  return { edited };
}

/** A word that differs from all of `not`: "tác tác" does not tell which of the two was inserted. */
function pickWord(random: Random, others: readonly string[], ...not: readonly string[]): string {
  let word = pick(random, others);
  while (not.includes(word)) word = pick(random, others);
  return word;
}

/** Blocks with the line feed after them; the text must end with one. */
function blocksOf(text: string): Span[] {
  return spansOf(text, /[^\n]*\n/gu);
}

function moveParagraphs(random: Random, text: string): Edit {
  const edited = new TrackedText(`${text}\n`);
  for (let count = 1 + below(random, 3); count > 0; count -= 1) {
    const blocks = blocksOf(edited.text);
    const block = pick(random, blocks);
    const target = pick(random, blocks).start;
    if (target < block.start || target > block.end) edited.move(block.start, block.end, target);
  }
  return { edited };
}

function duplicateParagraph(random: Random, text: string): Edit {
  const edited = new TrackedText(`${text}\n`);
  const blocks = blocksOf(edited.text);
  const block = pick(random, blocks);
  const target = pick(random, blocks).start;
  const copy = edited.text.slice(block.start, block.end);
  edited.insert(target, copy);
  const struck = block.start + below(random, block.end - block.start);
  if (target !== block.start && target !== block.end) return { edited, doubled: block, struck };
  // A copy right before is the same text as a copy right after: either may be the copy.
  const otherwise = new TrackedText(`${text}\n`);
  otherwise.insert(target === block.start ? block.end : block.start, copy);
  return { edited, otherwise, doubled: block, struck };
}

function inOnePlace(random: Random, text: string, pattern: RegExp, write: (old: string) => string) {
  const edited = new TrackedText(text);
  const places = spansOf(text, pattern);
  if (places.length === 0) return { edited };
  const { start, end } = pick(random, places);
  edited.replace(start, end, write(text.slice(start, end)));
  return { edited, struck: start };
}

function addNegation(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  const { start } = pick(random, spansOf(text, WORD));
  edited.insert(
    start,
    `${pick(random, ['không', 'chưa', 'chẳng', 'đừng', 'không phải', 'bác bỏ'])} `,
  );
  return { edited, struck: start };
}

function changeDigits(random: Random, text: string): Edit {
  return inOnePlace(random, text, /\p{Nd}/gu, (old) => {
    const others = [...'0123456789'].filter((digit) => digit !== old);
    return pick(random, others);
  });
}

const NAMES = ['Trung', 'Hàn', 'Biden', 'Lâm', 'Osaka', 'Hà', 'JETRO', 'Đức', 'Yoon', 'Úc'];

function changeName(random: Random, text: string): Edit {
  return inOnePlace(random, text, /(?<=\p{Ll},? )\p{Lu}[\p{L}\p{M}]*/gu, (old) =>
    pick(
      random,
      NAMES.filter((name) => name !== old),
    ),
  );
}

function decompose(_: Random, text: string): Edit {
  const edited = new TrackedText(text);
  edited.rewrite(/[^\n]/gu, (letter) => letter.normalize('NFD'));
  return { edited };
}

const SPACES = ['\u00A0', '  ', '\t', '\u2009', ' \u200B', '\u3000', '\n', '\u202F'];

function changeSpaces(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  const share = random();
  edited.rewrite(/ /gu, (space) => (random() < share ? pick(random, SPACES) : space));
  edited.rewrite(/\p{L}/gu, (letter) => (random() < 0.02 ? `${letter}\u00AD` : letter));
  edited.rewrite(/(?<=\p{L})[,;.)](?= )/gu, (mark) => (random() < share ? `\u00A0${mark}` : mark));
  return { edited };
}

function changeQuotationMarks(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  const marks = pick(random, ['"', '«', '»', "'", '’', '‘', '“', '”', '„']);
  edited.rewrite(/["“”«»‘’']/gu, () => marks);
  edited.rewrite(/[-–—]/gu, () => pick(random, ['-', '–', '—', '‑']));
  return { edited };
}

/** As a word segmenter would write it, whichever words it takes to be compounds. */
function segmentCompounds(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  edited.rewrite(/(?<=\p{L}) (?=\p{L})/gu, (space) => (random() < 0.4 ? '_' : space));
  edited.rewrite(/(?<=[\p{L}\p{N}])[,.;:!?)”"](?=\s|$)/gu, (mark) => ` ${mark}`);
  edited.rewrite(/(?<=\s)[("“](?=[\p{L}\p{N}])/gu, (mark) => `${mark} `);
  return { edited };
}

const EMOJI = [
  '👩\u200D🚀',
  '👨\u200D👩\u200D👧',
  '❤\uFE0F\u200D🔥',
  '🇻🇳🇯🇵',
  '👍🏽',
  '👩🏽\u200D💻',
];

function insertEmoji(random: Random, text: string): Edit {
  const edited = new TrackedText(text);
  const gaps = spansOf(text, / /gu);
  const places = new Set(
    Array.from({ length: 1 + below(random, 20) }, () => pick(random, gaps).start),
  );
  for (const at of [...places].sort((one, other) => other - one)) {
    edited.insert(at, (random() < 0.5 ? ' ' : '') + pick(random, EMOJI));
  }
  return { edited };
}

type Editor = (random: Random, text: string, others: readonly string[]) => Edit;

/** All kinds of edits. `others` are words of other texts, to write with. */
export const EDITORS: Readonly<Record<string, Editor>> = {
  'words inserted (1–20 %)': insertWords,
  'words deleted (1–20 %)': deleteWords,
  'words replaced (1–20 %)': replaceWords,
  'paragraphs moved': moveParagraphs,
  'paragraph duplicated': duplicateParagraph,
  'negation added': addNegation,
  'digit changed': changeDigits,
  'name changed': changeName,
  NFD: decompose,
  'white space': changeSpaces,
  'quotation marks and dashes': changeQuotationMarks,
  'compounds segmented': segmentCompounds,
  'joined emoji inserted': insertEmoji,
};

/** After these a reader sees the same text: every passage must be found. */
export const HARMLESS: ReadonlySet<string> = new Set([
  'NFD',
  'white space',
  'quotation marks and dashes',
  'compounds segmented',
]);
