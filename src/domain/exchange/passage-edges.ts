/*
 * Where selections begin and end tells whether their positions were read as they were counted: people select lines,
 * sentences and words, seldom white space or parts of words. How much it tells depends on the text: the likelihood of
 * each kind of edge in selections is compared with its share among all offsets of the text.
 */

const KINDS = ['line', 'sentence', 'word', 'mark', 'space', 'inside'] as const;
type Kind = (typeof KINDS)[number];
type Shares = Readonly<Record<Kind, number>>;

/** Where selections begin and end, estimated; the careless are not few. */
const STARTS: Shares = {
  line: 0.22,
  sentence: 0.18,
  word: 0.4,
  mark: 0.05,
  space: 0.07,
  inside: 0.08,
};
const ENDS: Shares = {
  line: 0.22,
  sentence: 0.2,
  word: 0.34,
  mark: 0.06,
  space: 0.09,
  inside: 0.09,
};

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/u;
const OPENING = /[\p{Ps}\p{Pi}"'\p{Pd}•*]/u;
const SENTENCE_END = /[.!?…:;]["'\p{Pf}\p{Pe}]*\s+$/u;
const TERMINAL = /[.!?…"'\p{Pf}\p{Pe}]/u;

/** The character that ends before, or begins at, an offset: of a surrogate pair the whole. */
function charBefore(text: string, at: number): string {
  const isPair = /[\udc00-\udfff]/.test(text[at - 1] ?? '') && at >= 2;
  return text.slice(isPair ? at - 2 : Math.max(at - 1, 0), at);
}
const charAt = (text: string, at: number) =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';

const isWithinWord = (before: string, after: string) =>
  /[\udc00-\udfff]/.test(after[0] ?? '') || (IN_WORD.test(before) && IN_WORD.test(after));

function startKind(text: string, at: number): Kind {
  const before = charBefore(text, at);
  const after = charAt(text, at);
  if (after === '' || SPACE.test(after)) return 'space';
  if (before === '' || before === '\n') return 'line';
  if (isWithinWord(before, after)) return 'inside';
  const opens = SPACE.test(before) || OPENING.test(before);
  if (!opens || !(IN_WORD.test(after) || OPENING.test(after))) return 'mark';
  return SENTENCE_END.test(text.slice(Math.max(at - 4, 0), at)) ? 'sentence' : 'word';
}

function endKind(text: string, at: number): Kind {
  const before = charBefore(text, at);
  const after = charAt(text, at);
  if (before === '' || SPACE.test(before)) return 'space';
  if (after === '' || after === '\n') return 'line';
  if (isWithinWord(before, after)) return 'inside';
  if (TERMINAL.test(before)) return SPACE.test(after) ? 'sentence' : 'mark';
  return IN_WORD.test(before) ? 'word' : 'mark';
}

/** Offsets that are looked at to find the shares of a text. */
const SAMPLES = 1_500;

function sharesOf(text: string, kindAt: (text: string, at: number) => Kind): Shares {
  const counts: Record<Kind, number> = {
    line: 1,
    sentence: 1,
    word: 1,
    mark: 1,
    space: 1,
    inside: 1,
  };
  const step = Math.max(1, text.length / SAMPLES);
  let total = KINDS.length;
  for (let at = 0; at <= text.length; at += step) {
    counts[kindAt(text, Math.floor(at))] += 1;
    total += 1;
  }
  for (const kind of KINDS) counts[kind] /= total;
  return counts;
}

/** Tells what edges at offsets of a text are worth. */
export interface EdgeEvidence {
  /**
   * The logarithm (base e) of how much likelier it is that a selection begins at the offset than that a random one
   * does. @param isWhole whether the offset is that of a character, not within one.
   */
  readonly ofStart: (at: number, isWhole: boolean) => number;
  readonly ofEnd: (at: number, isWhole: boolean) => number;
}

/** @param text the text that selections are made in; offsets are UTF-16 code units into it. */
export function edgeEvidenceOf(text: string): EdgeEvidence {
  const startShares = sharesOf(text, startKind);
  const endShares = sharesOf(text, endKind);
  const worth = (kind: Kind, selected: Shares, all: Shares) => Math.log(selected[kind] / all[kind]);
  return {
    ofStart: (at, isWhole) => worth(isWhole ? startKind(text, at) : 'inside', STARTS, startShares),
    ofEnd: (at, isWhole) => worth(isWhole ? endKind(text, at) : 'inside', ENDS, endShares),
  };
}
