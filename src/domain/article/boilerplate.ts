import { comparisonKey } from '../text/vietnamese.ts';
import { BOILERPLATE_LINES, COUNTED_THINGS } from './boilerplate-table.ts';
import { isProse } from './shape.ts';

const LINES = new Set(BOILERPLATE_LINES.map(tableKey));
const COUNTED = new Set(COUNTED_THINGS.map(tableKey));
/** No entry of the table is longer, punctuation included. In UTF-16 code units. */
const LONGEST_LINE = 140;
const COUNTER = /^\d{1,7}(?:[.,]\d{1,3})?[kKmM]?$/;

/** By which lines and entries of the table are the same; segmented words count as spaced ones. */
function tableKey(line: string): string {
  return comparisonKey(line)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the whole line is one of a comment form, a share button, a counter with its label. */
export function isBoilerplate(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const key = tableKey(line);
  if (LINES.has(key)) return true;
  const label = key.replace(/^\d+(?: \d+)* | \d+(?: \d+)*$/g, '');
  return label !== key && COUNTED.has(label);
}

/** Whether the line is nothing but a number, as the counters of a page are, or a year. */
export function isBareNumber(line: string): boolean {
  return COUNTER.test(line);
}

/** Lines that were left out, in their order, and those that stay. */
export interface Sifted {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
}

function sift(lines: readonly string[], isJunk: (line: string, at: number) => boolean): Sifted {
  const kept: string[] = [];
  const dropped: string[] = [];
  for (const [at, line] of lines.entries()) (isJunk(line, at) ? dropped : kept).push(line);
  // A text of nothing else is what its reader wanted to read.
  return kept.some((line) => line !== '') ? { kept, dropped } : { kept: lines, dropped: [] };
}

/** Leaves out what the table knows. Empty lines stay, since they part blocks. */
export function dropBoilerplate(lines: readonly string[]): Sifted {
  return sift(lines, isBoilerplate);
}

/**
 * Leaves out bare numbers before the first and after the last line of running text: there they are a
 * page's counters. Between paragraphs a number may be a section's, and stays.
 */
function dropCounters(lines: readonly string[]): Sifted {
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  if (first === -1) return { kept: lines, dropped: [] };
  return sift(lines, (line, at) => (at < first || at > last) && isBareNumber(line));
}

/** Leaves out whatever a page put around the article: what the table knows, and its counters. */
export function dropAround(blocks: readonly string[]): Sifted {
  const known = dropBoilerplate(blocks);
  const counted = dropCounters(known.kept);
  return { kept: counted.kept, dropped: [...known.dropped, ...counted.dropped] };
}
