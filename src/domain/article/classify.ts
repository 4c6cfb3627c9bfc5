import type { Block, BlockKind } from './article.ts';
import { readsAsByline } from './byline.ts';
import { isCaption } from './credit.ts';
import { splitSentences } from './sentences.ts';
import { endsPausing, endsSentence, isProse, startsAsPrinted } from './shape.ts';

/** A longer first block is a lead paragraph. In UTF-16 code units. */
const LONGEST_TITLE = 200;
/** A longer block within the text is a paragraph. In UTF-16 code units. */
const LONGEST_HEADING = 140;
/** More short lines in a row than this are a list, not headings. */
const MOST_HEADINGS_IN_A_ROW = 2;
/** A section's name has no more words than this, and a title below it no fewer than that. */
const LONGEST_SECTION = 3;
const SHORTEST_TITLE = 5;
/** So many lines at the end may say who wrote the article. */
const MOST_BYLINES = 2;
/** "Thứ hai, 18/12/2023, 10:30 (GMT+7)" */
const DATE_LINE =
  /^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?)?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/iu;
const LIST_ITEM = /^[-–—•*+] /u;

/** Whether a block is worded as titles and headings are. A question or a call may end one. */
function readsAsHeading(text: string, longest: number): boolean {
  if (text.length > longest || !startsAsPrinted(text) || endsPausing(text)) return false;
  if (DATE_LINE.test(text) || LIST_ITEM.test(text)) return false;
  return !endsSentence(text) || (/[!?]$/u.test(text) && splitSentences(text).length === 1);
}

/** Whether the block is a name that the text itself speaks of, as of "Việt Nam": no reporter's then. */
function isSpokenOf(name: string, texts: readonly string[]): boolean {
  return texts.some((text) => isProse(text) && !isCaption(text) && text.includes(name));
}

/** The indices at the end of the article that name its authors; pictures may stand between. */
function trailingBylines(
  texts: readonly string[],
  kinds: readonly (BlockKind | undefined)[],
): readonly number[] {
  const found: number[] = [];
  for (let at = texts.length - 1; at > 0 && found.length < MOST_BYLINES; at -= 1) {
    const text = texts[at] ?? '';
    if (kinds[at] === 'caption') continue;
    if (!readsAsByline(text) || isSpokenOf(text, texts)) break;
    found.push(at);
  }
  return found.reverse();
}

/**
 * The index of the printed title, or -1. A word or two above it name the section of the newspaper
 * ("Thế giới"), if what comes next is worded as a title too, at more length.
 */
function titleIndex(texts: readonly string[], kinds: readonly (BlockKind | undefined)[]): number {
  const reads = (at: number) =>
    kinds[at] === undefined && readsAsHeading(texts[at] ?? '', LONGEST_TITLE);
  const wordCount = (at: number) => (texts[at] ?? '').split(' ').length;
  const isSection = wordCount(0) <= LONGEST_SECTION && wordCount(1) >= SHORTEST_TITLE;
  const isSigned = readsAsByline(texts[1] ?? '');
  const at = reads(0) && reads(1) && isSection && !isSigned ? 1 : 0;
  const hasBody = texts.some((text, index) => index > at && !kinds[index] && isProse(text));
  return reads(at) && hasBody ? at : -1;
}

/** Headings: short blocks above running text, at most two in a row. */
function headings(texts: readonly string[], taken: readonly (BlockKind | undefined)[]) {
  const found = new Set<number>();
  let row: number[] = [];
  for (const [at, text] of texts.entries()) {
    if (taken[at] === undefined && !isProse(text) && readsAsHeading(text, LONGEST_HEADING)) {
      row.push(at);
      continue;
    }
    if (taken[at] === 'caption') continue;
    const headsText =
      taken[at] === undefined && text.length > (texts[row.at(-1) ?? at] ?? '').length;
    if (headsText && row.length <= MOST_HEADINGS_IN_A_ROW)
      for (const index of row) found.add(index);
    row = [];
  }
  return found;
}

/**
 * Says what each block is, by its shape and place alone: a picture's credit makes a caption, a first
 * line that ends no sentence is the title, a name at the end the byline. Without running text there is
 * nothing that could be titled, headed or signed: then all are paragraphs.
 */
export function classify(texts: readonly string[]): readonly Block[] {
  const kinds: (BlockKind | undefined)[] = texts.map((text) =>
    isCaption(text) ? 'caption' : undefined,
  );
  const isBody = (text: string, at: number) => kinds[at] === undefined && isProse(text);
  if (!texts.some(isBody))
    return texts.map((text, at) => ({ kind: kinds[at] ?? 'paragraph', text }));
  const title = titleIndex(texts, kinds);
  if (title !== -1) kinds[title] = 'title';
  const bylines = trailingBylines(texts, kinds);
  const belowTitle = title !== -1 && readsAsByline(texts[title + 1] ?? '') ? [title + 1] : [];
  for (const at of bylines.length > 0 ? bylines : belowTitle) kinds[at] = 'byline';
  for (const at of headings(texts, kinds)) kinds[at] = 'heading';
  return texts.map((text, at) => ({ kind: kinds[at] ?? 'paragraph', text }));
}
