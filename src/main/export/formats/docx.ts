import { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Brief, BriefWords } from '../../../domain/brief/brief.ts';
import { briefBlocks } from '../../../domain/brief/brief-tree.ts';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { documentTexts } from '../../../shared/texts/document.en.ts';
import type { FormatWriter } from '../format.ts';
import { paragraphsOf } from './docx-blocks.ts';
import { DocxFile } from './docx-file.ts';
import { Lists } from './docx-lists.ts';
import { PAGE, stylesOf } from './docx-styles.ts';
import { openTable, TABLE_END, tableOf } from './docx-table.ts';
import { wordLanguage } from './docx-text.ts';

/** The brief as a Word document, with real styles, lists, links and heads of tables. */
export const writeDocx: FormatWriter = async function* ({ brief, words, onProgress }) {
  const properties = {
    title: xmlText(brief.title),
    creator: documentTexts.creator,
    lastModifiedBy: documentTexts.creator,
    styles: stylesOf(wordLanguage(words.language)),
  };
  const file = new DocxFile(properties, sectionOf(brief));
  for (const xml of bodyOf(brief, words, file, onProgress)) file.add(xml);
  yield await file.packed();
};

/** What stands on the pages, piece by piece. */
function* bodyOf(
  brief: Brief,
  words: BriefWords,
  file: DocxFile,
  onProgress: (passages: number) => void,
): Generator<string> {
  const lists = new Lists();
  let isInTable = false;
  for (const { blocks, passages, continues = false } of briefBlocks(brief, words)) {
    if (isInTable && !continues) yield TABLE_END;
    isInTable = false;
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'table') {
        yield openTable(file.markupOf(tableOf(block)), continues);
        isInTable = true;
      } else {
        for (const paragraph of paragraphsOf(block, blocks[index + 1], lists))
          yield file.markupOf(paragraph);
      }
    }
    onProgress(passages);
  }
  if (isInTable) yield TABLE_END;
}

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
