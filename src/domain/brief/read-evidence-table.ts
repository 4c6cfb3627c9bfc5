import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import type { EditedPassage } from './edited-brief.ts';
import { noteInLine } from './evidence-table.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import { columnOf, labelOf, linkOfPassage, sourceOf, tagNamesIn, wordsOf } from './read-passage.ts';

/** Where the columns stand that tell of tags and notes; -1 where there is none. */
interface Columns {
  readonly tags: number;
  readonly note: number;
}

/** The passages of a table of evidence; rows that link to none are passed over. */
export function passagesOfTable(table: Table, source: string, words: BriefWords): EditedPassage[] {
  const columns = {
    tags: columnOf(table, words.columns.tags),
    note: columnOf(table, words.columns.note),
  };
  return table.children.flatMap((row) => passageOfRow(row, columns, source, words) ?? []);
}

function passageOfRow(
  { children: cells }: TableRow,
  columns: Columns,
  source: string,
  words: BriefWords,
): EditedPassage | undefined {
  const [tags, note] = [cells[columns.tags], cells[columns.note]];
  const passage = cells.find((cell) => linkOfPassage(cell.children));
  const nodes = passage?.children ?? [];
  const found = linkOfPassage(nodes);
  if (!found || passage === note || passage === tags) return undefined;
  const before = nodes.slice(0, nodes.indexOf(found.link));
  const labelAt = before.findIndex((node) => labelOf(node, words));
  const translation = translationOf(labelAt < 0 ? [] : before.slice(labelAt), words);
  return {
    annotationId: found.annotationId,
    quote: textOf(labelAt < 0 ? before : before.slice(0, labelAt)),
    ...(note && { note: noteOf(note, source) }),
    ...(tags && tagNamesIn(wordsOf(tags), (parts) => parts)),
    ...(translation && { translation }),
    isInLine: true,
  };
}

/** What stands before a separator. */
function textOf(nodes: readonly PhrasingContent[]): string {
  const text = nodes.map(wordsOf).join('');
  return text.endsWith(PART_SEPARATOR.trimEnd()) || text.endsWith(PART_SEPARATOR)
    ? text.slice(0, text.lastIndexOf(PART_SEPARATOR.trim())).trim()
    : text.trim();
}

function translationOf(
  [label, ...nodes]: readonly PhrasingContent[],
  words: BriefWords,
): Translation | undefined {
  const said = labelOf(label, words);
  const text = textOf(nodes);
  return said && text !== '' ? { text, ...said } : undefined;
}

/** A note in its cell, where bars have a backslash before them that is the table's. */
function noteOf({ children }: TableCell, source: string): string {
  return sourceOf(children, source).replaceAll('\\|', '|');
}

/** A note as it would stand in a table. */
export function noteInTable(note: string): string {
  const cell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
  const row: TableRow = { type: 'tableRow', children: [cell(noteInLine(note)), cell([])] };
  const source = blocksToMarkdown([{ type: 'table', children: [row] }]);
  const [table] = parseMarkdown(source).children;
  const first = table?.type === 'table' ? table.children[0]?.children[0] : undefined;
  return first ? noteOf(first, source) : '';
}
