import { stringify } from 'csv-stringify/sync';
import { fittingCell, withoutFormulas } from '../../../domain/brief/cell-text.ts';
import {
  type EvidenceCell,
  type EvidenceWords,
  evidenceColumns,
  evidenceRows,
} from '../../../domain/brief/evidence.ts';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { evidenceWordsEn } from '../../../shared/texts/evidence.en.ts';
import type { FormatWriter } from '../format.ts';

/** Without it Excel takes UTF-8 for the computer's old code page, and Vietnamese for gibberish. */
const BYTE_ORDER_MARK = '\uFEFF';

const OPTIONS = {
  // RFC 4180.
  record_delimiter: '\r\n',
  // Always, whatever a program takes for a separator.
  quoted_string: true,
} as const;

/** The passages as a table for spreadsheets and for statistics; see docs/formats/evidence.md. */
export const writeCsv: FormatWriter = function* ({ brief, annotations, onProgress }) {
  const words = evidenceWordsEn;
  yield BYTE_ORDER_MARK;
  yield stringify([evidenceColumns(brief).map((column) => words.headings[column])], OPTIONS);
  for (const cells of evidenceRows(brief, annotations, words)) {
    yield stringify([cells.map((cell) => valueIn(cell, words))], OPTIONS);
    onProgress(1);
  }
};

function valueIn(cell: EvidenceCell, words: EvidenceWords): string | number | null {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'number':
      return cell.number;
    case 'day':
      return safe(cell.isoDay, words);
    case 'time':
      return safe(cell.isoTime, words);
    case 'link':
      return safe(cell.url, words);
    case 'text':
      return safe(cell.text, words);
  }
}

/** Nothing comes out of the app unlooked at: a day, too, can be any text in a damaged row. */
function safe(text: string, words: EvidenceWords): string {
  // Control characters first, lest taking one away lay a formula bare.
  return fittingCell(withoutFormulas(xmlText(text)), words.cutMark);
}
