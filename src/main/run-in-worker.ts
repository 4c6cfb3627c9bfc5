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
