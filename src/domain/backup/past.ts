import type { Change, TableName } from '../change/change.ts';
import type { Past } from './side.ts';
import { type Row, type Version, versionOf } from './versions.ts';

/** The part of a change that tells of former versions. */
export type PastChange = Pick<Change, 'kind' | 'table' | 'key' | 'before'>;

/**
 * The former versions of rows, as a log tells them. What an undo took back is none: the row did not go on from
 * it. So what was restored and taken back can be restored again.
 * @param changes in order; those of rows that nobody asks about can be left out.
 * @param alsoAs another form in which a version may come back, as from a file that cannot hold all of it.
 */
export function pastOf(
  changes: Iterable<PastChange>,
  alsoAs: (change: PastChange) => Row | undefined = () => undefined,
): Past[] {
  const past = new Map<string, { table: TableName; key: string; versions: Set<Version> }>();
  for (const change of changes) {
    const { kind, table, key, before } = change;
    const id = `${table}/${key}`;
    const known = past.get(id) ?? { table, key, versions: new Set() };
    past.set(id, known);
    if (kind === 'undo' || !before) continue;
    known.versions.add(versionOf(table, key, before as Row));
    const other = alsoAs(change);
    if (other) known.versions.add(versionOf(table, key, other));
  }
  return [...past.values()];
}
