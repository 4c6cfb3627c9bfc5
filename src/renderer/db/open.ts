import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Rows, TableName } from '../../domain/change/change.ts';
import type { Head } from '../../domain/change/head.ts';
import type { TableRow } from '../../shared/journal.ts';
import { readContents } from './contents.ts';
import { DATABASE_VERSION, type Database } from './database.ts';
import { readHead } from './head.ts';
import { isRefusal } from './refusal.ts';
import { parseRows, type UnreadableRow } from './rows.ts';
import { parseSettings, type Settings } from './settings.ts';

/** What the window starts from. */
export interface Contents {
  readonly annotations: readonly Annotation[];
  readonly briefs: readonly SavedBrief[];
  readonly settings: Partial<Settings>;
  /** Rows that could not be understood. They are left untouched in the database. */
  readonly unreadable: readonly UnreadableRow[];
  /** The rows as they lie there, and where the database says it stands: the two can be compared. */
  readonly raw: { readonly rows: readonly TableRow[]; readonly head: Head | undefined };
}

/**
 * The version of the database on the disk.
 * @returns `undefined` when there is none, or none that can be read: opening it will tell.
 */
export async function storedVersion(name: string): Promise<number | undefined> {
  const databases = await indexedDB.databases().catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    return [];
  });
  const version = databases.find((database) => database.name === name)?.version;
  // Dexie keeps room between its versions: it multiplies them by ten.
  return version === undefined ? undefined : version / 10;
}

/** Whether a database of this version must not be touched: a newer app wrote it. */
export const isNewer = (version: number | undefined): boolean => (version ?? 0) > DATABASE_VERSION;

/** Whether opening a database of this version changes its schema. */
export const needsUpgrade = (version: number | undefined): boolean =>
  version !== undefined && version < DATABASE_VERSION;

/**
 * Reads what the window keeps at hand, all as of one moment.
 * @throws what Dexie throws when the database cannot be read.
 */
export function readAll(db: Database): Promise<Contents> {
  return db.transaction('r', db.tables, async () => {
    const [rows, head] = await Promise.all([readContents(db), readHead(db)]);
    const of = <Name extends TableName>(name: Name) => {
      const found = rows.flatMap(({ table, row }) => (table === name ? [row] : []));
      return parseRows<Name>(name, found);
    };
    const [annotations, tags] = [of('annotations'), of('tags')];
    const [briefs, trash] = [of('briefs'), of('trash')];
    const settings = of('settings').good as Rows['settings'][];
    return {
      annotations: annotations.good,
      briefs: briefs.good,
      settings: parseSettings(settings),
      unreadable: [annotations, tags, briefs, trash].flatMap(({ unreadable }) => unreadable),
      raw: { rows, head },
    };
  });
}
