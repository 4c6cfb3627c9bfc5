import type { Head } from '../../domain/change/head.ts';
import { failed, type Result } from '../../domain/result.ts';
import type { JournalProblem, TableRow } from '../../shared/journal.ts';
import { errorText, log, systemCode } from '../log.ts';
import { type Findings, findDamage } from './find-damage.ts';
import { type Replayed, replay } from './replay.ts';
import { takeSnapshot, writeSnapshot } from './snapshots.ts';

/**
 * The journal's long work, done off the main thread. It reads segments and writes snapshots; segments are written
 * by the main thread alone. What goes in and comes out can be cloned.
 */
interface JobInput {
  readonly folder: string;
  /** The app's version. */
  readonly app: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Where the journal stands, or is to stand. */
  readonly head: Head;
}

export type Job =
  /** Writes a snapshot of what the journal has. */
  | ({ readonly kind: 'snapshot' } & JobInput)
  /** Writes a snapshot of these rows. */
  | ({ readonly kind: 'base'; readonly rows: readonly TableRow[] } & JobInput)
  | { readonly kind: 'rows'; readonly folder: string; readonly head: Head }
  | { readonly kind: 'check'; readonly folder: string };

/** What each kind of job comes back with. */
export interface JobOutcomes {
  /** The names of files in which damage was seen on the way. */
  readonly snapshot: readonly string[];
  readonly base: null;
  readonly rows: Replayed;
  readonly check: Findings;
}

export type JobResult<Kind extends Job['kind'] = Job['kind']> = Result<
  JobOutcomes[Kind],
  JournalProblem
>;

/** Does a job, here or elsewhere. Rejects on bugs alone. */
export type RunJob = <One extends Job>(job: One) => Promise<JobResult<One['kind']>>;

/** Does a job here and now. */
export async function doJob(job: Job): Promise<JobResult> {
  return orProblem<JobOutcomes[Job['kind']]>(async () => {
    switch (job.kind) {
      case 'snapshot':
        return takeSnapshot(placeOf(job), job.head);
      case 'base':
        return writeSnapshot(placeOf(job), job.head, job.rows);
      case 'rows':
        return replay(job.folder, job.head);
      case 'check':
        return findDamage(job.folder);
    }
  });
}

const placeOf = ({ folder, app, time }: JobInput) => ({ folder, app, now: () => time });

/** Makes the operating system's refusal a value; what is no refusal of its is a bug, and thrown on. */
export async function orProblem<Value>(
  work: () => Promise<Result<Value, JournalProblem>>,
): Promise<Result<Value, JournalProblem>> {
  try {
    return await work();
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    log(`journal: ${errorText(error)}`);
    return failed({ kind: 'disk', system });
  }
}

/** Resolves when something is over, either way: whoever has the promise itself is told how it ended. */
export function settled(promise: Promise<unknown>): Promise<void> {
  const done = () => undefined;
  return promise.then(done, done);
}
