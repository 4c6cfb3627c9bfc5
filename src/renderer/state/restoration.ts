import type { Annotation } from '../../domain/annotation/annotation.ts';
import { keepPrivateNote, withoutPrivateNote } from '../../domain/annotation/private-note.ts';
import { lastOfEach, listOmissions } from '../../domain/backup/list-omissions.ts';
import { type MergePlan, planMerge } from '../../domain/backup/plan.ts';
import { type Past, type PlacedRow, Side } from '../../domain/backup/side.ts';
import { isSame, type Row } from '../../domain/backup/versions.ts';
import type { Effect } from '../../domain/change/change.ts';
import type { Omission } from '../../domain/exchange/omissions.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';
import type { BackupRow } from '../../shared/backup.ts';
import type { TableRow } from '../../shared/journal.ts';
import { readPast, understand } from '../db/backup-rows.ts';
import type { Edit } from '../db/commit.ts';
import { readContents } from '../db/contents.ts';
import type { Database } from '../db/database.ts';
import type { UnreadableRow } from '../db/rows.ts';

/** What taking over a backup, or what was imported, would do to the work as it is. */
export interface Restoration {
  readonly plan: MergePlan;
  /** Rows that came and are not understood, and so not taken over. */
  readonly unreadable: readonly UnreadableRow[];
  /** All that is not taken over of the rows that came. */
  readonly omissions: readonly Omission[];
  /** Our rows as they lay there when this was planned. */
  readonly rows: readonly TableRow[];
}

const place = ({ table, key }: { readonly table: string; readonly key: string }) =>
  `${table}/${key}`;

/**
 * Works out what merging these rows with ours would do. Reads only.
 * @param hasPrivateNotes whether the rows can hold private notes: those of a backup can, those of exchange files have
 *   none, which must not be taken for a deletion.
 */
export async function planRestoration(
  db: Database,
  come: readonly BackupRow[],
  hasPrivateNotes = true,
): Promise<Restoration> {
  const rows = await readContents(db);
  // A row of ours that is not understood cannot be compared: the one that comes takes its place.
  const ours = understand(rows).good;
  const theirs = understand(come);
  const kept = hasPrivateNotes ? new Map<string, Annotation>() : privateNotesIn(ours);
  const lasting = lastOfEach(theirs.good);
  const taken = lasting.rows.map((placed) => withKeptNote(placed, kept));
  const past = await readPast(db, differing(ours, taken), ({ table, key, before }) => {
    const row = kept.get(key);
    if (table !== 'annotations' || !row || !before) return undefined;
    return keepPrivateNote(withoutPrivateNote(before as Annotation), row);
  });
  const plan = planMerge(new Side(ours, past), new Side(taken, pastIn(come)));
  const last = new Map(taken.map((placed) => [place(placed), placed.row]));
  const repeated = lasting.earlier.filter(
    (placed) => !isSameRow(placed.row, last.get(place(placed)) ?? null),
  );
  const tagIds = new Set(
    [...ours, ...taken].flatMap(({ table, key }) => (table === 'tags' ? key : [])),
  );
  const omissions = listOmissions(plan, { invalid: theirs.unreadable, repeated }, tagIds);
  return { plan, unreadable: theirs.unreadable, omissions, rows };
}

/** The annotations whose notes are private, by their ids, also those in the trash. */
function privateNotesIn(rows: readonly PlacedRow[]): ReadonlyMap<string, Annotation> {
  const annotations = rows.flatMap(({ table, row }): Annotation[] => {
    if (table === 'annotations') return [row as Annotation];
    const entry = table === 'trash' ? (row as TrashEntry) : undefined;
    return entry?.table === 'annotations' ? [entry.row] : [];
  });
  return new Map(annotations.filter((row) => row.isNotePrivate).map((row) => [row.id, row]));
}

function withKeptNote(placed: PlacedRow, kept: ReadonlyMap<string, Annotation>): PlacedRow {
  const ours = placed.table === 'annotations' ? kept.get(placed.key) : undefined;
  return ours ? { ...placed, row: keepPrivateNote(placed.row as Annotation, ours) } : placed;
}

/** The rows that came, as far as there is something to find out about them. */
function differing(ours: readonly PlacedRow[], theirs: readonly PlacedRow[]): PlacedRow[] {
  const known = new Map(ours.map((placed) => [place(placed), placed.row]));
  return theirs.filter((placed) => {
    const row = known.get(place(placed));
    const isInTrash = known.has(place({ table: 'trash', key: placed.key }));
    return row ? !isSame(row, placed.row) : isInTrash;
  });
}

function pastIn(come: readonly BackupRow[]): Past[] {
  return come.flatMap(({ table, key, past }) => (past ? [{ table, key, versions: past }] : []));
}

/** Whether carrying out one would do what carrying out the other would. */
export function isSameRestoration(a: Restoration, b: Restoration): boolean {
  const [one, other] = [a.plan.effects, b.plan.effects];
  return (
    one.length === other.length &&
    one.every((effect, at) => {
      const twin = other[at];
      return twin !== undefined && place(effect) === place(twin) && isSameEffect(effect, twin);
    })
  );
}

function isSameEffect(a: Effect, b: Effect): boolean {
  return isSameRow(a.before, b.before) && isSameRow(a.after, b.after);
}

function isSameRow(a: unknown, b: unknown): boolean {
  return a === null || b === null ? a === b : isSame(a as Row, b as Row);
}

/**
 * The edits that carry a plan out.
 * @param onChanged is told of a row that is not any more what the plan stands upon: it is left as it is.
 */
export function toEdits({ plan, rows }: Restoration, onChanged: (key: string) => void): Edit[] {
  const expected = new Map<string, unknown>(rows.map((placed) => [place(placed), placed.row]));
  return plan.effects.map((effect): Edit => {
    const { table, key, after } = effect;
    const before = expected.get(place(effect)) ?? null;
    expected.set(place(effect), after);
    const change = (row: Row | null) => {
      if (isSameRow(row, before)) return after;
      onChanged(key);
      return row;
    };
    // Table and row belong to the same member of the union, which TypeScript cannot see here.
    return { table, key, change } as Edit;
  });
}
