import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ARTICLES } from '../export/exports.testing.ts';
import { silenceLog } from '../journal/journal.testing.ts';
import { watchInWorker } from '../run-in-worker.ts';
import { Imports, type RunImport } from './imports.ts';

let folder: string;

beforeEach(async () => {
  silenceLog();
  folder = await mkdtemp(join(tmpdir(), 'ben-le-imports-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Node runs the source as it is; in the app it is the built file. */
const runInThread: RunImport = (job, watch) =>
  watchInWorker(join(import.meta.dirname, 'import-worker.ts'), job, watch);

const open = (runJob = runInThread) => new Imports({ articles: ARTICLES, runJob });

/** Imports by a worker of the test's own. */
async function openWith(script: string): Promise<Imports> {
  const entry = join(folder, 'worker.mjs');
  await writeFile(entry, script);
  return open((job, watch) => watchInWorker(entry, job, watch));
}

const CANCELLED = { ok: true, value: { kind: 'cancelled' } };

test('a file is read in a thread of its own', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'Đầu tư');
  const reason = { kind: 'not-ours', path, detail: '' };
  expect(await open().read(path, [])).toEqual({ ok: false, reason });
});

test('nothing chosen is nothing read', async () => {
  expect(await open().read(undefined, [])).toEqual(CANCELLED);
});

test('when the page is gone, reading ends, and the next page reads anew', async () => {
  const imports = await openWith('setInterval(() => undefined, 1_000);');
  const first = imports.read('a.md', []);
  imports.cancelAll();
  expect(await first).toEqual(CANCELLED);
  const second = imports.read('b.md', []);
  imports.cancelAll();
  expect(await second).toEqual(CANCELLED);
});

test('a bug in reading rejects', async () => {
  const imports = await openWith("throw new TypeError('a bug')");
  await expect(imports.read('a.md', [])).rejects.toThrow('a bug');
});

test('a file that outgrows the memory is too large', async () => {
  const hoard = join(folder, 'worker.mjs');
  await writeFile(
    hoard,
    'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, Math.random));',
  );
  const { Worker } = await import('node:worker_threads');
  const imports = open(
    () =>
      new Promise((_, reject) => {
        const worker = new Worker(hoard, { resourceLimits: { maxOldGenerationSizeMb: 32 } });
        worker.once('error', reject);
      }),
  );
  expect(await imports.read('a.qdpx', [])).toEqual({
    ok: false,
    reason: { kind: 'too-large', path: 'a.qdpx', detail: '' },
  });
});
