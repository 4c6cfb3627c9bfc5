import { writeWebAnnotations } from '../../../domain/exchange/write-web-annotations.ts';
import type { FormatWriter } from '../format.ts';

/** W3C Web Annotations in JSON-LD; see docs/formats/json-ld.md. */
export const writeJsonLd: FormatWriter = ({ brief, annotations, articles, codebook, onProgress }) =>
  writeWebAnnotations({
    title: brief.title,
    annotations,
    articles,
    codebook,
    onWritten: () => onProgress(1),
  });
