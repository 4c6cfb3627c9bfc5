import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowDigest } from '../../domain/change/digest.ts';
import type { JournaledChange } from '../../shared/journal.ts';
import { runHere } from '../journal/journal.testing.ts';
import { Journal } from '../journal/journal.ts';
import { readBackup } from './backup-file.ts';
import { doBackupJob } from './backup-job.ts';

let folder: string;
let journal: Journal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-past-'));
  journal = new Journal({ folder: join(folder, 'journal'), app: '1', runJob: runHere });
  await journal.open();
});

afterEach(() => rm(folder, { recursive: true }));

const row = (note: string | null) => (note === null ? null : { id: 'a', note });
const version = (note: string) =>
  rowDigest('annotations', 'a', row(note)).toString(16).padStart(12, '0');

const change = (
  seq: number,
  kind: JournaledChange['kind'],
  before: string | null,
  after: string | null,
): JournaledChange => ({
  ...{ seq, kind, batch: `batch-${seq}`, time: '2026-01-01T00:00:00.000Z' },
  ...{ table: 'annotations', key: 'a', before: row(before), after: row(after) },
});

/** Backs up what the journal holds, and reads the backup. */
async function backedUp() {
  const read = await journal.readRows();
  if (!read.ok) throw new Error(read.reason.system);
  const path = join(folder, 'a.benle');
  const about = { app: '1', time: '2026-01-02T00:00:00.000Z' };
  const job = { folder: join(folder, 'journal'), path, ...about, ...read.value };
  expect(await doBackupJob(job)).toMatchObject({ ok: true });
  const backup = await readBackup(path);
  return backup.ok ? backup.value.rows : backup.reason;
}

test('a backup knows the versions that a row went through, but none that was taken back', async () => {
  await journal.append([
    change(1, 'edit', null, 'one'),
    change(2, 'edit', 'one', 'two'),
    change(3, 'undo', 'two', 'one'),
    change(4, 'edit', 'one', 'three'),
  ]);
  expect(await backedUp()).toEqual([
    { table: 'annotations', key: 'a', row: row('three'), past: [version('one')] },
  ]);
});

test('rows that are gone are not in it', async () => {
  await journal.append([change(1, 'edit', null, 'one'), change(2, 'edit', 'one', null)]);
  expect(await backedUp()).toEqual([]);
});

test('where the journal begins with rows, nothing is said of their past', async () => {
  const seq = 7;
  const digest = version('one');
  const placed = { table: 'annotations', key: 'a', row: { id: 'a', note: 'one' } } as const;
  expect(await journal.rebase({ seq, digest }, [placed])).toMatchObject({ ok: true });
  expect(await backedUp()).toEqual([placed]);
});

test('that cannot be written is told', async () => {
  const job = { folder, path: join(folder, 'none', 'a.benle'), app: '1', rows: [] };
  const time = '2026-01-02T00:00:00.000Z';
  const head = { seq: 0, digest: '000000000000' };
  expect(await doBackupJob({ ...job, time, head })).toMatchObject({
    ok: false,
    reason: { kind: 'file', system: 'ENOENT' },
  });
});
