import { parentPort, workerData } from 'node:worker_threads';
import { type BackupJob, doBackupJob } from './backup-job.ts';

/** The worker's whole life: one backup. An exception becomes the worker's `error`, and the caller's. */
parentPort?.postMessage(await doBackupJob(workerData as BackupJob));
