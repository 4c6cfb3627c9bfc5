import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Article } from '../../domain/article/article.ts';
import type { Brief, BriefWords } from '../../domain/brief/brief.ts';
import type { Dialect } from '../../domain/brief/saved-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { ExportFormat } from '../../shared/export.ts';

/** All that a format may write. Every quote was compared with its stored article a moment ago. */
export interface ExportInput {
  readonly brief: Brief;
  /** The annotations that the brief speaks of, each once: by article in the library's order, then in reading order. */
  readonly annotations: readonly Annotation[];
  /** The articles that they are in, as far as they can be read, in the library's order. */
  readonly articles: readonly Article[];
  /** All of it, whatever was chosen. */
  readonly codebook: readonly Tag[];
  readonly words: BriefWords;
  readonly dialect: Dialect;
  /** Whether Markdown, HTML and DOCX have links to passages. */
  readonly hasLinks: boolean;
  /**
   * To be called now and then.
   * @param passages how many passages were written since the last call. Where one stands in several sections, it
   *   counts in each.
   */
  readonly onProgress: (passages: number) => void;
}

/**
 * Pieces of the file, in order; text is written as UTF-8. Small ones are gathered by the caller. A writer runs in a
 * worker, which may end between any two pieces and in the middle of one: it must leave nothing behind.
 */
export type FormatWriter = (
  input: ExportInput,
) => Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** Each format's extension, with its dot. */
export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  markdown: '.md',
  html: '.html',
  docx: '.docx',
  csv: '.csv',
  xlsx: '.xlsx',
  'json-ld': '.jsonld',
  qdpx: '.qdpx',
  qdc: '.qdc',
};
