import { expect, test } from 'vitest';
import { withFixture } from './testing/fixture.ts';

const PUT = `new Promise((resolve, reject) => {
  const request = indexedDB.open('kept', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('things');
  request.onsuccess = () => resolve(request.result.close());
  request.onerror = () => reject(request.error);
})`;
const NAMES = `indexedDB.databases().then((all) => all.map(({ name }) => name))`;

test('the databases of one origin can be cleared, from the main process', () =>
  withFixture(async ({ app, page }) => {
    await page.evaluate(PUT);
    expect(await page.evaluate(NAMES)).toEqual(['kept']);
    await app.evaluate(({ session }) =>
      session.defaultSession.clearStorageData({ origin: 'fixture://other', storages: ['indexdb'] }),
    );
    expect(await page.evaluate(NAMES)).toEqual(['kept']);
    await app.evaluate(({ session }) =>
      session.defaultSession.clearStorageData({ origin: 'fixture://app', storages: ['indexdb'] }),
    );
    expect(await page.evaluate(NAMES)).toEqual([]);
  }));

test('clearing anything else is refused by name', () =>
  withFixture(async ({ app }) => {
    const refusal = app.evaluate(({ session }) => session.defaultSession.clearStorageData());
    await expect(refusal).rejects.toThrow('clearStorageData is implemented for indexdb');
  }));
