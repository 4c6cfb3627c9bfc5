import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAppState } from './app-state.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-state-'));
  file = join(folder, 'app-state.json');
});

afterEach(() => rm(folder, { recursive: true }));

const window = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, isMaximized: true };

test('what is remembered is there at the next launch', async () => {
  const state = openAppState(file);
  expect(state.current()).toEqual({ theme: 'system' });
  state.update({ theme: 'dark' });
  state.update({ window });
  await state.settle();
  expect(openAppState(file).current()).toEqual({ theme: 'dark', window });
  expect(await readdir(folder)).toEqual(['app-state.json']);
});

test('nothing is written when nothing changed', async () => {
  const state = openAppState(file);
  state.update({ theme: 'system' });
  await state.settle();
  expect(await readdir(folder)).toEqual([]);
});

test('changes while writing are written too', async () => {
  const state = openAppState(file);
  state.update({ theme: 'dark' });
  const first = state.settle();
  state.update({ theme: 'light' });
  await Promise.all([first, state.settle()]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ theme: 'light' });
});

test.each([
  ['no JSON', '{"theme":', { theme: 'system' }],
  ['something else', '[]', { theme: 'system' }],
  ['an unknown theme', JSON.stringify({ theme: 'pink', window }), { theme: 'system', window }],
  ['a broken window', '{"theme":"dark","window":{"bounds":1}}', { theme: 'dark' }],
])('%s costs no more than it has to', async (_, text, expected) => {
  await writeFile(file, text);
  expect(openAppState(file).current()).toEqual(expected);
});

test('a folder that cannot be written does not keep the window open', async () => {
  const state = openAppState(join(folder, 'none', 'app-state.json'));
  state.update({ theme: 'dark' });
  await expect(state.settle()).resolves.toBeUndefined();
  expect(state.current().theme).toBe('dark');
});
