import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../domain/result.ts';
import type { Posted } from '../run-in-worker.ts';
import { doExport, type ExportJob, type Written } from './export-job.ts';
import type { Progress } from './tally.ts';

const post = (posted: Posted<Progress, Result<Written, string>>) => parentPort?.postMessage(posted);

/** The worker's whole life: one export. An exception becomes the worker's `error`, and the caller's. */
post({ outcome: await doExport(workerData as ExportJob, (report) => post({ report })) });
