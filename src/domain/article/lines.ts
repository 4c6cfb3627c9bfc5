import { isBareNumber } from './boilerplate.ts';

/** A text whose longest line is longer than this was not broken to a width. In UTF-16 code units. */
const WIDEST_WRAP = 130;
/** Narrower than this, lines are verse or a list. */
const NARROWEST_WRAP = 40;
/** A broken line is filled to at least this part of the width: the next word did not fit. */
const FILLED = 0.75;
/** This part of the lines that are followed by another has to be filled. */
const MOSTLY = 0.8;

type Group = readonly string[];

/** Lines that stand together, parted by empty ones. */
function groups(lines: readonly string[]): readonly Group[] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (line === '') found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((group) => group.length > 0);
}

/**
 * Whether the lines were broken to a fixed width, as mail and terminals do: none is long, nearly all
 * that go on are filled, and some go on in the middle of a sentence.
 */
function isHardWrapped(all: readonly Group[]): boolean {
  const width = all.flat().reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return false;
  const followed = all.flatMap((group) => group.slice(0, -1));
  const followers = all.flatMap((group) => group.slice(1));
  const filled = followed.filter((line) => line.length >= width * FILLED);
  const goesOn = followers.some((line) => /^\p{Ll}/u.test(line));
  return goesOn && filled.length >= followed.length * MOSTLY;
}

/** Joins a group's lines; a counter above a paragraph is no part of it. */
function joinGroup(group: Group): readonly string[] {
  const start = group.findIndex((line) => !isBareNumber(line));
  if (start === -1) return group;
  return [...group.slice(0, start), group.slice(start).join(' ')];
}

/**
 * Reads lines as blocks: one block a line, whether or not empty lines part them; but lines that were
 * broken to a fixed width are joined again, and then it is the empty lines that part the blocks.
 */
export function linesToBlocks(lines: readonly string[]): readonly string[] {
  const all = groups(lines);
  return isHardWrapped(all) ? all.flatMap(joinGroup) : all.flat();
}
