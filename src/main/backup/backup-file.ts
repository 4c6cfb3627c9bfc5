import { stat } from 'node:fs/promises';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  BackupFile,
  BackupOutcome,
  BackupProblem,
  ChooseProblem,
} from '../../shared/backup.ts';
import { writeAtomically } from '../atomic-write.ts';
import {
  countByTable,
  type FileRow,
  type RowsFile,
  type RowsFileContent,
  readRowsFile,
  rowsFilePieces,
} from '../journal/rows-file.ts';
import { systemCode } from '../log.ts';

export const BACKUP_EXTENSION = '.benle';

/** Some fifty times what an analyst writes in years; more would not go over to the window in one piece. */
const MOST_BYTES = 200_000_000;

/** What is to be saved: all rows, and where they stand. */
export interface BackupContent {
  readonly head: Head;
  readonly rows: readonly FileRow[];
}

/** What was written does not read back as it should. */
class Unverified extends Error {}

/**
 * Writes a backup and reads it back before it takes the place of whatever was there.
 * @param time ISO 8601 in UTC.
 * @returns what was saved, or why nothing was: then the file is as it was. A bug still throws.
 */
export async function writeBackup(
  path: string,
  { head, rows }: BackupContent,
  about: { readonly app: string; readonly time: string },
): Promise<Result<BackupOutcome, BackupProblem>> {
  const content: RowsFileContent = { ...about, head, rows };
  try {
    await writeAtomically(path, rowsFilePieces(content), (written) => verify(written, content));
    return ok({ kind: 'saved', path, counts: countByTable(rows) });
  } catch (error) {
    if (error instanceof Unverified) return failed({ kind: 'unverified', path });
    const system = systemCode(error);
    if (system === undefined) throw error;
    return failed({ kind: 'file', path, system });
  }
}

/** @throws {Unverified} */
async function verify(path: string, { rows }: RowsFileContent): Promise<void> {
  const read = await readRowsFile(path);
  if (!read.ok || read.value.faults.length > 0 || read.value.rows.length !== rows.length) {
    throw new Unverified();
  }
}

/** Reads what can be read of a backup. A bug still throws. */
export async function readBackup(path: string): Promise<Result<BackupFile, ChooseProblem>> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return failed({ kind: 'too-large', path, detail: String(size) });
    const read = await readRowsFile(path);
    if (read.ok) return ok(asBackup(path, read.value));
    const { kind, detail } = read.reason;
    return failed({ kind: kind === 'newer' ? 'newer' : 'not-a-backup', path, detail });
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    return failed({ kind: 'file', path, detail: system });
  }
}

function asBackup(path: string, { header, rows, faults }: RowsFile): BackupFile {
  if (!header) return { path, header, rows, faults };
  const { app, time, counts } = header;
  return { path, header: { app, time, counts }, rows, faults };
}
