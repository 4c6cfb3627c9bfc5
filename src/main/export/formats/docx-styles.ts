import { BorderStyle, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from 'docx';
import { documentTexts } from '../../../shared/texts/document.en.ts';

/**
 * As Vietnamese ministries write (Decree 30/2020/ND-CP, annex I: paper, margins, font, its size). The font has all
 * Vietnamese letters on Windows and macOS, and a twin of the same widths that has them on Linux (Liberation Serif).
 */
const FONT = 'Times New Roman';
/** In half-points. */
const SIZE = { text: 26, small: 22, title: 36, section: 30, label: 20 } as const;
const MARGINS = { top: 20, bottom: 20, left: 30, right: 20 } as const;
/** In twips; rounding the millimetres would miss it. */
const A4 = { width: 11_906, height: 16_838 } as const;

const twips = convertMillimetersToTwip;

export const PAGE = {
  size: A4,
  margin: {
    top: twips(MARGINS.top),
    bottom: twips(MARGINS.bottom),
    left: twips(MARGINS.left),
    right: twips(MARGINS.right),
  },
} as const;

/** Between the margins of a page that stands upright. In twips. */
export const NARROW = A4.width - twips(MARGINS.left) - twips(MARGINS.right);

/** Between the margins of a page that lies on its side. In twips. */
export const WIDE = A4.height - twips(MARGINS.left) - twips(MARGINS.right);

/** By how much a list, or a quote in a note, is set in. In twips. */
export const INDENT = 425;

/** Monospaced, and everywhere, with Vietnamese. */
export const CODE_FONT = 'Courier New';

/** What paragraphs are, but for the headings: Word's own style of quotes, and the app's. */
export type StyleId = 'Quote' | `Brief${Capitalize<keyof typeof documentTexts.styles>}`;

interface Look {
  readonly id: StyleId;
  readonly name: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** A colour, as six hexadecimal digits. */
  readonly ink?: string;
  readonly font?: string;
  readonly indent?: number;
  /** In twips, like those that follow. */
  readonly before?: number;
  readonly after?: number;
  readonly rule?: boolean;
}

const { styles: names } = documentTexts;

const LABEL_INK = '404040';

const LOOKS: readonly Look[] = [
  { id: 'Quote', name: 'Quote', indent: INDENT, before: 200, after: 60, rule: true },
  { id: 'BriefIntroduction', name: names.introduction },
  { id: 'BriefFacts', name: names.facts, size: SIZE.small },
  { id: 'BriefRemark', name: names.remark },
  { id: 'BriefTranslation', name: names.translation, indent: INDENT, after: 60 },
  { id: 'BriefAttribution', name: names.attribution, indent: INDENT, size: SIZE.small },
  { id: 'BriefNote', name: names.note, size: SIZE.small },
  { id: 'BriefLabel', name: names.label, size: SIZE.label, bold: true, after: 40, ink: LABEL_INK },
  { id: 'BriefGap', name: names.gap, size: 2, after: 120 },
  { id: 'BriefSource', name: names.source, size: SIZE.small },
  { id: 'BriefCell', name: names.cell, size: SIZE.small, after: 0 },
  { id: 'BriefHeads', name: names.heads, size: SIZE.small, bold: true, after: 0 },
  { id: 'BriefNoteQuote', name: names.noteQuote, size: SIZE.small, italics: true },
  { id: 'BriefCode', name: names.code, size: SIZE.small, font: CODE_FONT },
];

/** A line at the left. */
const RULE = { left: { style: BorderStyle.SINGLE, size: 12, color: '808080', space: 8 } } as const;

function paragraphStyle(look: Look) {
  const { id, name, size, bold, italics, ink, font, indent, before, after, rule } = look;
  const run = {
    ...(size && { size }),
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(ink && { color: ink }),
    ...(font && { font }),
  };
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: {
      spacing: { before: before ?? 0, after: after ?? 120 },
      ...(indent && { indent: { left: indent } }),
      ...(rule && { border: RULE }),
    },
  };
}

/** @param outlineLevel from 0; with it, programs know a heading by more than its name. */
function heading(size: number, before: number, outlineLevel?: number) {
  return {
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size, bold: true, color: '000000', font: FONT },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 120 },
      ...(outlineLevel !== undefined && { outlineLevel }),
    },
  };
}

/** @param language of what is not in the articles' language, as Word calls it: `en-GB`. */
export function stylesOf(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE.text, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: heading(SIZE.title, 0),
      heading1: heading(SIZE.section, 360, 0),
      heading2: heading(SIZE.text, 240, 1),
      heading3: heading(SIZE.text, 200, 2),
      heading4: heading(SIZE.text, 200, 3),
      heading5: heading(SIZE.text, 200, 4),
    },
    paragraphStyles: LOOKS.map(paragraphStyle),
  };
}
