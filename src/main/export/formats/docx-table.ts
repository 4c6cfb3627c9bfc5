import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Table as Evidence, TableRow as Row } from 'mdast';
import { type StyleId, WIDE } from './docx-styles.ts';
import { inked } from './docx-text.ts';

/** Shares of the page's width: passage, tags, article, date, note. */
const SHARES = [0.42, 0.12, 0.19, 0.1, 0.17];
const WIDTHS = SHARES.map((share) => Math.floor(share * WIDE));

/** In twips. */
const PADDING = { top: 60, bottom: 60, left: 100, right: 100 } as const;

/**
 * A table of passages. No row runs over a page's end but those that are longer than a page, of which programs break
 * all the same. The heads stand on each page.
 */
export function tableOf({ children: [heads, ...passages] }: Evidence): Table {
  const rows = passages.map(
    (row) => new TableRow({ cantSplit: true, children: cells(row, 'BriefCell') }),
  );
  const options = { tableHeader: true, cantSplit: true };
  if (heads) rows.unshift(new TableRow({ ...options, children: cells(heads, 'BriefHeads') }));
  return new Table({
    rows,
    columnWidths: WIDTHS,
    width: { size: WIDE, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: PADDING,
  });
}

function cells({ children }: Row, style: StyleId): TableCell[] {
  return children.map(
    (cell) =>
      new TableCell({ children: [new Paragraph({ style, children: inked(cell.children, {}) })] }),
  );
}

export const TABLE_END = '</w:tbl>';
const ROW_END = '</w:tr>';

/**
 * A table's markup without its end, so that it can go on.
 * @param continues whether it is to go on with another: only the rows are left, without the heads.
 */
export function openTable(markup: string, continues: boolean): string {
  const start = continues ? markup.indexOf(ROW_END) + ROW_END.length : 0;
  return markup.slice(start, markup.lastIndexOf(TABLE_END));
}
