import { Dexie } from 'dexie';

/** A change as version 1 wrote it, without what all have in common. */
interface OldChange {
  readonly kind: string;
  readonly table: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Makes a database as the app of version 1 did, from the changes that led to it. What an old version did is
 * history: this must never follow a change of the app.
 */
export async function seedVersion1(name: string, changes: readonly OldChange[]): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores({
    annotations: 'id',
    tags: 'id',
    settings: 'key',
    changes: '++seq, batch, [seq+batch+kind]',
  });
  await seed(db, changes);
  db.close();
}

/** The same of version 2, which also says where it stands. */
export async function seedVersion2(
  name: string,
  changes: readonly OldChange[],
  digest: string,
): Promise<void> {
  const db = new Dexie(name);
  db.version(2).stores({
    annotations: 'id',
    tags: 'id',
    trash: 'id',
    settings: 'key',
    changes: '++seq, batch, [seq+batch+kind], [table+key]',
    meta: 'key',
  });
  await seed(db, changes);
  await db.table('meta').put({ key: 'head', head: { seq: changes.length, digest } });
  db.close();
}

async function seed(db: Dexie, changes: readonly OldChange[]): Promise<void> {
  await db.open();
  for (const [at, change] of changes.entries()) {
    await db
      .table('changes')
      .add({ batch: `batch-${at}`, time: '2026-01-01T00:00:00.000Z', ...change });
    if (change.after === null) await db.table(change.table).delete(change.key);
    else await db.table(change.table).put(change.after);
  }
}

/** Makes an empty database as an app of a later version would. */
export async function seedVersion(name: string, version: number): Promise<void> {
  const db = new Dexie(name);
  db.version(version).stores({ annotations: 'id' });
  await db.open();
  db.close();
}
