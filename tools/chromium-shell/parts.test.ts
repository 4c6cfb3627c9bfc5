import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { OriginMap } from './chromium/origin-map.ts';
import { chromiumArguments, refusesEveryHost } from './chromium/switches.ts';
import { findChromium } from './find-chromium.mjs';
import { readCommandLine } from './host/argv.ts';

const origins = new OriginMap();
origins.add('app');

test.each([
  ['app://ben-le/index.html', 'https://ben-le.app.invalid/index.html'],
  ['app://ben-le/', 'https://ben-le.app.invalid/'],
  ['app://ben-le/a%20b?q=1#đ', 'https://ben-le.app.invalid/a%20b?q=1#%C4%91'],
])('maps %s to a secure origin and back', (app, chromium) => {
  expect(origins.toChromium(app)).toBe(chromium);
  expect(origins.toApp(chromium)).toBe(new URL(app).href);
});

test.each(['https://x.other.invalid/', 'https://x.test/', 'file:///etc/hosts', 'data:,x'])(
  'leaves %s alone',
  (url) => {
    expect(origins.toChromium(url)).toBe(url);
    expect(origins.toApp(url)).toBe(url);
  },
);

test('a policy that names the scheme names the origin instead', () => {
  expect(origins.policyToChromium("default-src 'self' app:; img-src app://ben-le data:")).toBe(
    "default-src 'self' https://*.app.invalid; img-src https://ben-le.app.invalid data:",
  );
});

test('switches of the app reach Chromium, but for those that would lead past the gate', () => {
  const asked = new Map([
    ['lang', 'vi'],
    ['no-proxy-server', ''],
    ['remote-debugging-port', '0'],
    ['load-extension', '/x'],
    ['disable-features', 'A,B'],
  ]);
  const settings = { userDataDir: '/data', gatePort: 1234, debuggingPort: undefined };
  const args = chromiumArguments(asked, settings);
  expect(args).toContain('--lang=vi');
  expect(args).toContain('--user-data-dir=/data');
  expect(args).toContain('--proxy-server=http://127.0.0.1:1234');
  expect(args.join(' ')).not.toMatch(/no-proxy-server|debugging-port|load-extension/);
  expect(args.find((arg) => arg.startsWith('--disable-features='))).toMatch(/=A,B,/);
});

test('no port for debugging is opened unless one is asked for', () => {
  const settings = { userDataDir: '/data', gatePort: 1, debuggingPort: '0' };
  expect(chromiumArguments(new Map(), settings)).toContain('--remote-debugging-port=0');
});

test('the rule that refuses every host is known, others are not passed over', () => {
  expect(refusesEveryHost(new Map())).toBe(false);
  expect(refusesEveryHost(new Map([['host-resolver-rules', 'MAP * ~NOTFOUND']]))).toBe(true);
  const other = new Map([['host-resolver-rules', 'MAP a b']]);
  expect(() => refusesEveryHost(other)).toThrow('is not implemented');
});

test("reads Electron's command line", () => {
  const args = ['-r', 'loader.js', '--no-sandbox', '--inspect=0', 'app', '--x=y', 'benle://a'];
  expect(readCommandLine(args)).toEqual({
    preloads: ['loader.js'],
    app: 'app',
    version: false,
    switches: new Map([
      ['no-sandbox', ''],
      ['inspect', '0'],
      ['x', 'y'],
    ]),
    inspect: { port: 0, host: undefined, wait: false },
  });
});

test('a Chromium is found, and a wrong setting is not passed over', () => {
  expect(findChromium()).toMatch(/^\//);
  const wrong = fileURLToPath(import.meta.url);
  vi.stubEnv('BENLE_CHROMIUM', wrong);
  expect(() => findChromium()).toThrow(`BENLE_CHROMIUM is not an executable file: ${wrong}`);
  vi.unstubAllEnvs();
});
