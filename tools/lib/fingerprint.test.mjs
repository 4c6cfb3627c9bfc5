import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let root;
const write = (name, text) => writeFileSync(join(root, name), text);
const now = () => fingerprint(root, ['src', 'package.json', 'absent.json']);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  write('src/deep/a.ts', 'a');
  write('package.json', '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['an edit', () => write('src/deep/a.ts', 'b')],
  ['a new file', () => write('src/b.ts', '')],
  ['another name', () => renameSync(join(root, 'src/deep/a.ts'), join(root, 'src/deep/b.ts'))],
  ['a file gone', () => rmSync(join(root, 'package.json'))],
  ['a file that was absent', () => write('absent.json', '')],
])('%s makes a build stale', (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

test.each([
  ['another time', () => utimesSync(join(root, 'src/deep/a.ts'), 1, 1)],
  ['a test', () => write('src/deep/a.test.ts', 'test')],
  ['a hidden file', () => write('src/.DS_Store', 'x')],
  ['a file elsewhere', () => write('README.md', 'x')],
])('%s does not', (_, change) => {
  const before = now();
  change();
  expect(now()).toBe(before);
});

test('text that moves from one file to the next is a change', () => {
  write('src/x.ts', 'one');
  write('src/y.ts', 'two');
  const before = now();
  write('src/x.ts', 'onet');
  write('src/y.ts', 'wo');
  expect(now()).not.toBe(before);
});
