import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerRequest } from './answer-request.ts';

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ben-le-serve-'));
  folder = join(base, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    '<meta nonce="{{csp-nonce}}"><script nonce="{{csp-nonce}}" src="./a.js"></script>',
  );
  await writeFile(join(folder, 'assets', 'a.js'), 'run()');
  await writeFile(join(folder, 'assets', 'f.woff2'), Buffer.from([0, 255, 128]));
  await writeFile(join(folder, 'assets', 'x.exe'), 'MZ');
  await writeFile(join(base, 'secret.json'), '{}');
});

afterEach(() => rm(base, { recursive: true }));

const get = (path: string, method = 'GET') =>
  answerRequest({ method, url: `app://ben-le/${path}` }, folder);

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['assets/f.woff2', 'font/woff2'],
])('%s is served as %s', async (path, type) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe(type);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('bytes pass unchanged', async () => {
  const bytes = new Uint8Array(await (await get('assets/f.woff2')).arrayBuffer());
  expect([...bytes]).toEqual([0, 255, 128]);
});

test.each([
  '',
  'assets',
  'assets/x.exe',
  'missing.js',
  '../secret.json',
  '%2e%2e/secret.json',
  '..%2fsecret.json',
  '..%5csecret.json',
])('%j is not found', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('');
});

test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('%s is not allowed', async (method) => {
  expect((await get('index.html', method)).status).toBe(405);
});

describe('the policy', () => {
  const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';

  test('comes with every answer and allows nothing unsafe or remote', async () => {
    for (const path of ['index.html', 'assets/a.js', 'missing.js']) {
      const policy = policyOf(await get(path));
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toMatch(/unsafe|http|ws:|\*|strict-dynamic/);
    }
  });

  test('has a fresh nonce for each page, the one that stands in the page', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const answer = await get('index.html');
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      const html = await answer.text();
      expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(html).not.toContain('csp-nonce');
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });
});
