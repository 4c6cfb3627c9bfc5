import { normaliseLines } from '../text/normalise.ts';
import type { Cleaning, ParsedArticle } from './article.ts';
import { dropAround, dropBoilerplate } from './boilerplate.ts';
import { classify } from './classify.ts';
import { inferHeadline } from './headline.ts';
import { linesToBlocks } from './lines.ts';
import { type ReadBlocks, readRuns } from './run.ts';

/** One record for each text that was left out, with how often it was, in the order of the lines. */
function droppedCleanings(
  dropped: readonly string[],
  lines: readonly string[],
): readonly Cleaning[] {
  const counts = new Map<string, number>();
  for (const text of dropped) counts.set(text, (counts.get(text) ?? 0) + 1);
  const inOrder = new Set(lines.filter((line) => counts.has(line)));
  // What stood within a line, or was joined from several, comes after.
  for (const text of counts.keys()) inOrder.add(text);
  return [...inOrder].map((text) => ({ kind: 'dropped', text, count: counts.get(text) ?? 0 }));
}

function countedCleanings(changes: number, read: ReadBlocks): readonly Cleaning[] {
  const counted: readonly Cleaning[] = [
    { kind: 'normalised', text: '', count: changes },
    { kind: 'rejoined', text: '', count: read.rejoined },
    { kind: 'split', text: '', count: read.cuts },
  ];
  return counted.filter(({ count }) => count > 0);
}

/**
 * Reads the raw text of a news article as it was printed: leaves out what the web page put around it,
 * puts word-segmented text back, and says what each block is. Every word of the article stays as it is,
 * in its order, misprints included; what was done is told in `cleanings`. Rules go by shape, so that
 * any article is read alike. Never fails; takes time linear in the length of `raw`.
 *
 * An article without a printed title gets a headline from its first sentence, marked `inferred`.
 */
export function parseArticle(raw: string): ParsedArticle {
  const { lines, changes } = normaliseLines(raw);
  const sifted = dropBoilerplate(lines);
  // Lines that were broken to a width, and runs, show only when they are read what they hold.
  const joined = dropAround(linesToBlocks(sifted.kept));
  const read = readRuns(joined.kept);
  const printed = dropAround(read.texts);
  const dropped = [...sifted.dropped, ...joined.dropped, ...printed.dropped, ...read.quotes];
  const blocks = classify(printed.kept);
  const title = blocks.find(({ kind }) => kind === 'title')?.text;
  const bylines = blocks.filter(({ kind }) => kind === 'byline').map(({ text }) => text);
  return {
    title: title ?? inferHeadline(blocks),
    titleBasis: title === undefined ? 'inferred' : 'printed',
    ...(bylines.length > 0 ? { byline: bylines.join(', ') } : {}),
    blocks,
    cleanings: [...droppedCleanings(dropped, lines), ...countedCleanings(changes, read)],
  };
}
