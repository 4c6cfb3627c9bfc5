import type { EditedBrief } from '../domain/brief/edited-brief.ts';
import type { Omission } from '../domain/exchange/omissions.ts';
import type { TableRow } from './journal.ts';

/** What can be read back: the app's own JSON-LD, REFI-QDA projects and codebooks of any tool, Markdown briefs. */
export type ImportFormat = 'json-ld' | 'qdpx' | 'qdc' | 'markdown';

/** Annotations and tags, in the app's own terms. Nothing is taken over yet. */
export interface ImportedWork {
  readonly kind: 'work';
  readonly path: string;
  readonly format: Exclude<ImportFormat, 'markdown'>;
  /** The program that wrote the file, as far as it says so. */
  readonly origin: string;
  readonly rows: readonly TableRow[];
  /** What of the file is not taken over. */
  readonly leftOut: readonly Omission[];
}

/** A Markdown brief, edited or not. */
export interface ImportedBrief {
  readonly kind: 'brief';
  readonly path: string;
  readonly brief: EditedBrief;
}

export type ImportChoice = ImportedWork | ImportedBrief | { readonly kind: 'cancelled' };

/**
 * Why nothing is taken from a file:
 *
 * - `unknown`: it is none of the formats; `not-ours`: it is JSON-LD or Markdown, but no export of this app;
 * - `damaged`: it is one of the formats, but broken, for the reason in `detail`;
 * - `too-large`: larger than any such file;
 * - `file`: the operating system would not read it, for the reason in `detail`.
 */
export interface ImportProblem {
  readonly kind: 'unknown' | 'not-ours' | 'damaged' | 'too-large' | 'file';
  readonly path: string;
  readonly detail: string;
}
