import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type Job } from './jobs.ts';

/** The worker's whole life: one job. An exception becomes the worker's `error`, and the caller's. */
parentPort?.postMessage(await doJob(workerData as Job));
