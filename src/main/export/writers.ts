import type { ExportFormat } from '../../shared/export.ts';
import type { FormatWriter } from './format.ts';

/** How a format is written. */
export interface Writing {
  /** Loads the writer with its library: an export is not to wait for those of the other formats. */
  readonly load: () => Promise<FormatWriter>;
  /** Whether a passage is written in each of the sections that it stands in. */
  readonly repeats: boolean;
}

export const WRITINGS: Readonly<Record<ExportFormat, Writing>> = {
  markdown: {
    load: async () => (await import('./formats/markdown.ts')).writeMarkdown,
    repeats: true,
  },
  html: { load: async () => (await import('./formats/html.ts')).writeHtml, repeats: true },
  docx: { load: async () => (await import('./formats/docx.ts')).writeDocx, repeats: true },
  csv: { load: async () => (await import('./formats/csv.ts')).writeCsv, repeats: false },
  xlsx: { load: async () => (await import('./formats/xlsx.ts')).writeXlsx, repeats: false },
  'json-ld': {
    load: async () => (await import('./formats/json-ld.ts')).writeJsonLd,
    repeats: false,
  },
  qdpx: { load: async () => (await import('./formats/qdpx.ts')).writeQdpx, repeats: false },
  qdc: { load: async () => (await import('./formats/qdc.ts')).writeQdc, repeats: false },
};
