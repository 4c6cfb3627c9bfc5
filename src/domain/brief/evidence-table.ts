import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { BriefPassage, BriefWords } from './brief.ts';
import { type BlockGroup, inRole, vietnamese } from './brief-blocks.ts';
import { verbatim } from './markdown-text.ts';
import { noteToMdast, onOneLine } from './note-to-mdast.ts';
import { linkAndDoubt, PART_SEPARATOR, separated, translationParts } from './passage-blocks.ts';
import {
  LINE_SEPARATOR,
  listed,
  placeOf,
  publication,
  tagParts,
  titleOf,
} from './passage-facts.ts';
import type { Shows } from './saved-brief.ts';

/** How many passages make a group: few enough to take no time, enough for a table where it cannot go on. */
const ROWS = 25;

export interface EvidenceOptions {
  readonly shows: Shows;
  /** Whether there are links to passages. */
  readonly hasLinks: boolean;
}

/** A column of the table: what heads it, and what it says of a passage. */
interface Column {
  readonly head: keyof BriefWords['columns'];
  readonly cellOf: (passage: BriefPassage) => PhrasingContent[];
}

function columnsOf(words: BriefWords, { shows, hasLinks }: EvidenceOptions): readonly Column[] {
  const tags: Column = {
    head: 'tags',
    cellOf: (passage) => [verbatim(tagParts(passage, words).join(PART_SEPARATOR))],
  };
  const note: Column = { head: 'note', cellOf: (passage) => noteInLine(passage.note, hasLinks) };
  return [
    { head: 'passage', cellOf: (passage) => quoted(passage, words, hasLinks) },
    ...(shows.tags ? [tags] : []),
    { head: 'article', cellOf: (passage) => placed(passage, words, shows) },
    {
      head: 'date',
      cellOf: ({ article }) => publication(article, words).map((day) => verbatim(day)),
    },
    ...(shows.notes ? [note] : []),
  ];
}

/** The passages of a section as one table, in groups of which each goes on with the one before. */
export function* evidenceTable(
  passages: readonly BriefPassage[],
  words: BriefWords,
  options: EvidenceOptions,
): Generator<BlockGroup> {
  const columns = columnsOf(words, options);
  const heads = row(columns.map(({ head }) => [verbatim(words.columns[head])]));
  for (let start = 0; start < passages.length; start += ROWS) {
    const some = passages.slice(start, start + ROWS);
    const rows = some.map((each) => row(columns.map(({ cellOf }) => cellOf(each))));
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

/** The article and the paragraph; where tags have no column, also the sections that a passage belongs to beside this. */
function placed(passage: BriefPassage, words: BriefWords, shows: Shows): PhrasingContent[] {
  const place = shows.paragraphs ? listed(placeOf(passage)) : '';
  const others = shows.tags ? [] : tagParts(passage, words, false);
  const facts = [place, ...others].join(PART_SEPARATOR);
  return [titleOf(passage.article), ...(facts === '' ? [] : [verbatim(facts)])];
}

/** The quote, its translation, and the link. Nothing but the quote stands before the first mark-up. */
function quoted(passage: BriefPassage, words: BriefWords, hasLinks: boolean): PhrasingContent[] {
  const quote = vietnamese(verbatim(passage.quote.replace(/\n+/g, LINE_SEPARATOR)));
  return separated([
    [quote],
    ...translated(passage, words),
    ...linkAndDoubt(passage, words, hasLinks),
  ]);
}

function translated({ translation }: BriefPassage, words: BriefWords): PhrasingContent[][] {
  if (!translation) return [];
  const { label, paragraphs } = translationParts(translation, words);
  const text = paragraphs.join(LINE_SEPARATOR);
  return text === '' ? [] : [[label, verbatim(` ${text}`)]];
}

/**
 * A note without its blocks: a cell holds one line.
 * @param hasLinks whether links to passages stay links.
 */
export function noteInLine(note: string, hasLinks = true): PhrasingContent[] {
  return noteToMdast(note, { hasLinks })
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
