import { getCellAddress } from 'write-excel-file/utility';

/** What a sheet holds, heads included. */
export interface SheetSize {
  /** As the sheet is called. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** How many of the columns are printed, from the first. */
  readonly printed: number;
}

/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A4 on its side, as wide as the columns, on as many pages as it takes. */
const SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
/** The page's number and how many there are. */
const FOOTER = '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';

/** `$A$1`, counted from 0. */
function fixed(row: number, column: number): string {
  return getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/**
 * A `Feature` of write-excel-file, which knows neither filters nor how sheets are printed: rows can be filtered by each
 * column; printed, the columns fit the width of a page, and each page has the heads. To be given after features that put
 * something behind the rows: there, a filter comes first (ECMA-376, part 1, 18.3.1.99, CT_Worksheet).
 */
export function filteredAndPrinted({ name, rows, columns, printed }: SheetSize) {
  const last = Math.max(rows - 1, 0);
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const area = (column: number) => `${sheet}!${fixed(0, 0)}:${fixed(last, column - 1)}`;
  const names = [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${area(columns)}</definedName>`,
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${area(printed)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$1:$1</definedName>`,
  ].join('');
  const filter = `<autoFilter ref="A1:${getCellAddress(last, columns - 1)}"/>`;
  const margins = Object.entries(MARGINS).map(([side, inches]) => `${side}="${inches}"`);
  const page = `<pageMargins ${margins.join(' ')}/>${SETUP}${FOOTER}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
              .replace('</sheetData>', () => `</sheetData>${filter}`)
              .replace(/<pageSetup\b[^>]*\/>/, () => page),
        },
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace('<definedNames/>', () => `<definedNames>${names}</definedNames>`),
        },
      },
    },
  };
}
