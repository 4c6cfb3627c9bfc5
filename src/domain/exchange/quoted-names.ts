import type { TextPositionSelector } from '../annotation/annotation.ts';

/*
 * Most programs call a selection by what it quotes: by all of it (QualCoder), or by its beginning (NVivo). Others
 * call it by its position, or by a name that somebody gave it, which may stand in the text, too.
 */

const even = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const ELLIPSIS = /(?:…|\.{3,})$/u;

/** What a name quotes, if it quotes anything: in NFC, white space as single spaces. */
const quoted = (name: string) => even(name).replace(ELLIPSIS, '').trimEnd();

/** A name this long, of several words, is no label that just happens to stand in the text. */
const TELLING_NAME = 12;

const isTelling = (words: string) => words.length >= TELLING_NAME && words.includes(' ');

/** A name that stands in the text. */
export interface QuotedName {
  readonly words: string;
  /** Whether it ends with an ellipsis. */
  readonly isCut: boolean;
  readonly isTelling: boolean;
  /** How often it stands in the text. */
  readonly count: number;
}

/** How a passage fits a name: it is what the name says, begins with it, or is something else. */
export type NameFit = 'whole' | 'beginning' | 'none';

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

/** The likelihood that a selection has the name of what it quotes. */
const QUOTES = 0.6;
/** What is lost when a passage is not what its name quotes, though that stands elsewhere. */
const MISSED = { telling: -6, short: -1 };
/** What is won when it is all that its name quotes; not of a name that may be cut, just there. */
const WHOLE = 4;
/** The most that is won by a name that may be a label, of which words of the text are often part. */
const MOST_OF_SHORT = 3;
/** Programs that cut names leave more than that. */
const NEVER_CUT = 30;
/** So many of a source's names have to be found in its text for names to be taken for quotes. */
const MOST_NAMES = 0.8;

/** The names of selections in one text. */
export class QuotedNames {
  readonly #text: string;
  readonly #areQuotes: boolean;
  readonly #even: string;
  readonly #names = new Map<string, QuotedName | undefined>();
  /** The length of the longest name. */
  readonly #longest: number;
  readonly #fits = new Map<string, NameFit>();

  /**
   * @param text that the selections are made in.
   * @param names all names of selections in it.
   * @param areQuotes whether the program is known to name selections by all that they quote.
   */
  constructor(text: string, names: readonly string[], areQuotes: boolean) {
    this.#areQuotes = areQuotes;
    this.#text = text;
    this.#longest = names.reduce((most, name) => Math.max(most, quoted(name).length), 0);
    this.#even = even(text);
  }

  /** @returns `undefined` when it does not stand in the text. */
  read(name: string): QuotedName | undefined {
    if (this.#names.has(name)) return this.#names.get(name);
    const words = quoted(name);
    const count = /[\p{L}\p{N}]/u.test(words) ? countOf(this.#even, words) : 0;
    const isCut = ELLIPSIS.test(even(name));
    const read = count > 0 ? { words, isCut, isTelling: this.#isTelling(words), count } : undefined;
    this.#names.set(name, read);
    return read;
  }

  #isTelling(words: string): boolean {
    return words !== '' && (this.#areQuotes || isTelling(words));
  }

  /** Whether these names are quotes: nearly all that are long enough stand in the text. */
  areQuotes(names: readonly string[]): boolean {
    const telling = names.filter((name) => this.#isTelling(quoted(name)));
    const found = telling.filter((name) => this.read(name));
    return found.length > 0 && found.length >= MOST_NAMES * telling.length;
  }

  fitOf({ words, isCut }: QuotedName, { start, end }: TextPositionSelector): NameFit {
    const key = `${start} ${end} ${words}`;
    const known = this.#fits.get(key);
    if (known) return known;
    // White space and marks may make the passage longer than its name; more than that is not looked at.
    const passage = even(this.#text.slice(start, Math.min(end, start + 4 * words.length + 64)));
    const fit = !passage.startsWith(words)
      ? 'none'
      : passage.length === words.length && !isCut
        ? 'whole'
        : 'beginning';
    this.#fits.set(key, fit);
    return fit;
  }

  /** The logarithm (base e) of how much likelier the name is if the passage stands there than if it does not. */
  evidenceOf(name: QuotedName, position: TextPositionSelector | undefined): number {
    const fit = position ? this.fitOf(name, position) : 'none';
    if (fit === 'none') return name.isTelling ? MISSED.telling : MISSED.short;
    const share = name.count / Math.max(this.#even.length, name.count);
    const { length } = name.words;
    const mayBeCut = length >= NEVER_CUT && length >= this.#longest - 1;
    const quotes = Math.max(Math.log(QUOTES / share), 0);
    if (!name.isTelling) return Math.min(quotes, MOST_OF_SHORT);
    return quotes + (fit === 'whole' && !mayBeCut ? WHOLE : 0);
  }

  /** Where the words of a name stand. */
  placesOf({ words }: QuotedName): TextPositionSelector[] {
    const form = this.#text === this.#text.normalize('NFC') ? 'NFC' : 'NFD';
    const escaped = words.normalize(form).replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    const pattern = new RegExp(escaped.replaceAll(' ', String.raw`\s+`), 'gu');
    return [...this.#text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }));
  }
}
