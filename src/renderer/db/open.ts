import type { Annotation } from '../../domain/annotation/annotation.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { type CommitOptions, commit, type Edit } from './commit.ts';
import type { Database } from './database.ts';
import { parseRows, type UnreadableRow } from './rows.ts';
import { parseSettings, type Settings } from './settings.ts';

/** What the window starts from. */
export interface OpenedDatabase {
  readonly annotations: readonly Annotation[];
  readonly settings: Partial<Settings>;
  /** Rows that could not be understood. They are left untouched in the database. */
  readonly unreadable: readonly UnreadableRow[];
}

/**
 * Opens the database, puts the first tags into a new one, and reads what the window keeps at hand.
 * @throws what Dexie throws when the database cannot be opened.
 */
export async function openDatabase(
  db: Database,
  options: Omit<CommitOptions, 'kind'>,
): Promise<OpenedDatabase> {
  await db.open();
  if ((await db.changes.count()) === 0)
    await commit(db, firstTags(), { ...options, kind: 'system' });
  const annotations = parseRows('annotations', await db.annotations.toArray());
  const tags = parseRows('tags', await db.tags.toArray());
  return {
    annotations: annotations.good,
    settings: parseSettings(await db.settings.toArray()),
    unreadable: [...annotations.unreadable, ...tags.unreadable],
  };
}

function firstTags(): Edit[] {
  return FIRST_TAGS.map((tag) => ({ table: 'tags', key: tag.id, change: () => tag }));
}
