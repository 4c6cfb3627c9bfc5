import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { systemCode } from '../log.ts';
import { listFolder, SET_ASIDE, type SegmentRef, segmentOf, segmentRef } from './names.ts';
import { readSegment, readSnapshot } from './read-files.ts';

type Gap = readonly [from: number, to: number];

/** What reading a journal through has shown. */
export interface Findings {
  /** Names of files with damage in them, or that another program has saved in another form. */
  readonly suspects: readonly string[];
  /** Changes between two segments that neither has. */
  readonly gaps: readonly Gap[];
}

/**
 * Reads all segments and snapshots through. Reads only.
 * @throws the operating system's error, with its `code`, when a segment cannot be read
 */
export async function findDamage(folder: string): Promise<Result<Findings, JournalProblem>> {
  const { segments, snapshots } = await listFolder(folder);
  const journal = await readThrough(folder, segments);
  if (!journal.ok) return journal;
  const suspects = [...journal.value.suspects];
  for (const ref of snapshots) {
    const read = await readSnapshot(folder, ref);
    if (!read.ok && read.reason) return failed(read.reason);
    if (!read.ok || read.value.faults.length > 0) suspects.push(ref.name);
  }
  return ok({ suspects, gaps: await untold(folder, segments, journal.value.gaps) });
}

async function readThrough(
  folder: string,
  segments: readonly SegmentRef[],
): Promise<Result<Findings, JournalProblem>> {
  const suspects: string[] = [];
  const gaps: Gap[] = [];
  /** The last change so far; before the first, and where damage hides it, whatever comes follows. */
  let last = Number.POSITIVE_INFINITY;
  for (const ref of segments) {
    const read = await readSegment(folder, segments, ref);
    if (!read.ok) return read;
    const { header, entries, state, isResaved } = read.value;
    const follows = header !== null && header.base === undefined;
    if (follows && last < ref.first - 1) gaps.push([last + 1, ref.first - 1]);
    const isDamaged = state === 'damaged';
    if (isDamaged || isResaved) suspects.push(ref.name);
    last = isDamaged ? Number.POSITIVE_INFINITY : (entries.at(-1)?.seq ?? ref.first - 1);
  }
  return ok({ suspects, gaps });
}

/** Without the gaps that were told when a segment was set aside that had held some of them. */
async function untold(
  folder: string,
  segments: readonly SegmentRef[],
  gaps: readonly Gap[],
): Promise<readonly Gap[]> {
  if (gaps.length === 0) return gaps;
  const told = await namesIn(join(folder, SET_ASIDE));
  return gaps.filter(([from]) => {
    const before = segmentOf(segments, from - 1)?.first ?? 0;
    return !told.some(({ first }) => first >= before && first <= from);
  });
}

/** The segments of which something unreadable was set aside. */
async function namesIn(folder: string): Promise<SegmentRef[]> {
  try {
    // Set aside, a name goes on with the time.
    return (await readdir(folder)).flatMap(
      (name) => segmentRef(name.replace(/-\d+T.*/, '.jsonl')) ?? [],
    );
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
