import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import type { EditedPassage } from './edited-brief.ts';
import { noteInLine } from './evidence-table.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import { labelOf, linkOfPassage, namesOf, partsOf, sourceOf, wordsOf } from './read-passage.ts';

/** Where the columns stand. */
const [PASSAGE, TAGS, NOTE] = [0, 1, 4];

/** The passages of a table of evidence; rows that link to none are passed over. */
export function passagesOfTable(
  { children }: Table,
  source: string,
  words: BriefWords,
): EditedPassage[] {
  return children.flatMap((row) => passageOfRow(row, source, words) ?? []);
}

function passageOfRow(
  { children: cells }: TableRow,
  source: string,
  words: BriefWords,
): EditedPassage | undefined {
  const nodes = cells[PASSAGE]?.children ?? [];
  const found = linkOfPassage(nodes);
  if (!found) return undefined;
  const before = nodes.slice(0, nodes.indexOf(found.link));
  const labelAt = before.findIndex((node) => labelOf(node, words));
  const translation = translationOf(labelAt < 0 ? [] : before.slice(labelAt), words);
  const tags = cells[TAGS];
  return {
    annotationId: found.annotationId,
    quote: textOf(labelAt < 0 ? before : before.slice(0, labelAt)),
    note: noteOf(cells[NOTE], source),
    tagNames: namesOf(tags ? partsOf(wordsOf(tags)) : []),
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
function noteOf(cell: TableCell | undefined, source: string): string {
  return cell ? sourceOf(cell.children, source).replaceAll('\\|', '|') : '';
}

/** A note as it would stand in a table. */
export function noteInTable(note: string): string {
  const cell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
  const row: TableRow = { type: 'tableRow', children: [cell(noteInLine(note)), cell([])] };
  const source = blocksToMarkdown([{ type: 'table', children: [row] }]);
  const [table] = parseMarkdown(source).children;
  return table?.type === 'table' ? noteOf(table.children[0]?.children[0], source) : '';
}
