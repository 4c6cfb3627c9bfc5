import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { PlacedRow } from '../../domain/backup/side.ts';
import { versionOf } from '../../domain/backup/versions.ts';
import type { Change } from '../../domain/change/change.ts';
import { type KnownWork, recogniseRows } from '../../domain/exchange/recognise-rows.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';
import type { BackupRow } from '../../shared/backup.ts';
import type { TableRow } from '../../shared/journal.ts';
import { understand } from '../db/backup-rows.ts';
import { readContents } from '../db/contents.ts';
import type { Database } from '../db/database.ts';
import { readChangesOf } from '../db/log.ts';

/** The rows of a file of another program, those that came before as what they are here. Reads only. */
export async function recogniseImport(
  db: Database,
  come: readonly TableRow[],
): Promise<readonly BackupRow[]> {
  const theirs = understand(come);
  const annotations = rowsOf<Annotation>(theirs.good, 'annotations');
  const tags = rowsOf<Tag>(theirs.good, 'tags');
  const known = await readKnownWork(db, understand(await readContents(db)).good, annotations);
  const recognised = recogniseRows({ annotations, tags }, known);
  const isOther = ({ table }: TableRow) => table !== 'annotations' && table !== 'tags';
  const unreadable = new Set(theirs.unreadable.map(({ key }) => key));
  return [
    ...come.filter((row) => isOther(row) || unreadable.has(row.key)),
    ...recognised.tags.map((row) => ({ table: 'tags' as const, key: row.id, row: { ...row } })),
    ...recognised.annotations.map(({ row, after }) => ({
      table: 'annotations' as const,
      key: row.id,
      row: { ...row },
      ...(after && { past: [versionOf('annotations', after.id, after)] }),
    })),
  ];
}

const rowsOf = <Row>(rows: readonly PlacedRow[], name: PlacedRow['table']): Row[] =>
  rows.flatMap(({ table, row }) => (table === name ? [row as Row] : []));

/** Our work, with the past of the rows that are about articles which the imported ones are about. */
async function readKnownWork(
  db: Database,
  ours: readonly PlacedRow[],
  come: readonly Annotation[],
): Promise<KnownWork> {
  const articles = new Set(come.map(({ articleId }) => articleId));
  const isConcerned = ({ articleId }: Annotation) => articles.has(articleId);
  const trash = rowsOf<TrashEntry>(ours, 'trash');
  const annotations = rowsOf<Annotation>(ours, 'annotations').filter(isConcerned);
  const trashed = trash
    .flatMap((entry) => (entry.table === 'annotations' ? [entry.row] : []))
    .filter(isConcerned);
  const tags = [
    ...rowsOf<Tag>(ours, 'tags'),
    ...trash.flatMap((entry) => (entry.table === 'tags' ? [entry.row] : [])),
  ];
  const rows = await formerOf<Annotation>(db, 'annotations', [...annotations, ...trashed]);
  const names = await formerOf<Tag>(db, 'tags', tags);
  return {
    annotations,
    trashed,
    tags,
    formerRows: (id) => rows.get(id) ?? [],
    formerNames: (id) => names.get(id)?.map(({ name }) => name) ?? [],
  };
}

/** What rows were before, by id. What an undo took back is no former version: it can be imported once more. */
async function formerOf<Row extends { readonly id: string }>(
  db: Database,
  table: 'annotations' | 'tags',
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const former = new Map<string, readonly Row[]>();
  for (const { id } of rows) {
    const changes: readonly Change[] = await readChangesOf(db, table, id);
    const before = changes.flatMap((change) =>
      change.kind !== 'undo' && change.before ? [change.before as unknown as Row] : [],
    );
    if (before.length > 0) former.set(id, before);
  }
  return former;
}
