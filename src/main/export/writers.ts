import { briefToMarkdown } from '../../domain/brief/brief-to-markdown.ts';
import type { ExportFormat } from '../../shared/export.ts';
import type { FormatWriter } from './format.ts';

/** How a format is written. */
export interface Writing {
  /** Loads the writer with its library: an export is not to wait for those of the other formats. */
  readonly load: () => Promise<FormatWriter>;
  /** Whether a passage is written in each of the sections that it stands in. */
  readonly repeats: boolean;
}

const whole: FormatWriter = function* ({ brief, words }) {
  yield briefToMarkdown(brief, words);
};

const notYet = async (): Promise<FormatWriter> => {
  throw new Error('this format is not there yet');
};

export const WRITINGS: Readonly<Record<ExportFormat, Writing>> = {
  markdown: { load: async () => whole, repeats: true },
  html: { load: notYet, repeats: true },
  docx: { load: notYet, repeats: true },
  csv: { load: notYet, repeats: false },
  xlsx: { load: notYet, repeats: false },
  'json-ld': { load: notYet, repeats: false },
  qdpx: { load: notYet, repeats: false },
  qdc: { load: notYet, repeats: false },
};
