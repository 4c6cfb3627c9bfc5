import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Change, Rows } from '../../domain/change/change.ts';

/** The app's database. Outside of this folder nobody reads or writes it but through functions of this folder. */
export interface Database extends Dexie {
  readonly annotations: EntityTable<Rows['annotations'], 'id'>;
  readonly tags: EntityTable<Rows['tags'], 'id'>;
  readonly trash: EntityTable<Rows['trash'], 'id'>;
  readonly settings: EntityTable<Rows['settings'], 'key'>;
  readonly changes: Table<Change, number, Omit<Change, 'seq'>>;
}

export const DATABASE_NAME = 'ben-le';

/** Upgrades are named functions, one a version, each tested from a database of the version before. */
function defineVersions(db: Dexie): void {
  db.version(1).stores({
    annotations: 'id',
    tags: 'id',
    settings: 'key',
    // The compound index lets the history be walked by keys alone, without reading what changed.
    changes: '++seq, batch, [seq+batch+kind]',
  });
  db.version(2).stores({ trash: 'id', meta: 'key' });
}

/**
 * @param name of the IndexedDB database.
 * Durability is strict: a transaction counts as done when it is on the disk, since the status says "Saved" then.
 */
export function createDatabase(name: string = DATABASE_NAME): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  defineVersions(db);
  return db as Database;
}
