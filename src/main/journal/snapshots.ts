import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournalProblem, TableRow } from '../../shared/journal.ts';
import { log } from '../log.ts';
import { listFolder, snapshotName } from './names.ts';
import { isoTime, type Place } from './place.ts';
import { digestOfRows, replay } from './replay.ts';
import { readRowsFile, writeRowsFile } from './rows-file.ts';
import { snapshotsToKeep } from './thin-snapshots.ts';

type Write = typeof writeRowsFile;

/**
 * Writes the rows that the journal has after a change to a snapshot.
 * @returns the names of files in which damage was seen on the way; `gap`: the rows do not add up to the head
 * @throws the operating system's error, with its `code`
 */
export async function takeSnapshot(
  place: Place,
  head: Head,
  write: Write = writeRowsFile,
): Promise<Result<readonly string[], JournalProblem>> {
  const replayed = await replay(place.folder, head);
  if (!replayed.ok) return replayed;
  const { rows, suspects } = replayed.value;
  const written = await writeSnapshot(place, head, rows, write);
  return written.ok ? ok(suspects) : written;
}

/**
 * Writes rows to a snapshot, and reads it back: it counts only when what is on the disk is what was meant.
 * @returns `gap`: the rows do not add up to the head
 * @throws the operating system's error, with its `code`
 */
export async function writeSnapshot(
  place: Place,
  head: Head,
  rows: readonly TableRow[],
  write: Write = writeRowsFile,
): Promise<Result<null, JournalProblem>> {
  if (digestOfRows(rows) !== head.digest) {
    return failed({ kind: 'gap', system: `the rows do not add up to change ${head.seq}` });
  }
  const name = snapshotName(head.seq, place.now());
  const path = join(place.folder, name);
  await write(path, { app: place.app, time: isoTime(place), head, rows });
  if (await isAsMeant(path, head, rows.length)) return ok(null);
  log(`journal: ${name} does not read back as it was written`);
  await rm(path, { force: true });
  return failed({ kind: 'disk', system: 'what was written does not read back' });
}

async function isAsMeant(path: string, head: Head, count: number): Promise<boolean> {
  const read = await readRowsFile(path);
  if (!read.ok) return false;
  const { header, rows, faults } = read.value;
  return (
    faults.length === 0 &&
    header?.head.seq === head.seq &&
    header.head.digest === head.digest &&
    rows.length === count &&
    digestOfRows(rows) === head.digest
  );
}

/**
 * Removes the snapshots that are closer together than is of use, as they age. The newest always stays.
 * @throws the operating system's error, with its `code`
 */
export async function thinSnapshots({ folder, now }: Place): Promise<void> {
  const { snapshots } = await listFolder(folder);
  const kept = new Set(
    snapshotsToKeep(
      snapshots.map(({ time }) => time),
      now(),
    ),
  );
  // The newest by its number: a clock that was set back makes it look old.
  for (const { name, time } of snapshots.slice(0, -1)) {
    if (!kept.has(time)) await rm(join(folder, name), { force: true });
  }
}
