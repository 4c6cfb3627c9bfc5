import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAppState } from './app-state.ts';
import { newFileFor } from './atomic-write.ts';
import { unfinishedFiles } from './unfinished-files.ts';

let folder: string;
let documents: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-unfinished-'));
  documents = join(folder, 'documents');
  await mkdir(documents);
});

afterEach(() => rm(folder, { recursive: true }));

/** What a run of the app knows; one that is killed does nothing more. */
function run() {
  const state = openAppState(join(folder, 'app-state.json'));
  return { state, files: unfinishedFiles(state) };
}

async function halfWritten(name: string): Promise<string> {
  const { path } = await newFileFor(join(documents, name));
  await writeFile(path, 'half of it');
  return path;
}

test('what a killed run was writing is removed by the next, and nothing else', async () => {
  const [noted, other] = [await halfWritten('a.md'), await halfWritten('b.md')];
  await run().files.note(noted);
  await run().files.sweep();
  // Another copy of the app, on a data folder of its own, may be writing the other.
  expect(await readdir(documents)).toEqual([other.slice(documents.length + 1)]);
});

test('what is done with is forgotten, also by the next run', async () => {
  const killed = run();
  const [first, second] = [await halfWritten('a.md'), await halfWritten('b.md')];
  await killed.files.note(first);
  await killed.files.note(second);
  killed.files.forget(first);
  await killed.state.settle();
  expect(killed.state.current().unfinished).toEqual([second]);
  const next = run();
  await next.files.sweep();
  await next.state.settle();
  expect(run().state.current().unfinished).toEqual([]);
  expect(await readdir(documents)).toHaveLength(1);
});

test('a file that is gone, with its folder or without, is no trouble', async () => {
  const { files, state } = run();
  await files.note(join(documents, '.ben-le-1.tmp'));
  await files.note(join(folder, 'none', '.ben-le-2.tmp'));
  await files.sweep();
  expect(state.current().unfinished).toEqual([]);
});

test('whatever the note says, nothing of the analyst’s own is removed', async () => {
  const own = join(documents, 'Bản tin.md');
  await writeFile(own, 'đầu tư');
  const { files } = run();
  await files.note(own);
  await files.note(`${documents}/.ben-le-x.tmp/../Bản tin.md`);
  await files.sweep();
  expect(await readdir(documents)).toEqual(['Bản tin.md']);
});
