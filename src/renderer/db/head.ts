import type { Dexie } from 'dexie';
import { z } from 'zod';
import { digestOf } from '../../domain/change/digest.ts';
import type { Head } from '../../domain/change/head.ts';
import { headSchema } from '../../shared/journal.ts';
import { readContentsAsTheyAre } from './contents.ts';
import type { Database } from './database.ts';
import { lastSeq } from './log-range.ts';

const KEY = 'head';

/** Where the database stands; `undefined` when it does not say, as one that was wiped does not. */
export async function readHead(db: Database): Promise<Head | undefined> {
  const parsed = z.object({ head: headSchema }).safeParse(await db.meta.get(KEY));
  return parsed.success ? parsed.data.head : undefined;
}

/** To be called in the transaction that brings the rows there. */
export async function writeHead(db: Database, head: Head): Promise<void> {
  await db.meta.put({ key: KEY, head });
}

/**
 * Where a database of this version or an older one stands: as it says or, where it does not, as its contents
 * tell; `undefined` when it is empty.
 */
export async function standing(db: Dexie): Promise<Head | undefined> {
  const hasMeta = db.tables.some(({ name }) => name === 'meta');
  const head = hasMeta ? await readHead(db as Database) : undefined;
  if (head) return head;
  const [seq, rows] = await Promise.all([lastSeq(db), readContentsAsTheyAre(db)]);
  return seq === 0 && rows.length === 0 ? undefined : { seq, digest: digestOf(rows) };
}
