import { markdownParts } from '../../../domain/brief/brief-to-markdown.ts';
import type { FormatWriter } from '../format.ts';

/** The brief as Markdown; see docs/formats/brief.md. */
export const writeMarkdown: FormatWriter = function* ({
  brief,
  words,
  dialect,
  hasLinks,
  onProgress,
}) {
  for (const { text, passages } of markdownParts(brief, words, { dialect, hasLinks })) {
    yield text;
    onProgress(passages);
  }
};
