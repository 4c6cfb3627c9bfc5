import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exists, withExtension } from './save-path.ts';

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
  expect(withExtension(typed, '.md')).toBe(path);
});

test('what stands at a path is seen, file or folder', async () => {
  const { dirname, filename } = import.meta;
  expect(await exists(dirname)).toBe(true);
  expect(await exists(filename)).toBe(true);
  expect(await exists(join(dirname, 'nothing of the kind'))).toBe(false);
});
