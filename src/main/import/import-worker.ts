import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../domain/result.ts';
import type { ImportProblem } from '../../shared/import.ts';
import type { Posted } from '../run-in-worker.ts';
import { doImport, type Imported, type ImportJob } from './import-job.ts';

/** The worker's whole life: one file. An exception becomes the worker's `error`, and the caller's. */
const outcome = await doImport(workerData as ImportJob);
parentPort?.postMessage({ outcome } satisfies Posted<never, Result<Imported, ImportProblem>>);
