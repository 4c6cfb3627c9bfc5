import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBrief } from './brief-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-brief-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('a brief is written as it is', async () => {
  const path = join(folder, 'a.md');
  expect(await writeBrief(path, '# Đầu tư\n')).toEqual({ ok: true, value: path });
  expect(await readFile(path, 'utf8')).toBe('# Đầu tư\n');
});

test('a failure names the path and the system’s reason', async () => {
  await writeFile(join(folder, 'file'), '');
  const path = join(folder, 'file', 'a.md');
  expect(await writeBrief(path, 'x')).toEqual({ ok: false, reason: { path, system: 'ENOTDIR' } });
});
