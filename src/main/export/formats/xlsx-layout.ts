import type { CellObject } from 'write-excel-file/node';
import type { EvidenceColumn } from '../../../domain/brief/evidence.ts';

/** Has all Vietnamese letters on Windows and macOS, and a twin of the same widths on Linux (Liberation Sans). */
export const FONT = { fontFamily: 'Arial', fontSize: 10 } as const;

/**
 * In characters. What is printed fits a page of A4 on its side in letters that can be read. Links and hash sums, which
 * nobody reads, take one line: they would make every row higher.
 */
const WIDTHS: Readonly<Record<EvidenceColumn, number>> = {
  passage: 44,
  translation: 36,
  translationChecked: 12,
  tags: 14,
  note: 28,
  article: 22,
  date: 11,
  dateBasis: 10,
  paragraph: 11,
  verified: 12,
  link: 58,
  created: 17,
  updated: 17,
  sha256: 68,
  id: 40,
};

/** What only programs, and those who check a brief with one, have a use for: it is not printed. */
const NOT_PRINTED: ReadonlySet<EvidenceColumn> = new Set([
  'link',
  'created',
  'updated',
  'sha256',
  'id',
]);

/** How many of the columns are printed: those before the first that is not. */
export function printedOf(columns: readonly EvidenceColumn[]): number {
  return columns.findIndex((column) => NOT_PRINTED.has(column));
}

/** How wide columns are. */
export function widthsOf(columns: readonly EvidenceColumn[]): readonly number[] {
  return columns.map((column) => WIDTHS[column]);
}

/** In points, as all heights. */
const LINE = 13;
/** Excel knows no higher row: the end of what is longer is seen in the line above the sheet. */
const MOST = 409;

/** Marks that stand above and below letters take no room in a line. */
const MARKS = /\p{M}/gu;

function linesIn(value: CellObject['value'], width: number): number {
  if (typeof value !== 'string') return 1;
  const lines = value.replace(MARKS, '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/**
 * A row that is as high as its longest cell. Excel finds the height by itself when it opens a file, LibreOffice does
 * not: it paints wrapped lines over the rows below. Widths count digits, which are wider than most letters; that makes
 * up for the room that wrapping leaves at the ends of lines.
 */
export function highEnough(
  cells: readonly (CellObject | null)[],
  widths: readonly number[],
): (CellObject | null)[] {
  const lines = cells.map((cell, column) => linesIn(cell?.value, widths[column] ?? 1));
  const height = Math.min(Math.max(...lines) * LINE, MOST);
  return cells.map((cell) => cell && { ...cell, height });
}
