import { Worker } from 'node:worker_threads';
import type { Job, JobResult, RunJob } from './jobs.ts';

/**
 * Does jobs in a thread of their own, started for each: they are minutes apart, and what one needed of memory goes
 * with it.
 * @param entry the built `journal-worker.js`
 */
export function jobsInWorker(entry: string): RunJob {
  return <One extends Job>(job: One) =>
    new Promise<JobResult<One['kind']>>((resolve, reject) => {
      const worker = new Worker(entry, { workerData: job });
      worker.once('message', resolve);
      worker.once('error', reject);
      // After a message, there is no promise left to reject.
      worker.once('exit', (code) => reject(new Error(`the journal's worker ended with ${code}`)));
    });
}
