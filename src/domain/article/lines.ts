import { isBareNumber } from './boilerplate.ts';

/** A text whose longest line is longer than this was not broken to a width. In UTF-16 code units. */
const WIDEST_WRAP = 130;
/** Narrower than this, lines are verse or a list. */
const NARROWEST_WRAP = 40;
/** A broken line is filled to at least this part of the width: the next word did not fit. */
const FILLED = 0.75;
/** This part of the lines that are followed by another has to be filled. */
const MOSTLY = 0.8;

/** Lines that stand together; a counter above a paragraph is no part of it. */
interface Group {
  readonly counters: readonly string[];
  readonly text: readonly string[];
}

function toGroup(lines: readonly string[]): Group {
  const start = lines.findIndex((line) => !isBareNumber(line));
  return start === -1
    ? { counters: lines, text: [] }
    : { counters: lines.slice(0, start), text: lines.slice(start) };
}

/** The groups that empty lines part. */
function groups(lines: readonly string[]): readonly Group[] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (line === '') found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((group) => group.length > 0).map(toGroup);
}

/**
 * Whether the lines were broken to a fixed width, as mail and terminals do: none is long, nearly all
 * that go on are filled, and some go on in the middle of a sentence.
 */
function isHardWrapped(all: readonly Group[]): boolean {
  const width = all
    .flatMap(({ text }) => text)
    .reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return false;
  const texts = all.map(({ text }) => text);
  const followed = texts.flatMap((text) => text.slice(0, -1));
  const followers = texts.flatMap((text) => text.slice(1));
  const filled = followed.filter((line) => line.length >= width * FILLED);
  const goesOn = followers.some((line) => /^\p{Ll}/u.test(line));
  return goesOn && filled.length >= followed.length * MOSTLY;
}

/**
 * Reads lines as blocks: one block a line, whether or not empty lines part them; but lines that were
 * broken to a fixed width are joined again, and then it is the empty lines that part the blocks.
 */
export function linesToBlocks(lines: readonly string[]): readonly string[] {
  const all = groups(lines);
  const join = (text: readonly string[]) => (text.length > 0 ? [text.join(' ')] : []);
  const wrapped = isHardWrapped(all);
  return all.flatMap(({ counters, text }) => [...counters, ...(wrapped ? join(text) : text)]);
}
