import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exists, withExtension, writeBrief } from './brief-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-brief-'));
});

afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['/a/brief', '/a/brief.md'],
  ['/a/brief.md', '/a/brief.md'],
  ['/a/brief.MD', '/a/brief.MD'],
  ['/a/brief.txt', '/a/brief.txt'],
  ['/a/Tin 18.12.2023', '/a/Tin 18.12.2023.md'],
  ['/a.b/brief', '/a.b/brief.md'],
  ['C:\\a.b\\brief', 'C:\\a.b\\brief.md'],
  ['/a/.hidden', '/a/.hidden.md'],
  ['/a/ends in a dot.', '/a/ends in a dot..md'],
])('%s becomes %s', (typed, path) => {
  expect(withExtension(typed)).toBe(path);
});

test('a brief is written as it is', async () => {
  const path = join(folder, 'a.md');
  expect(await exists(path)).toBe(false);
  expect(await writeBrief(path, '# Đầu tư\n')).toEqual({ ok: true, value: path });
  expect(await readFile(path, 'utf8')).toBe('# Đầu tư\n');
  expect(await exists(path)).toBe(true);
});

test('a failure names the path and the system’s reason', async () => {
  await writeFile(join(folder, 'file'), '');
  const path = join(folder, 'file', 'a.md');
  expect(await writeBrief(path, 'x')).toEqual({ ok: false, reason: { path, system: 'ENOTDIR' } });
});
