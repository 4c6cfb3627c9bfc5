import { endsWithBracketedCredit } from './credit.ts';
import { readStretch } from './paragraphs.ts';
import { isWordSegmented, rejoinLine } from './rejoin.ts';
import { cutAfterCredits, takeQuotedTitle } from './segmented-run.ts';

/** With this many blocks or fewer, a long one is a run whose line breaks were lost. */
const FEW_BLOCKS = 2;
/** A run is longer than this; an article's one long paragraph is not. In UTF-16 code units. */
const RUN_LENGTH = 1500;

/** The texts of blocks, and what it took to get them. */
export interface ReadBlocks {
  readonly texts: readonly string[];
  /** Underscores and spaces that were closed up. */
  readonly rejoined: number;
  /** Cuts that were made within lines. */
  readonly cuts: number;
  /** Quotation marks around a title that were left out. */
  readonly quotes: readonly string[];
}

/** Cuts after each credit in brackets; without brackets a name's end cannot be told. */
function cutAfterBracketedCredits(line: string): readonly string[] {
  const stretches: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[([][^()[\]]{1,100}[)\]]\.?(?= )/gu)) {
    const end = match.index + match[0].length;
    if (!endsWithBracketedCredit(match[0].replace(/\.$/u, ''))) continue;
    stretches.push(line.slice(start, end));
    start = end + 1;
  }
  return [...stretches, line.slice(start)];
}

function readPlain(blocks: readonly string[]): ReadBlocks {
  const isRun = (block: string) => blocks.length <= FEW_BLOCKS && block.length > RUN_LENGTH;
  const texts = blocks.flatMap((block) =>
    isRun(block) ? cutAfterBracketedCredits(block).flatMap(readStretch) : [block],
  );
  return { texts, rejoined: 0, cuts: texts.length - blocks.length, quotes: [] };
}

function readSegmented(blocks: readonly string[]): ReadBlocks {
  const title = takeQuotedTitle(blocks[0] ?? '');
  const first = title === undefined ? [] : [rejoinLine(title.title)];
  const bodies = title === undefined ? blocks : [title.rest, ...blocks.slice(1)];
  const stretches = bodies.flatMap((body) => cutAfterCredits(body.split(' '))).map(rejoinLine);
  const texts = [
    ...first.map(({ text }) => text),
    ...stretches.flatMap(({ text }) => readStretch(text)),
  ];
  return {
    texts: texts.filter((text) => text !== ''),
    rejoined: [...first, ...stretches].reduce((sum, { count }) => sum + count, 0),
    cuts: texts.length - blocks.length,
    quotes: title?.quotes ?? [],
  };
}

/**
 * Reads blocks that lost their print: what a word segmenter wrote is put back as it is printed, and a
 * run of text without line breaks is cut at its captions and into paragraphs.
 */
export function readRuns(blocks: readonly string[]): ReadBlocks {
  return isWordSegmented(blocks) ? readSegmented(blocks) : readPlain(blocks);
}
