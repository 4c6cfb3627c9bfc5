import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { FIRST_HEAD, type Head } from '../../domain/change/head.ts';
import type { Result } from '../../domain/result.ts';
import type { JournaledChange, TableRow } from '../../shared/journal.ts';
import { doJob, type Job, type JobResult, type RunJob } from './jobs.ts';
import { Journal, type JournalOptions } from './journal.ts';
import { after } from './segment.ts';

/** In memory where there is such a place: tests sync thousands of times. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder to be removed at the end; the journal's is one in it that is not there yet. */
export async function temporaryFolder() {
  const base = await mkdtemp(join(TEMPORARY, 'ben-le-journal-'));
  return { base, folder: join(base, 'journal'), remove: () => rm(base, { recursive: true }) };
}

/** Does jobs at once, and in this thread. */
export const runHere: RunJob = <One extends Job>(job: One) =>
  doJob(structuredClone(job)) as Promise<JobResult<One['kind']>>;

/** Keeps what the journal tells the terminal out of the tests' own report. */
export function silenceLog(): void {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
}

export const TIME = Date.parse('2026-11-22T04:00:00.000Z');

export function journalIn(folder: string, options: Partial<JournalOptions> = {}): Journal {
  return new Journal({ folder, app: '0.2.0', runJob: runHere, now: () => TIME, ...options });
}

/** The value of what has to succeed. */
export function accepted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** Changes as a window would make them: each `before` is what the change before left. */
export class Writer {
  readonly rows = new Map<string, TableRow>();
  readonly changes: JournaledChange[] = [];
  head: Head = FIRST_HEAD;

  /** @param row `null` deletes; a row that is not there is deleted to no effect */
  change(key: string, row: Record<string, unknown> | null): JournaledChange {
    const seq = this.head.seq + 1;
    const change: JournaledChange = {
      seq,
      batch: `batch-${seq}`,
      kind: 'edit',
      time: '2026-11-22T04:00:00.000Z',
      table: 'annotations',
      key,
      before: this.rows.get(key)?.row ?? null,
      after: row,
    };
    if (row) this.rows.set(key, { table: 'annotations', key, row });
    else this.rows.delete(key);
    this.changes.push(change);
    this.head = after(this.head, change);
    return change;
  }

  /** Some changes, of which some delete and some change what is there. */
  write(count: number): JournaledChange[] {
    return Array.from({ length: count }, () => {
      const seq = this.head.seq + 1;
      const key = `a${seq % 7}`;
      return this.change(key, seq % 5 === 0 ? null : { id: key, note: `ghi chú số ${seq}` });
    });
  }

  /** The rows in the order in which `byKey` puts them. */
  sortedRows(): TableRow[] {
    return byKey([...this.rows.values()]);
  }
}

export const byKey = (rows: readonly TableRow[]): TableRow[] =>
  [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

/** All that is in a folder: for each path its content's digest, or that it is a folder. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    const isFolder = (await stat(join(folder, path))).isDirectory();
    content[path] = isFolder
      ? 'folder'
      : createHash('sha256')
          .update(await readFile(join(folder, path)))
          .digest('hex');
  }
  return content;
}
