import {
  AlignmentType,
  type FileChild,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { RootContent } from 'mdast';
import type { Brief } from '../../../domain/brief/brief.ts';
import { isFrame } from '../../../domain/brief/brief-blocks.ts';
import { briefBlocks } from '../../../domain/brief/brief-tree.ts';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { documentTexts } from '../../../shared/texts/document.en.ts';
import type { ExportInput, FormatWriter } from '../format.ts';
import { paragraphsOf } from './docx-blocks.ts';
import { DocxFile } from './docx-file.ts';
import { frameOf } from './docx-frame.ts';
import { Lists } from './docx-lists.ts';
import { NARROW, PAGE, stylesOf, WIDE } from './docx-styles.ts';
import { openTable, TABLE_END, tableOf } from './docx-table.ts';
import { wordLanguage } from './docx-text.ts';

/** The brief as a Word document, with real styles, lists, links and heads of tables. */
export const writeDocx: FormatWriter = async function* ({ brief, words, hasLinks, onProgress }) {
  const properties = {
    title: xmlText(brief.title),
    creator: documentTexts.creator,
    lastModifiedBy: documentTexts.creator,
    styles: stylesOf(wordLanguage(words.language)),
  };
  const file = new DocxFile(properties, sectionOf(brief));
  for (const xml of bodyOf({ brief, words, hasLinks, onProgress }, file)) file.add(xml);
  yield await file.packed();
};

type BodyInput = Pick<ExportInput, 'brief' | 'words' | 'hasLinks' | 'onProgress'>;

/** What stands on the pages, piece by piece. */
function* bodyOf(input: BodyInput, file: DocxFile): Generator<string> {
  const { brief, words, hasLinks, onProgress } = input;
  const lists = new Lists();
  const width = widthOf(brief);
  let isInTable = false;
  for (const { blocks, passages, continues = false } of briefBlocks(brief, words, { hasLinks })) {
    if (isInTable && !continues) yield TABLE_END;
    const [table] = blocks;
    isInTable = table?.type === 'table';
    if (table?.type === 'table') yield openTable(file.markupOf(tableOf(table)), continues);
    else for (const part of partsOf(blocks, lists, width)) yield file.markupOf(part);
    onProgress(passages);
  }
  if (isInTable) yield TABLE_END;
}

/** The paragraphs and frames of blocks. A table of evidence stands alone in its group. */
function partsOf(blocks: readonly RootContent[], lists: Lists, width: number): FileChild[] {
  return blocks.flatMap((block, index): FileChild[] =>
    isFrame(block)
      ? [...frameOf(block, width, lists)]
      : paragraphsOf(block, blocks[index + 1], lists),
  );
}

/** Of the text on a page, in twips. */
const widthOf = ({ template }: Brief): number => (template === 'table' ? WIDE : NARROW);

function sectionOf({ template }: Brief) {
  // A table of five columns needs the room.
  const orientation = template === 'table' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const page = { ...PAGE, size: { ...PAGE.size, orientation } };
  return { properties: { page }, footers: { default: pageNumbers() } };
}

function pageNumbers(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}
