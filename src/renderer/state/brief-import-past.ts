import type { BriefEdit, BriefPast } from '../../domain/brief/brief-edits.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { BriefTexts } from '../../domain/brief/text-not-taken.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Database } from '../db/database.ts';
import { readChangesOf } from '../db/log.ts';

/** What the log knows of the past of the annotations that a brief speaks of otherwise, and of their tags. */
export async function readBriefPast(
  db: Database,
  edits: readonly BriefEdit[],
  codebook: readonly Tag[],
): Promise<BriefPast> {
  const annotations = new Map(edits.map(({ annotation }) => [annotation.id, annotation]));
  const versions = await ofEach(annotations.keys(), async (id) => {
    const changes = await readChangesOf(db, 'annotations', id);
    // What an undo took back is no former version, as in backups: it can be imported once more.
    return changes.flatMap(({ kind, before }) => (kind !== 'undo' && before ? [before] : []));
  });
  const rows = [...annotations.values(), ...[...versions.values()].flat()];
  const tagIds = new Set(rows.flatMap((row) => row.tagIds));
  const names = await ofEach(tagIds, async (id) => {
    const changes = await readChangesOf(db, 'tags', id);
    const former = changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
    return [...former, ...codebook.filter((tag) => tag.id === id)].map(({ name }) => name);
  });
  return {
    versionsOf: (id) => versions.get(id) ?? [],
    calledOf: (id) => names.get(id) ?? [],
  };
}

/** Briefs as they are and as they were: a file may hold the introduction that one had when it was exported. */
export async function readBriefTexts(
  db: Database,
  briefs: Iterable<SavedBrief>,
): Promise<readonly BriefTexts[]> {
  const rows = [...briefs];
  const former = await ofEach(
    rows.map(({ id }) => id),
    async (id) => {
      const changes = await readChangesOf(db, 'briefs', id);
      return changes.flatMap(({ before }) => before ?? []);
    },
  );
  return [...rows, ...[...former.values()].flat()];
}

async function ofEach<Found>(
  ids: Iterable<string>,
  find: (id: string) => Promise<Found>,
): Promise<ReadonlyMap<string, Found>> {
  const found = [...ids].map(async (id) => [id, await find(id)] as const);
  return new Map(await Promise.all(found));
}
