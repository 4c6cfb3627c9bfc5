import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, withFixture } from './testing/fixture.ts';

let server: Server;
let host = '';
const reached: string[] = [];

/** The least that RFC 6455 asks of a server. */
function handshake(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept.digest('base64')}`,
  ].join('\r\n');
}

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('upgrade', (request: IncomingMessage, socket) => {
    reached.push(`socket ${request.url}`);
    socket.write(`${handshake(request.headers['sec-websocket-key'] ?? '')}\r\n\r\n`);
    socket.end(Buffer.from('\x81\x07reached', 'latin1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const FETCH = (url: string) => `fetch('${url}').then((r) => r.text(), () => 'refused')`;
const SOCKET = (url: string) => `new Promise((resolve) => {
  const socket = new WebSocket('${url}');
  socket.onmessage = () => resolve('reached');
  socket.onerror = () => resolve('refused');
})`;
const IMAGE = (url: string) => `new Promise((resolve) => {
  const image = new Image();
  image.onload = image.onerror = (event) => resolve(event.type);
  image.src = '${url}';
})`;
const WORKER = (url: string) => `new Promise((resolve) => {
  const worker = new Worker('/worker.js');
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage('${url}');
})`;
const FRAME = (url: string) => `new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.onload = () => resolve('loaded');
  frame.src = '${url}';
  document.body.append(frame);
})`;

async function asked({ seen }: Running): Promise<string[]> {
  const { urls } = await seen();
  return urls.filter(([, url]) => url.includes(host)).map(([type, url]) => `${type} ${url}`);
}

test('serves the app scheme, whose Content-Security-Policy holds', () =>
  withFixture(async ({ page, seen }) => {
    expect(await page.evaluate('[isSecureContext, window.inlineRan]')).toEqual([true, undefined]);
    expect(await page.evaluate(`fetch('/data.json').then((r) => r.json())`)).toEqual({ ok: true });
    expect(await page.evaluate(`fetch('/missing').then((r) => r.status)`)).toBe(404);
    expect(
      await page.evaluate(
        `fetch('/echo', { method: 'POST', body: 'Đầu tư' }).then((r) => r.json())`,
      ),
    ).toEqual({ method: 'POST', url: 'fixture://app/echo', body: 'Đầu tư' });
    expect((await seen()).urls.slice(0, 2)).toEqual([
      ['mainFrame', 'fixture://app/index.html'],
      ['script', 'fixture://app/page.js'],
    ]);
  }));

test('onBeforeRequest is asked about whatever a page asks for, and can refuse it', () =>
  withFixture(async (running) => {
    const { page } = running;
    expect(await page.evaluate(FETCH(`http://${host}/fetch`))).toBe('refused');
    expect(await page.evaluate(IMAGE(`http://${host}/image`))).toBe('error');
    expect(await page.evaluate(WORKER(`http://${host}/worker`))).toBe('refused');
    expect(await page.evaluate(SOCKET(`ws://${host}/socket`))).toBe('refused');
    await page.evaluate(FRAME(`http://${host}/frame`));
    await page.evaluate(`navigator.sendBeacon('http://${host}/beacon', 'x')`);
    expect(await page.evaluate(WORKER('/data.json'))).toBe('reached');
    await expect
      .poll(() => asked(running))
      .toEqual([
        `xhr http://${host}/fetch`,
        `image http://${host}/image`,
        `xhr http://${host}/worker`,
        `webSocket ws://${host}/socket`,
        `subFrame http://${host}/frame`,
        `ping http://${host}/beacon`,
      ]);
    expect(reached).toEqual([]);
  }));

test('what onBeforeRequest allows goes out, WebSockets too, as a dev server needs', () =>
  withFixture(
    async ({ page }) => {
      expect(await page.evaluate(FETCH(`http://${host}/fetch`))).toBe('reached');
      expect(await page.evaluate(SOCKET(`ws://${host}/socket`))).toBe('reached');
      expect(reached).toEqual(['/fetch', 'socket /socket']);
    },
    { env: { FIXTURE_ALLOWS: host } },
  ));

test('no service worker comes between the page and its scheme', () =>
  withFixture(async ({ page }) => {
    expect(
      await page.evaluate(
        `navigator.serviceWorker.register('/worker.js').then(() => 'registered', () => 'refused')`,
      ),
    ).toBe('refused');
  }));

test('permissions are denied, but for what the app grants', () =>
  withFixture(
    async ({ page }) => {
      const states = await page.evaluate(`Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write',
          'midi', 'persistent-storage'].map(async (name) =>
            (await navigator.permissions.query({ name })).state))`);
      expect(states).toEqual([
        'denied',
        'granted',
        'denied',
        'denied',
        'denied',
        'denied',
        'denied',
        'denied',
      ]);
      expect(await page.evaluate('Notification.requestPermission()')).toBe('granted');
      expect(
        await page.evaluate(`new Promise((resolve) => navigator.geolocation.getCurrentPosition(
          () => resolve('found'), ({ code }) => resolve(code)))`),
      ).toBe(1);
    },
    { env: { FIXTURE_GRANTS: 'notifications' } },
  ));
