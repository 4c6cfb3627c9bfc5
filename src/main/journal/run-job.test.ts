import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accepted, byKey, journalIn, temporaryFolder, Writer } from './journal.testing.ts';
import { jobsInWorker } from './run-job.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = place.folder;
});

afterEach(() => place.remove());

/** Node runs the source as it is; in the app it is the built file. */
const runJob = jobsInWorker(join(import.meta.dirname, 'journal-worker.ts'));

test('a journal has its long work done in a thread of its own', async () => {
  const writer = new Writer();
  const journal = journalIn(folder, { runJob });
  await journal.append(writer.write(20));
  accepted(await journal.snapshot());
  await journal.append(writer.write(5));
  const { head, rows } = accepted(await journal.readRows());
  expect(head).toEqual(writer.head);
  expect(byKey(rows)).toEqual(writer.sortedRows());
  expect(accepted(await journal.check())).toEqual([]);
  writer.write(10);
  accepted(await journal.rebase(writer.head, writer.sortedRows()));
  expect(accepted(await journal.open()).head).toEqual(writer.head);
});

test('what the system refuses there is a value here, and a bug there rejects here', async () => {
  const head = { seq: 1, digest: '000000000000' };
  const base = { kind: 'base' as const, app: '', time: 0, head, rows: [] };
  expect(await runJob({ ...base, folder: join(folder, 'none') })).toMatchObject({
    ok: false,
    reason: { kind: 'disk', system: 'ENOENT' },
  });
  await expect(runJob({ ...base, folder: undefined as unknown as string })).rejects.toThrow(
    TypeError,
  );
});
