import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { BriefPassage, BriefWords } from './brief.ts';
import { type BlockGroup, inRole, vietnamese } from './brief-blocks.ts';
import { verbatim } from './markdown-text.ts';
import { noteToMdast, onOneLine } from './note-to-mdast.ts';
import { linkAndDoubt, PART_SEPARATOR, translationParts } from './passage-blocks.ts';
import { LINE_SEPARATOR, placeOf, publication, tagPart, titleOf } from './passage-facts.ts';

/** How many passages make a group: few enough to take no time, enough for a table where it cannot go on. */
const ROWS = 25;

/** The passages of a section as one table, in groups of which each goes on with the one before. */
export function* evidenceTable(
  passages: readonly BriefPassage[],
  words: BriefWords,
): Generator<BlockGroup> {
  const { passage, tags, article, date, note } = words.columns;
  const heads = row([passage, tags, article, date, note].map((name) => [verbatim(name)]));
  for (let start = 0; start < passages.length; start += ROWS) {
    const some = passages.slice(start, start + ROWS);
    const rows = some.map((each) => evidence(each, words));
    const blocks = inRole('evidence', [{ type: 'table', children: [heads, ...rows] }]);
    yield { blocks, passages: some.length, ...(start > 0 && { continues: true }) };
  }
}

function row(cells: readonly PhrasingContent[][]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((children): TableCell => ({ type: 'tableCell', children })),
  };
}

function evidence(passage: BriefPassage, words: BriefWords): TableRow {
  const { article, tagNames } = passage;
  const place = placeOf(passage).map((text) => verbatim(`, ${text}`));
  return row([
    quoted(passage, words),
    [verbatim(tagNames.map(tagPart).join(PART_SEPARATOR))],
    [titleOf(article), ...place],
    publication(article, words).map((day) => verbatim(day)),
    noteInLine(passage.note),
  ]);
}

/** The quote, its translation, and the link. Nothing but the quote stands before the first mark-up. */
function quoted(passage: BriefPassage, words: BriefWords): PhrasingContent[] {
  const separator = verbatim(PART_SEPARATOR);
  const quote = vietnamese(verbatim(passage.quote.replace(/\n+/g, LINE_SEPARATOR)));
  return [quote, separator, ...translated(passage, words), ...linkAndDoubt(passage, words)];
}

function translated({ translation }: BriefPassage, words: BriefWords): PhrasingContent[] {
  if (!translation) return [];
  const { label, paragraphs } = translationParts(translation, words);
  const text = paragraphs.join(LINE_SEPARATOR);
  return text === '' ? [] : [label, verbatim(` ${text}${PART_SEPARATOR}`)];
}

/** A note without its blocks: a cell holds one line. */
export function noteInLine(note: string): PhrasingContent[] {
  return noteToMdast(note)
    .flatMap(linesOf)
    .flatMap((line, index) => (index === 0 ? line : [verbatim(LINE_SEPARATOR), ...line]));
}

/** What a block says, line by line. */
function linesOf(block: RootContent): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [onOneLine(block.children).map(inCell)];
    case 'blockquote':
    case 'list':
    case 'listItem':
      return block.children.flatMap(linesOf);
    case 'code':
      return block.value
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((value) => [inCell({ type: 'inlineCode', value })]);
    default:
      return [];
  }
}

/** Code with a bar cannot stand in a cell: readers differ over the backslash before it. */
function inCell(node: PhrasingContent): PhrasingContent {
  if (node.type === 'inlineCode' && node.value.includes('|')) return verbatim(node.value);
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map(inCell) } as typeof node;
}
