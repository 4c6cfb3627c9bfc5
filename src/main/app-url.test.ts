import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetPath, isOwnPage, isOwnRequest } from './app-url.ts';

describe('assetPath', () => {
  test.each([
    ['app://ben-le/index.html', 'index.html'],
    ['app://ben-le/assets/index-D3f_a9.js', 'assets/index-D3f_a9.js'],
    ['app://ben-le/index.html?x=1#y', 'index.html'],
    ['app://ben-le/a/../index.html', 'index.html'],
  ])('%s is %s', (url, path) => {
    expect(assetPath(url)).toBe(path);
  });

  test.each([
    'app://ben-le/',
    'app://ben-le',
    'app://ben-le//etc/passwd',
    'app://ben-le/../../package.json%00',
    'app://ben-le/%2e%2e%2fpackage.json',
    'app://ben-le/..%2f..%2fpackage.json',
    'app://ben-le/..%5c..%5cpackage.json',
    'app://ben-le/..\\..\\package.json',
    'app://ben-le/%252e%252e/package.json',
    'app://ben-le/C:/Windows/win.ini',
    'app://ben-le/.env',
    'app://ben-le/assets/.hidden',
    'app://ben-le/assets/',
    'app://elsewhere/index.html',
    'app://ben-le:80/index.html',
    'app://me:secret@ben-le/index.html',
    'file:///etc/passwd',
    'https://ben-le/index.html',
  ])('%s is refused', (url) => {
    expect(assetPath(url)).toBeUndefined();
  });

  test('whatever is asked for, what is served lies below the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'C:', '%00', 'a.js', '...'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = `app://ben-le/${pieces.join('/')}`;
        fc.pre(URL.canParse(url));
        const path = assetPath(url);
        if (path === undefined) return;
        expect(posix.join('/root', path).startsWith('/root/')).toBe(true);
        expect(win32.join('C:\\root', path).startsWith('C:\\root\\')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('only the page itself is the own page', () => {
  expect(isOwnPage('app://ben-le/index.html#a')).toBe(true);
  for (const other of [
    'app://ben-le/other.html',
    'app://ben-le.evil/index.html',
    'https://ben-le/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,x',
    '',
  ]) {
    expect(isOwnPage(other), other).toBe(false);
  }
});

test('only the app and what never leaves the page may be requested', () => {
  for (const own of ['app://ben-le/a.js', 'data:image/png;base64,', 'blob:app://ben-le/1']) {
    expect(isOwnRequest(own), own).toBe(true);
  }
  for (const other of [
    'http://localhost:5173/',
    'https://example.org/',
    'ws://localhost/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'app://other/a.js',
    'chrome://version',
    'nonsense',
  ]) {
    expect(isOwnRequest(other), other).toBe(false);
  }
});

test('while developing, the server of the page may be asked, and no other', () => {
  const page = 'http://localhost:5173/';
  expect(isOwnRequest('http://localhost:5173/main.tsx', page)).toBe(true);
  expect(isOwnRequest('ws://localhost:5173/', page)).toBe(true);
  expect(isOwnRequest('http://localhost:9999/', page)).toBe(false);
  expect(isOwnPage('http://localhost:5173/', page)).toBe(true);
});
