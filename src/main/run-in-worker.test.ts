import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchInWorker } from './run-in-worker.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-worker-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs a script, and ends it at its first report if that is wanted. */
async function run(script: string, { endsIt = false } = {}) {
  const entry = join(folder, 'worker.mjs');
  const head = `import { parentPort, workerData } from 'node:worker_threads';
    const report = (each) => parentPort.postMessage({ report: each });`;
  await writeFile(entry, `${head}\n${script}`);
  const calledOff = new AbortController();
  const reports: unknown[] = [];
  const onReport = (each: unknown) => {
    reports.push(each);
    if (endsIt) calledOff.abort(new Error('called off'));
  };
  const outcome = watchInWorker(entry, 'đầu tư', { signal: calledOff.signal, onReport });
  return { outcome, reports };
}

test('what it reports comes in order, and then what came of it', async () => {
  const { outcome, reports } = await run(
    'report(1); report({ two: 2 }); parentPort.postMessage({ outcome: workerData });',
  );
  expect(await outcome).toBe('đầu tư');
  expect(reports).toEqual([1, { two: 2 }]);
});

test.each([
  ['throws', "throw new RangeError('a bug')", 'a bug'],
  ['throws later', "report(1); setTimeout(() => { throw new Error('a bug') })", 'a bug'],
  ['ends without a word', 'report(1); process.exit(3)', 'ended with 3'],
  ['has nothing to say', '', 'ended with 0'],
])('one that %s is a failure', async (_, script, message) => {
  const { outcome } = await run(script);
  await expect(outcome).rejects.toThrow(message);
});

test.each([
  ['is busy', 'report(1); for (;;);'],
  ['waits', 'report(1); setInterval(() => undefined, 1_000);'],
])('one that %s can be called off, and is heard no more', async (_, script) => {
  const { outcome, reports } = await run(script, { endsIt: true });
  await expect(outcome).rejects.toThrow('called off');
  expect(reports).toEqual([1]);
});

test('called off beforehand, none is started', async () => {
  const watch = { signal: AbortSignal.abort(new Error('called off')), onReport: () => undefined };
  await expect(watchInWorker(join(folder, 'none.mjs'), null, watch)).rejects.toThrow('called off');
});
