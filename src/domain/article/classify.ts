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

/** The indices at the end of the article that name its authors. */
function trailingBylines(texts: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = texts.length - 1; at > 0 && found.size < MOST_BYLINES; at -= 1) {
    if (!readsAsByline(texts[at] ?? '')) break;
    found.add(at);
  }
  return found;
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
  const first = texts[0] ?? '';
  const titled = kinds[0] === undefined && readsAsHeading(first, LONGEST_TITLE);
  if (titled && texts.slice(1).some((text, at) => isBody(text, at + 1))) kinds[0] = 'title';
  for (const at of trailingBylines(texts)) kinds[at] = 'byline';
  if (kinds[0] === 'title' && !kinds.includes('byline') && readsAsByline(texts[1] ?? '')) {
    kinds[1] = 'byline';
  }
  for (const at of headings(texts, kinds)) kinds[at] = 'heading';
  return texts.map((text, at) => ({ kind: kinds[at] ?? 'paragraph', text }));
}
