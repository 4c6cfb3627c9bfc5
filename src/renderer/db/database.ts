import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Change, Rows } from '../../domain/change/change.ts';
import { recordHead } from './upgrades.ts';

/** The app's database. Outside of this folder nobody reads or writes it but through functions of this folder. */
export interface Database extends Dexie {
  readonly annotations: EntityTable<Rows['annotations'], 'id'>;
  readonly tags: EntityTable<Rows['tags'], 'id'>;
  readonly briefs: EntityTable<Rows['briefs'], 'id'>;
  readonly trash: EntityTable<Rows['trash'], 'id'>;
  readonly settings: EntityTable<Rows['settings'], 'key'>;
  readonly changes: Table<Change, number, Omit<Change, 'seq'>>;
  /** What the database says of itself; see `head.ts`. */
  readonly meta: Table<{ readonly key: string; readonly head: unknown }, string>;
}

/** A database of whatever version: of its tables, those of this version may be missing. */
export type AnyDatabase = Dexie;

export const DATABASE_NAME = 'ben-le';

/** The newest version below. A database of a later one was written by a newer app, which Dexie would not mind. */
export const DATABASE_VERSION = 3;

/** Upgrades are named functions, one a version, each tested from a database of every version before. */
function defineVersions(db: Dexie): void {
  db.version(1).stores({
    annotations: 'id',
    tags: 'id',
    settings: 'key',
    // The compound index lets the history be walked by keys alone, without reading what changed.
    changes: '++seq, batch, [seq+batch+kind]',
  });
  db.version(2)
    .stores({ trash: 'id', meta: 'key', changes: '++seq, batch, [seq+batch+kind], [table+key]' })
    .upgrade(recordHead);
  // No row changes: there were no briefs before.
  db.version(3).stores({ briefs: 'id' });
}

/** Durability is strict: a transaction counts as done when it is on the disk, since the status says "Saved" then. */
const STRICT = { chromeTransactionDurability: 'strict' } as const;

/** @param name of the IndexedDB database. */
export function createDatabase(name: string = DATABASE_NAME): Database {
  const db = new Dexie(name, STRICT);
  defineVersions(db);
  return db as Database;
}

/** The database as it lies on the disk, whatever its version: to be read before an upgrade, and closed again. */
export function createDatabaseAsItIs(name: string = DATABASE_NAME): Dexie {
  return new Dexie(name, STRICT);
}
