import { Dexie } from 'dexie';
import { vi } from 'vitest';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import type { CommitOptions } from './commit.ts';
import { createDatabase, type Database } from './database.ts';
import { writeHead } from './head.ts';

/** A new, empty database of its own. Whoever calls this imports `fake-indexeddb/auto` first. */
export async function aDatabase(): Promise<Database> {
  const db = createDatabase(crypto.randomUUID());
  await db.open();
  await writeHead(db, FIRST_HEAD);
  return db;
}

/** The same database, closed and opened again, as after a restart. */
export async function reopened(db: Database): Promise<Database> {
  db.close();
  const again = createDatabase(db.name);
  await again.open();
  return again;
}

/** What the commits of a test have in common; without a batch, each is one of its own. */
export function options(fields: Partial<CommitOptions> = {}): CommitOptions {
  return {
    kind: 'edit',
    batch: crypto.randomUUID(),
    time: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

/**
 * Makes every write fail as on a full disk; reading still works.
 * @param when the browser notices it: at the very write, or only when the transaction ends.
 * @returns a function that makes room again.
 */
export function fillDisk(db: Database, when: 'at once' | 'at the end' = 'at once'): () => void {
  function refuse(this: { onsuccess?: unknown }, ...[, , transaction]: unknown[]): void {
    const full = 'QuotaExceededError';
    if (when === 'at once') throw new DOMException('the disk is full', full);
    const { idbtrans } = transaction as { idbtrans: { _abort: (error: string) => void } };
    this.onsuccess = () => idbtrans._abort(full);
  }
  db.changes.hook('creating', refuse as never);
  return () => db.changes.hook('creating').unsubscribe(refuse as never);
}

/**
 * Makes opening any database fail, as Chromium does with one whose files are damaged.
 * @param times how often; for ever when absent.
 * @returns a function that ends it, and says how often it was tried.
 */
export function refuseToOpen(
  times = Number.POSITIVE_INFINITY,
  name = 'UnknownError',
): () => number {
  const { open } = Dexie.prototype;
  let tries = 0;
  Dexie.prototype.open = function (this: Dexie) {
    tries += 1;
    if (tries > times) return open.call(this);
    return Dexie.Promise.reject(new DOMException('refused', name)) as never;
  };
  return () => {
    Dexie.prototype.open = open;
    return tries;
  };
}

/** Takes a database away, whoever has it open. */
export function wipe(name: string): Promise<void> {
  return Dexie.delete(name);
}

/**
 * Makes reading the rows of any database fail, as Chromium does where it has lost the file of a large one.
 * @returns a function that ends it.
 */
export function loseLargeRows(): () => void {
  const read = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('missing file', 'NotReadableError');
  });
  return () => read.mockRestore();
}
