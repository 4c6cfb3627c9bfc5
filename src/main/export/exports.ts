import { randomUUID } from 'node:crypto';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  ExportBegun,
  ExportOutcome,
  ExportProblem,
  ExportProgress,
  ExportRequest,
} from '../../shared/export.ts';
import { discard, type NewFile, newFileFor, takePlace } from '../atomic-write.ts';
import { errorText, log, systemCode } from '../log.ts';
import type { Watch } from '../run-in-worker.ts';
import type { UnfinishedFiles } from '../unfinished-files.ts';
import type { ExportJob, Written } from './export-job.ts';
import type { Progress } from './tally.ts';

/** Has an export written off the main thread. Rejects on bugs, and when it was called off: once nobody writes any more. */
export type RunExport = (
  job: ExportJob,
  watch: Watch<Progress>,
) => Promise<Result<Written, string>>;

export interface ExportsOptions {
  /** The folder of the library's articles. */
  readonly articles: string;
  readonly runJob: RunExport;
  readonly unfinished: Pick<UnfinishedFiles, 'note' | 'forget'>;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** One export, from the answer to where until its end. */
interface Export {
  readonly path: string;
  readonly request: ExportRequest;
  readonly annotations: Annotation[];
  readonly calledOff: AbortController;
  /** Set once it is being written. */
  writing?: Promise<Result<ExportOutcome, ExportProblem>>;
}

const ENDED = failed({ kind: 'ended' } as const);
const CANCELLED = ok({ kind: 'cancelled' } as const);

/**
 * The exports of the window, each for itself. Annotations come in pieces, are held until the export is written by a
 * worker, and let go of however it ends. Until the very last step, an export can be called off without a trace.
 */
export class Exports {
  readonly #options: ExportsOptions;
  readonly #exports = new Map<string, Export>();
  /** Called off before they were written, and not asked for since. */
  readonly #neverWritten = new Set<string>();
  /** Counts the pages that came and went: one must not get the exports of another. */
  #page = 0;

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  /** @param askPath asks the analyst where to; `undefined` when nowhere. */
  async begin(
    request: ExportRequest,
    askPath: () => Promise<string | undefined>,
  ): Promise<Result<ExportBegun, ExportProblem>> {
    const page = this.#page;
    const path = await askPath();
    if (path === undefined || page !== this.#page) return CANCELLED;
    const id = randomUUID();
    const calledOff = new AbortController();
    this.#exports.set(id, { path, request, annotations: [], calledOff });
    return ok({ kind: 'begun', id, path });
  }

  add(id: string, annotations: readonly Annotation[]): Result<null, ExportProblem> {
    const found = this.#exports.get(id);
    if (!found || found.writing) return ENDED;
    for (const annotation of annotations) found.annotations.push(annotation);
    return ok(null);
  }

  /** Rejects on a bug in writing alone; the file is as it was then, too. */
  async finish(id: string): Promise<Result<ExportOutcome, ExportProblem>> {
    if (this.#neverWritten.delete(id)) return CANCELLED;
    const found = this.#exports.get(id);
    if (!found || found.writing) return ENDED;
    found.writing = this.#write(id, found);
    try {
      return await found.writing;
    } finally {
      this.#exports.delete(id);
    }
  }

  /** Resolves when nothing is left of it; or when it is written, if that could not be stopped any more. */
  async cancel(id: string): Promise<void> {
    const found = this.#exports.get(id);
    if (!found) return;
    found.calledOff.abort();
    if (found.writing) {
      // `finish` tells how it ended.
      await Promise.allSettled([found.writing]);
    } else {
      this.#exports.delete(id);
      this.#neverWritten.add(id);
    }
  }

  /** The page is gone: nobody waits for its exports. Resolves as `cancel` does. */
  async cancelAll(): Promise<void> {
    this.#page += 1;
    const ends = [...this.#exports.keys()].map((id) => this.cancel(id));
    this.#neverWritten.clear();
    await Promise.all(ends);
  }

  async #write(id: string, found: Export): Promise<Result<ExportOutcome, ExportProblem>> {
    const { path } = found;
    try {
      const file = await newFileFor(path);
      const { unfinished } = this.#options;
      await unfinished.note(file.path);
      try {
        return await this.#fill(id, found, file);
      } finally {
        // Either it has taken its place, and nothing is there any more, or it is not wanted.
        if (await isDiscarded(file)) unfinished.forget(file.path);
      }
    } catch (error) {
      if (found.calledOff.signal.aborted) return CANCELLED;
      const system = systemCode(error);
      if (system === undefined) throw error;
      log(`could not export to ${path}: ${errorText(error)}`);
      return failed({ kind: 'file', path, system });
    }
  }

  async #fill(
    id: string,
    { path, request, annotations, calledOff: { signal } }: Export,
    file: NewFile,
  ): Promise<Result<ExportOutcome, ExportProblem>> {
    const { articles, runJob, onProgress } = this.#options;
    const written = await runJob(
      { file, articles, request, annotations },
      { signal, onReport: (progress) => onProgress({ id, ...progress }) },
    );
    if (signal.aborted) return CANCELLED;
    if (!written.ok) return failed({ kind: 'file', path, system: written.reason });
    // From here on it is too late to call it off.
    await takePlace(file);
    return ok({ kind: 'saved', path, ...written.value });
  }
}

/** @returns false when the system would not: then the file stays noted, and the next run tries again. */
async function isDiscarded(file: NewFile): Promise<boolean> {
  try {
    await discard(file);
    return true;
  } catch (error) {
    log(`could not remove ${file.path}: ${errorText(error)}`);
    return false;
  }
}
