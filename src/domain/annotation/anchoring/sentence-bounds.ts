import { splitSentences } from '../../article/sentences.ts';
import { endsPausing, endsSentence } from '../../article/shape.ts';
import type { TextPositionSelector } from '../annotation.ts';

const LIST_MARK = /^\s*(?:[-–—•*·▪◦‣+]|\(?\p{N}{1,2}[.)]|\(?\p{L}[.)])\s/u;
const STARTS_LOWER = /^[“"'‘(«[]*\p{Ll}/u;
/** A shorter line was not broken because it was full. In UTF-16 code units. */
const SHORTEST_FULL_LINE = 30;
/** Between the cells of a table's row. */
const CELL_GAP = /\t|\s\|\s/u;

/** Whether a line break stands within a sentence, as in a text with hard line breaks. */
function isSoftBreak(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, at).trimEnd();
  if (line.length < SHORTEST_FULL_LINE || CELL_GAP.test(line)) return false;
  if (endsSentence(line) || endsPausing(line)) return false;
  return STARTS_LOWER.test(text.slice(at + 1, at + 6));
}

/** Where the block of `at` begins: after the nearest line break that ends one. */
function blockStart(text: string, at: number): number {
  let feed = text.lastIndexOf('\n', at - 1);
  while (feed > 0 && at > 0 && isSoftBreak(text, feed)) feed = text.lastIndexOf('\n', feed - 1);
  return at === 0 ? 0 : feed + 1;
}

function blockEnd(text: string, at: number): number {
  let feed = text.indexOf('\n', at);
  while (feed >= 0 && isSoftBreak(text, feed)) feed = text.indexOf('\n', feed + 1);
  return feed < 0 ? text.length : feed;
}

/** Before a quotation or an item that begins in lower case: whoever cuts a text for readers had better not cut here. */
const BEFORE_QUOTATION = /(?<=[.!?…;][”"’»)]?) (?=["'“«‘]|[-–—•] )/gu;

/** Offsets at which the sentences of a block begin; line breaks within it count as spaces. */
function sentenceStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  let at = from;
  for (const sentence of splitSentences(text.slice(from, to).replaceAll('\n', ' '))) {
    starts.push(at);
    for (const { index } of sentence.matchAll(BEFORE_QUOTATION)) starts.push(at + index + 1);
    at += sentence.length + 1;
  }
  return starts;
}

/** Where the sentence in which `at` lies begins. UTF-16 code units. */
export function sentenceStart(text: string, at: number): number {
  const from = blockStart(text, at);
  const to = blockEnd(text, at);
  return sentenceStarts(text, from, to).findLast((start) => start <= at) ?? from;
}

/** Where the sentence in which the character before `at` lies ends. UTF-16 code units. */
export function sentenceEnd(text: string, at: number): number {
  const from = blockStart(text, Math.max(0, at - 1));
  const to = blockEnd(text, Math.max(0, at - 1));
  const next = sentenceStarts(text, from, to).find((start) => start >= at && start > from);
  return next === undefined ? to : next - 1;
}

/** Where the sentence before the one that begins at `start` begins; blank lines are passed over. */
export function previousSentenceStart(text: string, start: number): number {
  let end = start;
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return end === 0 ? 0 : sentenceStart(text, end - 1);
}

/**
 * Where the line that introduces a list begins, for an item of one: the nearest line above that ends with a colon,
 * with nothing but items in between.
 * @param start where the item begins.
 * @returns `undefined` where the line at `start` is no item, or nothing introduces it.
 */
export function listLeadIn(text: string, start: number): number | undefined {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  while (lineStart > 0) {
    const above = text.lastIndexOf('\n', lineStart - 2) + 1;
    const line = text.slice(above, lineStart - 1).trimEnd();
    if (line.endsWith(':')) return sentenceStart(text, above + line.length - 1);
    if (!LIST_MARK.test(line) && !/[;,]$/u.test(line)) return undefined;
    lineStart = above;
  }
  return undefined;
}

/** The sentence in which a passage stands, or the sentences over which it runs. */
export function sentenceAround(
  text: string,
  { start, end }: TextPositionSelector,
): TextPositionSelector {
  return { start: sentenceStart(text, start), end: Math.max(end, sentenceEnd(text, end)) };
}
