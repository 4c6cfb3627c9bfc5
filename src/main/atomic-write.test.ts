import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-write.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-write-'));
});

afterEach(() => rm(folder, { recursive: true }));

const isWindows = process.platform === 'win32';

test('writes UTF-8 without a byte order mark, and nothing else', async () => {
  const path = join(folder, 'Bản tin.md');
  await writeAtomically(path, 'Đầu tư\n');
  expect(await readFile(path)).toEqual(Buffer.from('Đầu tư\n', 'utf8'));
  expect(await readdir(folder)).toEqual(['Bản tin.md']);
});

test('pieces are written as they come, text in UTF-8', async () => {
  const path = join(folder, 'a.md');
  async function* pieces() {
    yield 'Đầu ';
    yield new TextEncoder().encode('tư ');
    yield '🌏';
  }
  await writeAtomically(path, pieces());
  expect(await readFile(path, 'utf8')).toBe('Đầu tư 🌏');
  await writeAtomically(path, ['a', new TextEncoder().encode('ă')]);
  expect(await readFile(path, 'utf8')).toBe('aă');
});

test('when the pieces break off, the file is as it was', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'old');
  function* pieces() {
    yield 'half';
    throw new Error('no more');
  }
  await expect(writeAtomically(path, pieces())).rejects.toThrow('no more');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.md']);
});

test('replaces what was there', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'a longer text that was here before');
  await writeAtomically(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
});

test.skipIf(isWindows)('keeps the permissions of the file it replaces', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'old');
  await chmod(path, 0o666);
  await writeAtomically(path, 'new');
  expect((await stat(path)).mode & 0o777).toBe(0o666);
});

test.skipIf(isWindows)('writes to where a link points, and leaves the link', async () => {
  await mkdir(join(folder, 'elsewhere'));
  const target = join(folder, 'elsewhere', 'a.md');
  await writeFile(target, 'old');
  await symlink(target, join(folder, 'link.md'));
  await writeAtomically(join(folder, 'link.md'), 'new');
  expect(await readFile(target, 'utf8')).toBe('new');
  expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'link.md']);
});

test('takes a name as long as names can be', async () => {
  const name = `${'a'.repeat(252)}.md`;
  await writeAtomically(join(folder, name), 'x');
  expect(await readdir(folder)).toEqual([name]);
});

test.each([
  ['a folder that does not exist', 'none/a.md', 'ENOENT'],
  ['a path below a file', 'file/a.md', 'ENOTDIR'],
  ['a name that is too long', `${'a'.repeat(300)}.md`, 'ENAMETOOLONG'],
  ['a folder in its place', 'full', /EISDIR|ENOTEMPTY|EEXIST|EPERM/],
])('%s is told by the system’s code, and nothing is left behind', async (_, path, code) => {
  await writeFile(join(folder, 'file'), 'kept');
  await mkdir(join(folder, 'full', 'inside'), { recursive: true });
  const before = await readdir(folder, { recursive: true });
  await expect(writeAtomically(join(folder, path), 'new')).rejects.toMatchObject({
    code: typeof code === 'string' ? code : expect.stringMatching(code),
  });
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
});

/** A limit on the size of files stands in for a disk that fills up: the first write comes out short. */
test.skipIf(isWindows)('a disk that fills up loses nothing', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'old');
  const script = `
    process.on('SIGXFSZ', () => undefined);
    const { writeAtomically } = await import(${JSON.stringify(join(import.meta.dirname, 'atomic-write.ts'))});
    await writeAtomically(${JSON.stringify(path)}, 'x'.repeat(1_000_000)).then(
      () => console.log('written'),
      (error) => console.log(error.code),
    );`;
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    'ulimit -f 16; exec "$0" --input-type=module -e "$1"',
    process.execPath,
    script,
  ]);
  expect(stdout.trim()).toBe('EFBIG');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.md']);
});
