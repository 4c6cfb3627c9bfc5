import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, chromiumsOn, FIXTURE, freshFolder, launch } from './testing/fixture.ts';

const WRITE = `new Promise((resolve, reject) => {
  const open = indexedDB.open('kept', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('notes');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const write = open.result.transaction('notes', 'readwrite');
    write.objectStore('notes').put({ text: 'ODA', at: new Date(0) }, 1);
    write.oncomplete = () => resolve('written');
  };
})`;

const READ = `new Promise((resolve, reject) => {
  const open = indexedDB.open('kept', 1);
  open.onupgradeneeded = () => reject(new Error('nothing was kept'));
  open.onsuccess = () => {
    const read = open.result.transaction('notes').objectStore('notes').get(1);
    read.onsuccess = () => resolve(read.result.text);
  };
})`;

test('IndexedDB keeps its data from start to start', async () => {
  const folder = freshFolder();
  const first = await launch(folder);
  expect(await first.page.evaluate(WRITE)).toBe('written');
  await first.app.close();
  const second = await launch(folder);
  expect(await second.page.evaluate(READ)).toBe('ODA');
  await second.app.close();
});

test('nothing runs on after close, and nothing after the process was killed', async () => {
  const folder = freshFolder();
  const closed = await launch(folder);
  expect(chromiumsOn(folder).length).toBeGreaterThan(0);
  await closed.app.close();
  expect(chromiumsOn(folder)).toEqual([]);

  const killed = await launch(folder);
  const ended = once(killed.app.process(), 'exit');
  process.kill(killed.app.process().pid as number, 'SIGKILL');
  await ended;
  await expect.poll(() => chromiumsOn(folder), { timeout: 10_000 }).toEqual([]);
});

test('a start right after a kill, and over the lock of a machine of old, works', async () => {
  const folder = freshFolder();
  symlinkSync(`not-${hostname()}-4711`, join(folder, 'SingletonLock'));
  const first = await launch(folder);
  const ended = once(first.app.process(), 'exit');
  process.kill(first.app.process().pid as number, 'SIGKILL');
  await ended;
  const second = await launch(folder);
  expect(await second.page.title()).toBe('Fixture');
  await second.app.close();
});

test('the app ends in good order on SIGTERM', async () => {
  const folder = freshFolder();
  const { app } = await launch(folder);
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(chromiumsOn(folder)).toEqual([]);
});

test('the app ends when Chromium does', async () => {
  const folder = freshFolder();
  const { app, stderr } = await launch(folder);
  const ended = once(app.process(), 'exit');
  const [browser = ''] = chromiumsOn(folder).filter((line) => !line.includes('--type='));
  process.kill(Number.parseInt(browser, 10), 'SIGKILL');
  expect(await ended).toEqual([1, null]);
  expect(stderr()).toContain('Chromium has ended');
});

test('a second start hands its arguments to the first and ends', async () => {
  const folder = freshFolder();
  const env = { FIXTURE_SINGLE: '1' };
  const first = await launch(folder, { env });
  const second = spawn(
    join(BIN, 'electron'),
    [FIXTURE, `--user-data-dir=${folder}`, 'fixture://passage/1'],
    { env: { ...process.env, ...env }, cwd: folder, stdio: 'ignore' },
  );
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(async () => (await first.seen()).argv.length).toBe(1);
  const [handed] = (await first.seen()).argv;
  expect(handed).toMatchObject({ cwd: folder, data: { from: 'second' } });
  expect(handed?.argv.slice(1)).toEqual([
    FIXTURE,
    `--user-data-dir=${folder}`,
    'fixture://passage/1',
  ]);
  await first.app.close();
});

test('close can be prevented, and then quitting is off', async () => {
  const { app, page, seen } = await launch(freshFolder());
  await app.evaluate(({ app: electronApp }) => {
    Object.assign(globalThis, { holdClose: true });
    electronApp.quit();
  });
  await expect.poll(async () => (await seen()).closes).toBe(1);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.close());
  await expect.poll(async () => (await seen()).closes).toBe(2);
  expect(await page.evaluate('document.title')).toBe('Fixture');
  const ended = once(app.process(), 'exit');
  await window.evaluate((w) => {
    Object.assign(globalThis, { holdClose: false });
    w.close();
  });
  // The fixture quits when its last window has closed.
  expect(await ended).toEqual([0, null]);
});

test('a page can hold its window by beforeunload until the app overrules it', async () => {
  const { app, page, seen } = await launch(freshFolder());
  // Chromium asks a page only if someone has used it.
  await page.click('h1');
  await page.evaluate(`addEventListener('beforeunload', (event) => event.preventDefault())`);
  page.on('dialog', () => undefined);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => {
    w.webContents.once('will-prevent-unload', () => {
      (globalThis as unknown as { seen: { events: string[] } }).seen.events.push('held');
    });
    w.close();
  });
  await expect.poll(async () => (await seen()).events).toEqual(['held']);
  expect(await page.evaluate('document.title')).toBe('Fixture');
  const ended = once(app.process(), 'exit');
  await window.evaluate((w) => {
    w.webContents.on('will-prevent-unload', (event: { preventDefault(): void }) =>
      event.preventDefault(),
    );
    w.close();
  });
  expect(await ended).toEqual([0, null]);
});

test('closing the page closes the window', async () => {
  const { app, page } = await launch(freshFolder());
  const ended = once(app.process(), 'exit');
  await page.close();
  expect(await ended).toEqual([0, null]);
});
