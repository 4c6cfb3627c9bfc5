import { composeLetters, INVISIBLE, placeToneMarks, replaceEth, writeIForY } from './vietnamese.ts';
import { TONELESS_WITH_I_OR_Y } from './vietnamese-syllables.ts';

/** What does not tell words apart when a text is searched. Case, composition and what nobody sees never do. */
export interface Folding {
  /** Whether tone and vowel marks count. Without, "dau tu" meets "Đầu tư". */
  readonly exactTones: boolean;
  /** Whether kĩ and kỹ are the same. */
  readonly iForY: boolean;
}

/** A text with distinctions taken away that knows where each of its characters came from. */
export interface FoldedText {
  readonly folding: Folding;
  /** Folded letter by letter. */
  readonly text: string;
  /** The same with each syllable in the one spelling that stands for all of its spellings; as long as `text`. */
  readonly spelling: string;
  /** For each code unit of `text`, where the character that it stands for begins in the original, … */
  readonly starts: Uint32Array;
  /** … and where it ends, marks included. */
  readonly ends: Uint32Array;
}

const MARKS = /\p{M}+/gu;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gv');
/** The marks of a letter, and what may stand before them that nobody sees. */
const CONTINUATION = new RegExp(`(?:(?:${INVISIBLE.source})*\\p{M})*`, 'vy');
const JOINED_LETTER = /[\p{L}\p{M}\p{N}]/u;

/** One character with its marks. Đ is a letter of its own in Unicode: no decomposition reaches it. */
function foldCharacter(character: string, exactTones: boolean): string {
  const visible = character.normalize('NFC').replace(ALL_INVISIBLE, '');
  const lower = composeLetters(replaceEth(visible)).toLowerCase();
  if (exactTones) return lower.normalize('NFC');
  return lower.replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '');
}

/** Code units from here on are not in the tables. Vietnamese letters are below. */
const TABLE_SIZE = 0x2000;
const NOT_KNOWN = 0;
/** Folds to none or several code units, may belong to the character before, or depends on its neighbours. */
const SPECIAL = 0xffff;
const SPACE = 0x20;
const UNDERSCORE = 0x5f;
const BLANK = /^[^\S\n]$/u;
const MAY_CONTINUE = new RegExp(`${INVISIBLE.source}|\\p{M}`, 'v');

function tableEntry(unit: number, exactTones: boolean): number {
  const character = String.fromCharCode(unit);
  if (BLANK.test(character)) return SPACE;
  if (unit === UNDERSCORE || unit === 0 || MAY_CONTINUE.test(character)) return SPECIAL;
  const folded = foldCharacter(character, exactTones);
  return folded.length === 1 ? folded.charCodeAt(0) : SPECIAL;
}

/** What single code units fold to, found out once. */
class Table {
  readonly #entries = new Uint16Array(TABLE_SIZE);
  readonly exactTones: boolean;

  constructor(exactTones: boolean) {
    this.exactTones = exactTones;
  }

  /** @param unit `NaN` at a text's end. */
  at(unit: number): number {
    if (!(unit < TABLE_SIZE)) return SPECIAL;
    const known = this.#entries[unit] as number;
    if (known !== NOT_KNOWN) return known;
    const entry = tableEntry(unit, this.exactTones);
    this.#entries[unit] = entry;
    return entry;
  }
}

const EXACT = new Table(true);
const LETTERS = new Table(false);

/** Where the character at `start` ends, its marks included. */
function characterEnd(text: string, start: number): number {
  const next = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
  CONTINUATION.lastIndex = next;
  CONTINUATION.test(text);
  return Math.max(next, CONTINUATION.lastIndex);
}

function foldSpecial(text: string, start: number, end: number, exactTones: boolean): string {
  const character = text.slice(start, end);
  if (BLANK.test(character)) return ' ';
  // Segmented text: "công_tác".
  const joins =
    character === '_' &&
    JOINED_LETTER.test(text.charAt(start - 1)) &&
    JOINED_LETTER.test(text.charAt(end));
  return joins ? ' ' : foldCharacter(character, exactTones);
}

/** More arguments than this some engines do not take. */
const CHUNK = 8192;

/** Gathers code units with the characters that they stand for. */
class FoldedUnits {
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  /** @param expected most characters fold to one code unit: room for more is made when it is needed. */
  constructor(expected: number) {
    this.#units = new Uint16Array(expected);
    this.#starts = new Uint32Array(expected);
    this.#ends = new Uint32Array(expected);
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  #grow(): void {
    const size = 2 * this.#length + 8;
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends];
    this.#units = new Uint16Array(size);
    this.#starts = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
    this.#units.set(units);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }

  get text(): string {
    let text = '';
    for (let from = 0; from < this.#length; from += CHUNK) {
      const to = Math.min(from + CHUNK, this.#length);
      text += String.fromCharCode(...this.#units.subarray(from, to));
    }
    return text;
  }

  get starts(): Uint32Array {
    return this.#starts.subarray(0, this.#length);
  }

  get ends(): Uint32Array {
    return this.#ends.subarray(0, this.#length);
  }
}

function spellingOf(text: string, { exactTones, iForY }: Folding): string {
  const placed = exactTones ? placeToneMarks(text) : text;
  if (!iForY) return placed;
  return exactTones ? writeIForY(placed) : writeIForY(placed, TONELESS_WITH_I_OR_Y);
}

/**
 * Folds a text for searching. Takes time linear in the length of the text.
 * @param text of any composition; offsets in the result are UTF-16 code units into it.
 */
export function foldText(text: string, folding: Folding): FoldedText {
  const table = folding.exactTones ? EXACT : LETTERS;
  const units = new FoldedUnits(text.length);
  let at = 0;
  let entry = table.at(text.charCodeAt(0));
  while (at < text.length) {
    let end = at + 1;
    const next = table.at(text.charCodeAt(end));
    if (entry !== SPECIAL && next !== SPECIAL) {
      units.push(entry, at, end);
      entry = next;
    } else {
      end = characterEnd(text, at);
      const folded = foldSpecial(text, at, end, folding.exactTones);
      for (let unit = 0; unit < folded.length; unit += 1) {
        units.push(folded.charCodeAt(unit), at, end);
      }
      entry = table.at(text.charCodeAt(end));
    }
    at = end;
  }
  const { text: folded, starts, ends } = units;
  return { folding, text: folded, spelling: spellingOf(folded, folding), starts, ends };
}
