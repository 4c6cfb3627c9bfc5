import { failed, ok, type Result } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { ImportChoice, ImportProblem } from '../../shared/import.ts';
import { errorText, log } from '../log.ts';
import type { Watch } from '../run-in-worker.ts';
import type { Imported, ImportJob } from './import-job.ts';

/** Has a file read off the main thread. Rejects on bugs, and when it was called off. */
export type RunImport = (
  job: ImportJob,
  watch: Watch<never>,
) => Promise<Result<Imported, ImportProblem>>;

export interface ImportsOptions {
  /** The folder of the library's articles. */
  readonly articles: string;
  readonly runJob: RunImport;
}

/** Reads files for the window. Nothing is taken over here. */
export class Imports {
  readonly #options: ImportsOptions;
  #page = new AbortController();

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /** @param path what the analyst chose; `undefined` when nothing. */
  async read(
    path: string | undefined,
    codebook: readonly Tag[],
  ): Promise<Result<ImportChoice, ImportProblem>> {
    if (path === undefined) return ok({ kind: 'cancelled' });
    const { signal } = this.#page;
    const { articles, runJob } = this.#options;
    try {
      const read = await runJob(
        { path, articles, codebook },
        { signal, onReport: () => undefined },
      );
      if (!read.ok) log(`nothing was taken from ${path}: ${JSON.stringify(read.reason)}`);
      return read;
    } catch (error) {
      if (signal.aborted) return ok({ kind: 'cancelled' });
      if (!isOutOfMemory(error)) throw error;
      log(`could not hold what is in ${path}: ${errorText(error)}`);
      return failed({ kind: 'too-large', path, detail: '' });
    }
  }

  /** The page is gone: nobody waits for what is being read. */
  cancelAll(): void {
    this.#page.abort();
    this.#page = new AbortController();
  }
}

/** A small file may hold much: a worker that outgrows its memory is ended, and the app goes on. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
