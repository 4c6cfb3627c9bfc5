import type { ExportFormat, ExportProblem } from '../export.ts';
import { saveProblems } from './brief.en.ts';
import { windowTexts } from './window.en.ts';

function failed(problem: ExportProblem): string {
  if (problem.kind === 'ended') return 'The export had ended before it was finished. Try again.';
  const { system, path } = problem;
  const [what, advice] = saveProblems[system] ?? [
    `The system refused to write the file (${system}).`,
    'Choose another folder.',
  ];
  const where = path === '' ? '' : ` The file was to be ${path}.`;
  return `${what}${where} ${advice} Your passages and notes are safe, and your choices here stay.`;
}

/** The English of what can be exported, and of how that goes. */
export const exportTexts = {
  title: 'Export',
  /** What the export of everything is called, where formats have a title. */
  everything: 'Bên Lề',
  hint: 'All annotations with their tags, notes and translations, for other programs.',
  format: 'Format',
  formats: {
    markdown: 'Markdown',
    html: 'Web page (HTML)',
    docx: 'Word document (DOCX)',
    xlsx: 'Spreadsheet (XLSX)',
    csv: 'Table (CSV)',
    'json-ld': 'W3C annotations (JSON-LD)',
    qdpx: 'QDA project (QDPX)',
    qdc: 'Codebook (QDC)',
  } satisfies Record<ExportFormat, string>,
  /** What each is good for. */
  formatHints: {
    markdown: 'A brief for any editor',
    html: 'A brief to read and print',
    docx: 'A brief to edit and file',
    xlsx: 'The evidence, one row a passage',
    csv: 'The same, for any program',
    'json-ld': 'Annotations that can be imported again',
    qdpx: 'For NVivo, ATLAS.ti, MAXQDA and others',
    qdc: 'The tags alone',
  } satisfies Record<ExportFormat, string>,
  others: 'Other formats',
  export: 'Export…',
  close: 'Close',
  cancel: 'Cancel',
  progress: (title: string) => `Exporting ${title}`,
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  saved: (path: string) => `Saved to ${path}`,
  savedNotice: (path: string) => `Exported to ${path}`,
  cancelled: 'Export cancelled: nothing was written.',
  written: (n: number) => `${windowTexts.library.passages(n)} written.`,
  unverified: (n: number) =>
    n === 1
      ? '1 quote is unverified: it could not be checked against its article, or does not stand there as quoted, and is marked so.'
      : `${n.toLocaleString('en')} quotes are unverified: they could not be checked against their articles, or do not stand there as quoted, and are marked so.`,
  failedTitle: 'Nothing was exported.',
  failed,
  /** Said to those who have left meanwhile. */
  failedNotice: (title: string, problem: ExportProblem) =>
    `“${title}” was not exported, nothing was written: ${failed(problem)}`,
  nothing: 'Nothing to export yet: highlight passages in the articles first.',
} as const;
