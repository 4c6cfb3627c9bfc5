import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { fittingCell } from '../../../domain/brief/cell-text.ts';
import {
  type EvidenceCell,
  type EvidenceWords,
  evidenceColumns,
  evidenceRows,
} from '../../../domain/brief/evidence.ts';
import { evidenceWordsEn } from '../../../shared/texts/evidence.en.ts';
import type { FormatWriter } from '../format.ts';
import { FONT, highEnough, printedOf, widthsOf } from './xlsx-layout.ts';
import { type CellLink, linkingCells } from './xlsx-links.ts';
import { filteredAndPrinted } from './xlsx-page.ts';
import { workbookText } from './xlsx-text.ts';

/** A fine line around each cell: printed, columns would run together. */
const TOP = {
  ...FONT,
  alignVertical: 'top',
  borderStyle: 'thin',
  borderColor: '#D9D9D9',
} as const;
/** Format `@`: a text stays one when somebody goes into the cell and out again, whatever it begins with. */
const TEXT = { ...TOP, type: String, format: '@', wrap: true } as const;
const LINK = { ...TEXT, textColor: '#0563C1', textDecoration: { underline: true } } as const;
const HEADING = {
  ...TEXT,
  fontWeight: 'bold',
  backgroundColor: '#F2F2F2',
} as const;
const DAY = { ...TOP, align: 'left', type: Date, format: 'yyyy-mm-dd' } as const;
const TIME = { ...TOP, align: 'left', type: Date, format: 'yyyy-mm-dd hh:mm' } as const;

/** Has its line, as the others have. */
const EMPTY: CellObject = { ...TOP };

type Cells = (CellObject | null)[];

/**
 * The passages as a workbook of one sheet; see docs/formats/evidence.md. Texts are typed as texts, which no program
 * takes for formulas: they stand verbatim.
 */
export const writeXlsx: FormatWriter = async function* ({ brief, annotations, onProgress }) {
  const words = evidenceWordsEn;
  const columns = evidenceColumns(brief);
  const widths = widthsOf(columns);
  const heads = columns.map((name) => textCell(words.headings[name], words, HEADING));
  const rows: Cells[] = [highEnough(heads, widths)];
  const links: CellLink[] = [];
  for (const cells of evidenceRows(brief, annotations, words)) {
    for (const [column, cell] of cells.entries()) {
      if (cell.kind === 'link') links.push({ row: rows.length, column, url: cell.url });
    }
    rows.push(
      highEnough(
        cells.map((cell) => cellOf(cell, words)),
        widths,
      ),
    );
    onProgress(1);
  }
  const sheet = {
    sheet: words.sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  } as const;
  const size = {
    name: words.sheet,
    rows: rows.length,
    columns: columns.length,
    printed: printedOf(columns),
  };
  const features = [linkingCells(links), filteredAndPrinted(size)];
  yield await writeExcelFile(rows, sheet, { ...FONT, features }).toBuffer();
};

function cellOf(cell: EvidenceCell, words: EvidenceWords): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return EMPTY;
    case 'number':
      return { ...TOP, align: 'left', type: Number, value: cell.number };
    case 'day':
      return timeCell(cell.isoDay, DAY) ?? textCell(cell.isoDay, words);
    case 'time':
      return timeCell(cell.isoTime, TIME) ?? textCell(cell.isoTime, words);
    case 'link':
      return textCell(cell.url, words, LINK);
    case 'text':
      return textCell(cell.text, words);
  }
}

function textCell(text: string, words: EvidenceWords, style: CellObject = TEXT): CellObject {
  return { ...style, value: workbookText(fittingCell(text, words.cutMark)) };
}

/** Before this day Excel counts one that never was, and before 1900 not at all. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** A time as workbooks hold it, in UTC; `undefined` of what is none, or none that they can hold. */
function timeCell(iso: string, style: CellObject): CellObject | undefined {
  const value = new Date(iso);
  return value.getTime() >= FIRST_DAY ? { ...style, value } : undefined;
}
