import { below, pick, type Random } from '../annotation/anchoring/tracked-text.testing.ts';
import type { TextPositionSelector } from '../annotation/annotation.ts';
import { selectPassage } from '../annotation/passage.ts';
import type { CountedSelection } from './refi-positions.ts';

/*
 * Sources of other programs, made at random, of which it is known where each selection stands: the text is written
 * out as the program has it, and positions are the lengths of what stands before. Nothing here uses what is tested.
 */

/** How a made program counts. */
export interface MadeCounting {
  readonly lineEnd: 'file' | 'one' | 'two';
  readonly unit: 'points' | 'units' | 'bytes';
  readonly countsMark: boolean;
  readonly range: 'standard' | 'inclusive' | 'from one';
}

export interface MadeSource {
  readonly raw: string;
  /** The text with line feeds alone. */
  readonly text: string;
  readonly origin: string;
  readonly counting: MadeCounting;
  readonly names: 'none' | 'whole' | 'cut' | 'cut with dots' | 'labels';
  readonly selections: readonly CountedSelection[];
  /** Where each stands, without white space around it; `undefined` for nothing but white space. */
  readonly truth: readonly (TextPositionSelector | undefined)[];
}

const WORDS =
  `Thủ tướng Chính phủ dự hội nghị tại Tokyo hai nước ký kết ba công hàm về hợp tác ODA lao động Việt Nam được tiếp
nhận nhiều hơn vốn vay 91 triệu USD ở tỉnh Nghệ An không phải là 24,2% tăng trưởng đầu tư công đường sắt cao tốc`.split(
    /\s+/,
  );
const RARE = ['“thế hệ mới”', '(JICA)', 'Ô', 'à'];
const ASTRAL = ['😀', '👩‍👩‍👧', '𝔸'];

function sentence(random: Random, rare: readonly string[]): string {
  const words = Array.from({ length: 3 + below(random, 18) }, () =>
    random() < 0.03 ? pick(random, rare) : pick(random, WORDS),
  );
  return `${words.join(' ')}${pick(random, ['.', '.', '?', ';', ''])}`;
}

function generated(random: Random): string {
  const rare = random() < 0.3 ? [...RARE, ...ASTRAL] : RARE;
  const blocks = Array.from({ length: 3 + below(random, 25) }, () => {
    if (random() < 0.2) return sentence(random, RARE).slice(0, 12);
    return Array.from({ length: 1 + below(random, 5) }, () => sentence(random, rare)).join(' ');
  });
  return blocks.join(random() < 0.4 ? '\n\n' : '\n');
}

function excerptOf(random: Random, texts: readonly string[]): string {
  const whole = pick(random, texts);
  const length = 800 + below(random, 4_000);
  const from = below(random, Math.max(1, whole.length - length));
  const text = whole.slice(from, from + length).toWellFormed();
  return random() < 0.3 ? text.replace(/(?<=\. )/gu, () => (random() < 0.1 ? '😀 ' : '')) : text;
}

function textOf(random: Random, texts: readonly string[]): string {
  const text = random() < 0.5 ? generated(random) : excerptOf(random, texts);
  const spaced =
    random() < 0.2 ? text.replace(/\n/g, () => '\n'.repeat(1 + below(random, 3))) : text;
  return random() < 0.15 ? spaced.normalize('NFD') : spaced;
}

const LINE_ENDS = ['\n', '\r\n', '\r\n', '\r\n', '\r', 'mixed'] as const;

/** The line ends of a file, one by one. */
function lineEndsOf(random: Random, text: string): string[] {
  const all = pick(random, LINE_ENDS);
  const count = text.split('\n').length - 1;
  return Array.from({ length: count }, () =>
    all === 'mixed' ? pick(random, ['\n', '\r\n'] as const) : all,
  );
}

function withLineEnds(text: string, ends: readonly string[]): string {
  return text.split('\n').reduce((whole, line, at) => `${whole}${ends[at - 1] ?? ''}${line}`);
}

const BYTES = [0x80, 0x800, 0x10000];
const bytesOf = (character: string) =>
  1 + BYTES.filter((from) => (character.codePointAt(0) ?? 0) >= from).length;

function lengthOf(text: string, unit: MadeCounting['unit']): number {
  if (unit === 'units') return text.length;
  const characters = [...text];
  return unit === 'points'
    ? characters.length
    : characters.reduce((sum, character) => sum + bytesOf(character), 0);
}

/** What the program counted in, up to an offset of the text. */
function countedBefore(
  source: Pick<MadeSource, 'text' | 'counting'>,
  ends: readonly string[],
  hasMark: boolean,
) {
  const { text, counting } = source;
  return (at: number) => {
    const before = text.slice(0, at);
    const own =
      counting.lineEnd === 'file'
        ? ends
        : ends.map(() => (counting.lineEnd === 'two' ? '\r\n' : '\n'));
    const mark = hasMark && counting.countsMark ? '\ufeff' : '';
    return lengthOf(mark + withLineEnds(before, own), counting.unit);
  };
}

const isBoundary = (text: string, at: number) =>
  at <= 0 || at >= text.length || !/[\udc00-\udfff]/.test(text[at] ?? '');

function whole(text: string, at: number): number {
  const within = Math.min(Math.max(at, 0), text.length);
  return isBoundary(text, within) ? within : within + 1;
}

/** What somebody selects: a sentence, some words, a line, or several lines; carelessly or not. */
function select(
  random: Random,
  text: string,
  care: 'tidy' | 'sloppy' | 'random',
): TextPositionSelector {
  const start = below(random, text.length);
  if (care === 'random')
    return { start: whole(text, start), end: whole(text, start + 1 + below(random, 200)) };
  const kind = pick(random, [
    /[^\n]+/gu,
    /[^.\n!?]{8,}[.!?]?/gu,
    /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[ ,]+[\p{L}\p{N}\p{M}]+){0,9}/gu,
  ] as const);
  const all = [...text.matchAll(kind)];
  if (all.length === 0) return { start: 0, end: text.length };
  const from = below(random, all.length);
  const first = all[from];
  const last = random() < 0.1 ? all[Math.min(from + 1, all.length - 1)] : first;
  if (!first || !last) return { start: 0, end: text.length };
  const lead = /^\s*/u.exec(first[0])?.[0].length ?? 0;
  const tidy = { start: first.index + lead, end: last.index + last[0].trimEnd().length };
  if (care === 'tidy') return tidy;
  const slip = () => (random() < 0.5 ? 0 : below(random, 9) - 4);
  return { start: whole(text, tidy.start + slip()), end: whole(text, tidy.end + slip()) };
}

function nameOf(random: Random, names: MadeSource['names'], quote: string): string {
  const line = quote.replace(/\s+/gu, ' ');
  if (names === 'whole') return line;
  if (names === 'cut')
    return line
      .slice(0, 40)
      .toWellFormed()
      .replace(/\ufffd$/u, '');
  if (names === 'cut with dots')
    return line.length > 30
      ? `${line
          .slice(0, 30)
          .toWellFormed()
          .replace(/\ufffd$/u, '')}…`
      : line;
  if (names === 'labels') return pick(random, ['Đoạn 1', 'ODA', '12,40', 'Lao động', 'Ghi nhớ']);
  return '';
}

export type Origins = 'known' | 'unknown';

/** What is known of programs, as docs/formats/refi-qda.md has it. */
function known(random: Random): { origin: string; counting: MadeCounting } {
  const unit = pick(random, ['points', 'units'] as const);
  return pick(random, [
    {
      origin: 'ATLAS.ti Win 23.4.0',
      counting: { lineEnd: 'one', unit, countsMark: false, range: 'standard' },
    },
    {
      origin: 'NVivo for Windows 12.6',
      counting: { lineEnd: 'file', unit, countsMark: false, range: 'standard' },
    },
    {
      origin: 'NVivo 14',
      counting: { lineEnd: 'file', unit, countsMark: false, range: 'standard' },
    },
    {
      origin: 'QualCoder 3.6',
      counting: { lineEnd: 'one', unit, countsMark: false, range: 'standard' },
    },
  ] as const);
}

function unknownCounting(
  random: Random,
  ends: readonly string[],
  isUnusual: boolean,
): MadeCounting {
  // Where all line ends are line feeds, there is nothing to count otherwise.
  const hasOnlyFeeds = ends.every((end) => end === '\n');
  const lineEnd = pick(random, ['file', 'one', 'two'] as const);
  const usual = {
    lineEnd: hasOnlyFeeds ? 'file' : lineEnd,
    unit: pick(random, ['points', 'units'] as const),
    countsMark: random() < 0.5,
    range: 'standard' as const,
  };
  if (!isUnusual) return usual;
  return random() < 0.4
    ? { ...usual, unit: 'bytes' }
    : { ...usual, range: pick(random, ['inclusive', 'from one'] as const) };
}

/** What is made at random, beside what is said. */
export interface MakingOptions {
  /** Articles that sources are taken from, with line feeds alone; others are made up. */
  readonly texts: readonly string[];
  /** How many selections. */
  readonly count: number;
  readonly names: MadeSource['names'];
  readonly origins: Origins;
  readonly care: 'tidy' | 'sloppy' | 'random';
  /** Whether the program counts as none is known to: bytes, the end included, or from one. */
  readonly isUnusual?: boolean;
}

export function makeSource(random: Random, options: MakingOptions): MadeSource {
  const { texts, count, names, origins, care, isUnusual = false } = options;
  const text = textOf(random, texts);
  const ends = lineEndsOf(random, text);
  const hasMark = random() < 0.3;
  const { origin, counting } =
    origins === 'known'
      ? known(random)
      : {
          origin: pick(random, ['', 'A tool', 'Quirkos 2.5', 'Dedoose']),
          counting: unknownCounting(random, ends, isUnusual),
        };
  // QualCoder names a selection by all that it quotes, where it names it.
  const naming = origin.startsWith('QualCoder') && names !== 'none' ? 'whole' : names;
  const before = countedBefore({ text, counting }, ends, hasMark);
  const chosen = Array.from({ length: count }, () => select(random, text, care)).filter(
    ({ start, end }) => start < end,
  );
  const shift = { standard: [0, 0], inclusive: [0, -1], 'from one': [1, 1] }[counting.range];
  return {
    raw: (hasMark ? '\ufeff' : '') + withLineEnds(text, ends),
    text,
    origin,
    counting,
    names,
    selections: chosen.map(({ start, end }) => ({
      name: nameOf(random, naming, text.slice(start, end)),
      start: before(start) + (shift[0] ?? 0),
      end: before(end) + (shift[1] ?? 0),
    })),
    truth: chosen.map(({ start, end }) => selectPassage(text, start, end)),
  };
}
