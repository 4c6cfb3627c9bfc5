import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation } from '../../src/domain/annotation/annotation.ts';
import { FIRST_TAGS } from '../../src/domain/tag/codebook.ts';
import type { StartApp } from '../fixtures/app.ts';

/**
 * Turns a data folder into one that version 1 of the app left: a database of that version, and no journal. It is
 * written by a page of the app's own origin that holds nothing else.
 * @param emptyApp a copy of the app whose page is empty.
 */
export async function downgrade(
  start: StartApp,
  emptyApp: string,
  dataFolder: string,
  annotations: readonly Annotation[],
): Promise<void> {
  await rm(join(dataFolder, 'journal'), { recursive: true, force: true });
  const { app, page } = await start({ folder: emptyApp });
  await page.evaluate(makeVersion1, {
    changes: [
      ...FIRST_TAGS.map((after) => ({ kind: 'system', table: 'tags', key: after.id, after })),
      ...annotations.map((after) => ({
        kind: 'edit',
        table: 'annotations',
        key: after.id,
        after,
      })),
    ],
  });
  await app.close();
}

/** Makes the page of a copy of the app an empty one. */
export async function emptyPage(appFolder: string): Promise<string> {
  const html = '<!doctype html><title>empty</title>';
  await writeFile(join(appFolder, 'out', 'renderer', 'index.html'), html);
  return appFolder;
}

interface Contents {
  readonly changes: readonly {
    readonly kind: string;
    readonly table: string;
    readonly key: string;
    readonly after: object;
  }[];
}

/** Runs in the page: the database as version 1 made it. Dexie multiplies its versions by ten. */
async function makeVersion1({ changes }: Contents): Promise<void> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase('ben-le'));
  const opening = indexedDB.open('ben-le', 10);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    for (const name of ['annotations', 'tags']) db.createObjectStore(name, { keyPath: 'id' });
    db.createObjectStore('settings', { keyPath: 'key' });
    const log = db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
    log.createIndex('batch', 'batch');
    log.createIndex('[seq+batch+kind]', ['seq', 'batch', 'kind']);
  };
  const db = await done(opening);
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite', {
    durability: 'strict',
  });
  const finished = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  for (const [at, change] of changes.entries()) {
    const common = { batch: `batch-${at}`, time: '2026-01-01T00:00:00.000Z', before: null };
    transaction.objectStore(change.table).put(change.after);
    transaction.objectStore('changes').put({ ...common, ...change });
  }
  await finished;
  db.close();
}
