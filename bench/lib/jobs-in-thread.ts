import { doJob, type Job, type JobResult, type RunJob } from '../../src/main/journal/jobs.ts';

/** Does the journal's jobs in this thread: nobody waits for it here. */
export const jobsInThread: RunJob = <One extends Job>(job: One) =>
  doJob(job) as Promise<JobResult<One['kind']>>;
