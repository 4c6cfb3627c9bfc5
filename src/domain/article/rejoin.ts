/**
 * Word segmenters for Vietnamese write a compound's syllables with underscores ("công_tác") and set
 * punctuation apart (" , "). This puts such text back as it is printed. The words stay as they are.
 */

const COMPOUND = /(?<=[\p{L}\p{M}\p{N}])_+(?=[\p{L}\p{N}])/gu;
/** Handles, addresses and hash tags own their underscores. */
const KEEPS_UNDERSCORES = /[@#]|:\/\/|^www\.|^[!-~]*[a-z0-9]\.[a-z]{2,}/;

const CLOSING = /^[,.;:!?…)\]}”’»%]+$/u;
const OPENING = /^[([{“‘«]+$/u;
const STRAIGHT_QUOTE = /^["']$/;
const PUNCTUATION_GLUED = /[\p{L}\p{N}][,.;:!?]$/u;
const PUNCTUATION_APART = /^[,.;:!?]$/;

/** Fewer compounds prove nothing: file names have underscores too. */
const FEWEST_COMPOUNDS = 3;
/** This part of the tokens are compounds in any segmented text (in Vietnamese prose about a third). */
const CLEARLY_SEGMENTED = 0.2;
/** So few suffice where punctuation stands apart as well. */
const PERHAPS_SEGMENTED = 0.05;

function hasCompound(token: string): boolean {
  return token.includes('_') && !KEEPS_UNDERSCORES.test(token) && token.search(COMPOUND) !== -1;
}

/** Whether the text was written by a word segmenter: dense underscores, punctuation set apart. */
export function isWordSegmented(lines: readonly string[]): boolean {
  let [tokens, compounds, apart, glued] = [0, 0, 0, 0];
  for (const token of lines.flatMap((line) => line.split(' '))) {
    tokens += 1;
    if (hasCompound(token)) compounds += 1;
    if (PUNCTUATION_APART.test(token)) apart += 1;
    else if (PUNCTUATION_GLUED.test(token)) glued += 1;
  }
  if (compounds < FEWEST_COMPOUNDS) return false;
  const density = compounds / tokens;
  return density >= CLEARLY_SEGMENTED || (density >= PERHAPS_SEGMENTED && apart > glued);
}

/** On which sides a token is written without a space. */
interface Glue {
  readonly left: boolean;
  readonly right: boolean;
}

const FREE: Glue = { left: false, right: false };
const TO_LEFT: Glue = { left: true, right: false };
const TO_RIGHT: Glue = { left: false, right: true };
const TO_BOTH: Glue = { left: true, right: true };

/**
 * Straight quotes look alike on both sides, so they are told apart by counting. Where their number is
 * odd there is no telling, and they keep the spaces on both sides.
 */
function quoteGlues(tokens: readonly string[], quote: string): ReadonlyMap<number, Glue> {
  const places = tokens.flatMap((token, at) => (token === quote ? [at] : []));
  if (places.length % 2 === 1) return new Map();
  return new Map(places.map((at, nth) => [at, nth % 2 === 0 ? TO_RIGHT : TO_LEFT]));
}

function glueOf(token: string): Glue {
  if (token === '/') return TO_BOTH;
  if (CLOSING.test(token)) return TO_LEFT;
  return OPENING.test(token) ? TO_RIGHT : FREE;
}

/** A rejoined line, and how many underscores and spaces that closed up. */
export interface Rejoined {
  readonly text: string;
  readonly count: number;
}

/** One token with its compounds' syllables parted by spaces. */
function spellOut(token: string): { readonly text: string; readonly joined: number } {
  if (!hasCompound(token)) return { text: token, joined: 0 };
  let joined = 0;
  const text = token.replace(COMPOUND, () => {
    joined += 1;
    return ' ';
  });
  return { text, joined };
}

/**
 * Writes a word-segmented line as it is printed: "công_tác" as "công tác", no space before closing or
 * after opening punctuation, none around a slash ("15-18 / 12"). Hyphens and dashes keep their spaces,
 * since "Việt - Nhật" may be printed so.
 */
export function rejoinLine(line: string): Rejoined {
  const tokens = line.split(' ');
  const quotes = new Map([...quoteGlues(tokens, '"'), ...quoteGlues(tokens, "'")]);
  const parts: string[] = [];
  let count = 0;
  let gluesNext = true;
  for (const [at, token] of tokens.entries()) {
    const glue = STRAIGHT_QUOTE.test(token) ? (quotes.get(at) ?? FREE) : glueOf(token);
    if (!gluesNext && !glue.left) parts.push(' ');
    else if (at > 0) count += 1;
    const { text, joined } = spellOut(token);
    parts.push(text);
    count += joined;
    gluesNext = glue.right;
  }
  return { text: parts.join(''), count };
}
