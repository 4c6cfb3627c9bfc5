import type { Article } from '../../../domain/article/article.ts';
import { failed, type Result } from '../../../domain/result.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { ImportedWork, ImportProblem } from '../../../shared/import.ts';

/** What a file is read against. */
export interface ImportContext {
  readonly fileName: string;
  /** The articles whose text is at hand. */
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
}

export type ReadWork = Pick<ImportedWork, 'format' | 'origin' | 'rows' | 'leftOut'>;
export type ReadProblem = Pick<ImportProblem, 'kind' | 'detail'>;

/**
 * Reads a file of another program, or an export of this one, into rows of the app. Its format is told by what it
 * holds, not by its name. Takes nothing over; may take seconds for a large file.
 */
export function readImport(
  _bytes: Uint8Array,
  _context: ImportContext,
): Result<ReadWork, ReadProblem> {
  return failed({ kind: 'unknown', detail: '' });
}
