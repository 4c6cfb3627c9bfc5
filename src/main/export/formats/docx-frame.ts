import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Frame } from '../../../domain/brief/brief-blocks.ts';
import { framedParagraphs } from './docx-blocks.ts';
import type { Lists } from './docx-lists.ts';
import { INDENT } from './docx-styles.ts';

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
/** Light enough to be read in print, and no colour. */
const SHADING = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' } as const;
/** In twips. */
const PADDING = { top: 80, bottom: 20, left: 140, right: 140 } as const;

/**
 * A frame around the analyst's own words: a table of one cell. The borders of paragraphs would not do: Word draws a box
 * of its own around each that is set in otherwise, as lists are.
 * @param width of the text on the page, in twips.
 * @returns the frame, and a paragraph below it, without which a table that follows would be joined to it.
 */
export function frameOf(frame: Frame, width: number, lists: Lists): readonly [Table, Paragraph] {
  const isNote = frame.data?.role === 'note';
  const indent = isNote ? INDENT : 0;
  const size = width - indent;
  const cell = new TableCell({
    children: framedParagraphs(frame, lists),
    borders: EDGES,
    shading: SHADING,
    width: { size, type: WidthType.DXA },
    margins: PADDING,
  });
  const table = new Table({
    rows: [new TableRow({ children: [cell] })],
    columnWidths: [size],
    width: { size, type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
  return [table, new Paragraph({ style: 'BriefGap' })];
}
