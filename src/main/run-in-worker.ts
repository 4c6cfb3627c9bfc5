import { Worker } from 'node:worker_threads';

/**
 * Has one piece of work done in a thread of its own, started for it: what it needs of memory goes with it.
 * @param entry the built script, which posts one message: what came of it.
 * @param data can be cloned.
 * @throws what the worker throws
 */
export function runInWorker<Outcome>(entry: string, data: unknown): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: data });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message, there is no promise left to reject.
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}

/** What a worker that reports posts: what it has to say on the way, and last what came of it. */
export type Posted<Report, Outcome> = { readonly report: Report } | { readonly outcome: Outcome };

export interface Watch<Report> {
  /** Ends the worker, wherever it is. */
  readonly signal: AbortSignal;
  readonly onReport: (report: Report) => void;
}

/**
 * The same, of a worker that reports, and can be called off at any moment.
 * @param entry the built script, which posts `Posted`.
 * @throws what the worker throws; the signal's reason when it was called off, not before the worker is gone.
 */
export function watchInWorker<Report, Outcome>(
  entry: string,
  data: unknown,
  { signal, onReport }: Watch<Report>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(entry, { workerData: data });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (posted: Posted<Report, Outcome>) => {
      if ('outcome' in posted) resolve(posted.outcome);
      else if (!signal.aborted) onReport(posted.report);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(signal.aborted ? signal.reason : new Error(`the worker ended with ${code}`));
    });
  });
}
