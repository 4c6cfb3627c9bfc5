import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { log, systemCode } from '../log.ts';
import { endOf, type SegmentRef, type SnapshotRef } from './names.ts';
import { type RowsFile, readRowsFile } from './rows-file.ts';
import { parseSegment, type Segment } from './segment.ts';

/**
 * Reads a snapshot; one that cannot be is as good as none.
 * @returns as a reason: it must not be read, or (`null`) it cannot be.
 */
export async function readSnapshot(
  folder: string,
  { name }: Pick<SnapshotRef, 'name'>,
): Promise<Result<RowsFile, JournalProblem | null>> {
  try {
    const read = await readRowsFile(join(folder, name));
    if (read.ok) return read;
    return failed(read.reason.kind === 'newer' ? { kind: 'newer', system: name } : null);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    log(`could not read ${name}: ${String(error)}`);
    return failed(null);
  }
}

export interface ReadSegment extends Segment {
  /** The file as it is. */
  readonly bytes: Buffer;
}

/**
 * Reads a segment as it is, without those changes that belong to the one after it.
 * @throws the operating system's error, with its `code`
 */
export async function readSegment(
  folder: string,
  segments: readonly SegmentRef[],
  ref: SegmentRef,
): Promise<Result<ReadSegment, JournalProblem>> {
  const bytes = await readFile(join(folder, ref.name));
  const segment = parseSegment(bytes, ref.first);
  const { strangeLine } = segment;
  if (strangeLine !== null) {
    return failed({ kind: 'newer', system: `${ref.name}, line ${strangeLine}` });
  }
  const end = endOf(segments, ref);
  const entries = segment.entries.filter(({ seq }) => seq >= ref.first && seq < end);
  return ok({ ...segment, entries, bytes });
}

/** Whether another program has saved a segment in another form: see `FoundLines`. */
export async function isResaved(folder: string, ref: SegmentRef): Promise<boolean> {
  return parseSegment(await readFile(join(folder, ref.name)), ref.first).isResaved;
}
