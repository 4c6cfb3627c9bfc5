import type { CommitOptions } from './commit.ts';
import { createDatabase, type Database } from './database.ts';

/** A new, empty database of its own. Whoever calls this imports `fake-indexeddb/auto` first. */
export async function aDatabase(): Promise<Database> {
  const db = createDatabase(crypto.randomUUID());
  await db.open();
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
