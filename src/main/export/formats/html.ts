import { htmlParts } from '../../../domain/brief/brief-to-html.ts';
import type { FormatWriter } from '../format.ts';
import { FONT_FACES } from './html-fonts.ts';

/** The brief as one printable HTML file, which brings its fonts along. */
export const writeHtml: FormatWriter = function* ({ brief, words, hasLinks, onProgress }) {
  const options = { fontFaces: FONT_FACES, hasLinks };
  for (const { text, passages } of htmlParts(brief, words, options)) {
    yield text;
    onProgress(passages);
  }
};
