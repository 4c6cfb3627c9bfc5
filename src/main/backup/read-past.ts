import { type PastChange, pastOf } from '../../domain/backup/past.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournalProblem, TableRow } from '../../shared/journal.ts';
import { listFolder } from '../journal/names.ts';
import { readSegment } from '../journal/read-files.ts';
import type { FileRow } from '../journal/rows-file.ts';

/**
 * Rows with what the journal knows of their former versions.
 * @param folder the journal's
 * @param upTo the last change that counts
 * @throws the operating system's error, with its `code`
 */
export async function withPast(
  folder: string,
  rows: readonly TableRow[],
  upTo: number,
): Promise<Result<FileRow[], JournalProblem>> {
  const { segments } = await listFolder(folder);
  const alive = new Set(rows.map(place));
  const changes: PastChange[] = [];
  for (const ref of segments) {
    const segment = await readSegment(folder, segments, ref);
    if (!segment.ok) return failed(segment.reason);
    for (const { seq, change } of segment.value.entries) {
      // Rows are opaque to the journal; a version is told by its bytes alone.
      if (seq <= upTo && alive.has(place(change))) changes.push(change as unknown as PastChange);
    }
  }
  const past = new Map(pastOf(changes).map((one) => [place(one), [...one.versions]]));
  return ok(
    rows.map((row) => {
      const versions = past.get(place(row));
      return versions ? { ...row, past: versions } : row;
    }),
  );
}

const place = ({ table, key }: Pick<TableRow, 'table' | 'key'>) => `${table}/${key}`;
