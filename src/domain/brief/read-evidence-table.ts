import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import type { BriefVocabulary } from './brief-vocabulary.ts';
import type { EditedPassage } from './edited-brief.ts';
import { noteInLine } from './evidence-table.ts';
import { wordsOf } from './node-text.ts';
import { inlineSource } from './note-source.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import { beforeLink, endsAsWritten, saysTitleAndPlace } from './read-attribution.ts';
import { columnOf, labelOf, linkOfPassage, tagNamesIn } from './read-passage.ts';

/** Where the columns stand; -1 where there is none. */
type Columns = Readonly<Record<keyof BriefWords['columns'], number>>;

/** What a table of evidence says. */
export interface ReadTable {
  readonly passages: readonly RowPassage[];
  /** Passages in the place of whose quote there is something else. */
  readonly unread: readonly string[];
  /** Rows of no passage, and cells that say something that the app does not write there. */
  readonly rest: readonly RestOfRow[];
}

interface RestOfRow {
  readonly node: TableRow | TableCell;
  /** The passage of the row. */
  readonly annotationId?: string;
}

type RowPassage = Omit<EditedPassage, 'line' | 'heading'> & { readonly row: TableRow };

/** The passages of a table of evidence. */
export function readEvidenceTable(
  table: Table,
  source: string,
  words: BriefWords,
  vocabulary: BriefVocabulary,
): ReadTable {
  const [heads, ...rows] = table.children;
  const { passage, tags, article, date, note } = words.columns;
  const at = (head: string) => columnOf(table, head);
  const columns: Columns = {
    ...{ passage: at(passage), tags: at(tags), article: at(article) },
    ...{ date: at(date), note: at(note) },
  };
  const read = rows.map((row) => readRow(row, columns, source, words, vocabulary));
  const ownHeads = heads?.children.filter((cell) => !isHead(cell, vocabulary)) ?? [];
  return {
    passages: read.flatMap((row) => row.passage ?? []),
    unread: read.flatMap((row) => row.unread ?? []),
    rest: [...ownHeads.map((node) => ({ node })), ...read.flatMap(({ rest }) => rest)],
  };
}

function isHead(cell: TableCell, { isColumnHead }: BriefVocabulary): boolean {
  const text = wordsOf(cell);
  return text.trim() === '' || isColumnHead(text);
}

interface ReadRow {
  readonly passage?: RowPassage;
  readonly unread?: string;
  readonly rest: readonly RestOfRow[];
}

function readRow(
  row: TableRow,
  columns: Columns,
  source: string,
  words: BriefWords,
  vocabulary: BriefVocabulary,
): ReadRow {
  const { children: cells } = row;
  const [tags, note] = [cells[columns.tags], cells[columns.note]];
  const cell = cells.find(({ children }) => linkOfPassage(children));
  const nodes = cell?.children ?? [];
  const found = linkOfPassage(nodes);
  if (!found) return { rest: [{ node: row }] };
  const { annotationId } = found;
  if (cell === note || cell === tags) {
    return { unread: annotationId, rest: [{ node: row, annotationId }] };
  }
  const before = beforeLink(nodes, found);
  const labelAt = before.findIndex((node) => labelOf(node, words));
  const translation = translationOf(labelAt < 0 ? [] : before.slice(labelAt), words);
  const isOurs = (each: TableCell) =>
    each === cell
      ? endsAsWritten(nodes, found, vocabulary)
      : each === tags || each === note || saysTitleAndPlace(each.children, vocabulary);
  return {
    passage: {
      annotationId,
      quote: textOf(labelAt < 0 ? before : before.slice(0, labelAt)),
      ...(note && { note: noteOf(note, source) }),
      ...(tags && tagNamesIn(wordsOf(tags), (parts) => parts, words.alsoUnder)),
      ...(translation && { translation }),
      isInLine: true,
      row,
    },
    rest: cells.filter((each) => !isOurs(each)).map((node) => ({ node, annotationId })),
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
  return inlineSource(children, source).replaceAll('\\|', '|');
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
