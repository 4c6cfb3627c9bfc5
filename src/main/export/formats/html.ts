import { htmlParts } from '../../../domain/brief/brief-to-html.ts';
import type { FormatWriter } from '../format.ts';

/** The brief as one printable HTML file. */
export const writeHtml: FormatWriter = function* ({ brief, words, onProgress }) {
  for (const { text, passages } of htmlParts(brief, words)) {
    yield text;
    onProgress(passages);
  }
};
