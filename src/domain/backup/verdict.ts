import type { Annotation } from '../annotation/annotation.ts';
import type { TableName } from '../change/change.ts';
import type { Tag } from '../tag/tag.ts';
import type { TrashEntry } from '../trash/trash.ts';
import type { Side } from './side.ts';
import { copyId, isSame, type Row, type Version, versionOf } from './versions.ts';

/** What becomes of a row that two sides have: one version follows upon the other, or both are kept. */
export type Verdict = 'same' | 'ours' | 'theirs' | 'both';

/** Two versions of one row. */
export interface Pair {
  readonly table: TableName;
  readonly key: string;
  readonly ours: Row;
  readonly theirs: Row;
}

/**
 * Which version of a row is the newer one.
 *
 * A version that one side knows of and moved on from is the older one: that is certain, whatever the clocks of
 * two computers said. Where neither knows the other's, time decides only if it can take nothing away, and else
 * both are kept. Where each knows the other's, as after going back and forth, both are kept, too.
 */
export function judge(pair: Pair, ours: Side, theirs: Side): Verdict {
  const { table, key } = pair;
  if (isSame(pair.ours, pair.theirs)) return 'same';
  if (table === 'settings') return 'ours';
  const oursKnows = knows(ours, table, key, versionOf(table, key, pair.theirs));
  const theirsKnows = knows(theirs, table, key, versionOf(table, key, pair.ours));
  if (oursKnows !== theirsKnows) return oursKnows ? 'ours' : 'theirs';
  const isPastKnown = ours.past(table, key) && theirs.past(table, key);
  return bySameWords(pair) ?? (isPastKnown ? undefined : byFirstVersion(pair)) ?? 'both';
}

/**
 * Whether a side has had this version and gone on from it: as a former version, or as a copy that an earlier
 * merge put beside the row (it is still there, or was thrown away since).
 */
function knows(side: Side, table: TableName, key: string, version: Version): boolean {
  if (side.past(table, key)?.has(version)) return true;
  const copy = copyId(table, key, version);
  return side.row(table, copy) !== undefined || side.trashed(table, copy) !== undefined;
}

/** Versions that say the same of the analyst's work need not both be kept: the later one stands for both. */
function bySameWords({ table, ours, theirs }: Pair): Verdict | undefined {
  if (table === 'tags') {
    const [a, b] = [ours as Tag, theirs as Tag];
    // What is left is its look: place, colour and key. Those are ours to choose.
    return a.name === b.name && a.description === b.description ? 'ours' : undefined;
  }
  if (!isSame(withoutTime(ours), withoutTime(theirs))) return undefined;
  return timeOf(ours) >= timeOf(theirs) ? 'ours' : 'theirs';
}

/**
 * An annotation that was never edited came before every version of it that was. It had no note or translation yet,
 * so nothing is lost with it; provided that passage and anchor are still the same, which can change without an edit.
 */
function byFirstVersion({ table, ours, theirs }: Pair): Verdict | undefined {
  if (table !== 'annotations') return undefined;
  const [a, b] = [ours as Annotation, theirs as Annotation];
  const isFirst = ({ note, translation, createdAt, updatedAt }: Annotation) =>
    createdAt === updatedAt && note === '' && !translation;
  if (isFirst(a) === isFirst(b) || !isSame(passageOf(a), passageOf(b))) return undefined;
  return isFirst(a) ? 'theirs' : 'ours';
}

/** All that editing does not touch. */
function passageOf({ translation: _, isNotePrivate: __, ...annotation }: Annotation): Row {
  return { ...annotation, tagIds: [], note: '', updatedAt: annotation.createdAt };
}

/** When the version was made, as ISO 8601 in UTC; empty where the table's rows do not say. */
function timeOf(row: Row): string {
  const { updatedAt, deletedAt } = row as { updatedAt?: unknown; deletedAt?: unknown };
  return String(updatedAt ?? deletedAt ?? '');
}

function withoutTime(row: Row): Row {
  return { ...row, updatedAt: '', deletedAt: '' } as Row;
}

/** Of two versions that are both kept, whether ours keeps the id: the later one does, on every computer. */
export function oursKeepsId({ table, key, ours, theirs }: Pair): boolean {
  const [a, b] = [timeOf(ours), timeOf(theirs)];
  if (a !== b) return a > b;
  return versionOf(table, key, ours) > versionOf(table, key, theirs);
}

/** A row under another id. What lies in the trash comes back under that id, too. */
export function copyOf(table: TableName, row: Row, id: string): Row {
  if (table !== 'trash') return { ...row, id } as Row;
  const entry = row as TrashEntry;
  return { ...entry, id, row: { ...entry.row, id } } as TrashEntry;
}
