import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { EMPTY_DIGEST } from '../../domain/change/digest.ts';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournaledChange, JournalProblem } from '../../shared/journal.ts';
import { systemCode } from '../log.ts';
import { segmentName, segmentRef } from './names.ts';
import type { Standing, Tail } from './open-folder.ts';
import { isoTime, type Place } from './place.ts';
import { rewrite } from './repair.ts';
import { after, type Entry, newEntry, newHeader, type SegmentHeader } from './segment.ts';
import { appendBytes, type Disk } from './segment-file.ts';
import { moveAside } from './set-aside.ts';

/** How many changes a segment holds before the next begins: opening a journal reads one of them. */
export const SEGMENT_CHANGES = 1_000;

/** How large one becomes before that: ten times what changes usually take. A long note is in each change twice. */
export const SEGMENT_BYTES = 8_000_000;

/** Changes divided into those that the journal should have already and those that are new. */
export interface Sorted {
  readonly known: readonly JournaledChange[];
  readonly fresh: readonly JournaledChange[];
}

/** Whether changes follow upon the head, and upon one another; upon nothing, any number may follow. */
export function sortOut(
  head: Head | null,
  changes: readonly JournaledChange[],
): Result<Sorted, JournalProblem> {
  const last = head?.seq ?? 0;
  const known = changes.filter(({ seq }) => seq <= last);
  const fresh = changes.filter(({ seq }) => seq > last);
  const first = head ? last + 1 : (fresh[0]?.seq ?? 0);
  const stray = fresh.find(({ seq }, index) => seq !== first + index);
  if (stray) return failed({ kind: 'gap', system: `change ${stray.seq} after ${last}` });
  return ok({ known, fresh });
}

/** Whether a change that was sent twice is the same both times, as JSON has it. */
export function isSameChange(a: JournaledChange, b: JournaledChange): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}

/** Where the journal stands after a write, and what went wrong with it if something did. */
export interface Written {
  readonly standing: Standing;
  readonly problem: JournalProblem | null;
}

/**
 * Writes changes behind the last one, and waits until the disk has them. All of them count, or none.
 * @throws the operating system's error, with its `code`, when nothing was written
 */
export async function writeChanges(
  place: Place,
  standing: Standing,
  changes: readonly JournaledChange[],
  disk: Disk,
): Promise<Written> {
  const { tail } = standing;
  const start = standing.head ?? { seq: (changes[0]?.seq ?? 1) - 1, digest: EMPTY_DIGEST };
  const entries: Entry[] = [];
  let head = start;
  for (const change of changes) {
    head = after(head, change);
    entries.push(newEntry(change, head.digest));
  }
  if (!tail?.isTrusted || tail.count >= SEGMENT_CHANGES || tail.size >= SEGMENT_BYTES) {
    // Upon a snapshot alone, a gap before the segment is meant.
    const base = tail === null && standing.head ? 'snapshot' : undefined;
    const header = newHeader(place.app, isoTime(place), start, base);
    const begun = await beginSegment(place, header, entries);
    return { standing: { ...standing, head, tail: begun }, problem: null };
  }
  const bytes = Buffer.from(entries.map(({ line }) => `${line}\n`).join(''), 'utf8');
  const written = await appendBytes(join(place.folder, tail.ref.name), tail.size, bytes, disk);
  if (!written.ok) {
    const { system, isTidy, isTrusted } = written.reason;
    const problem = { kind: 'disk' as const, system };
    return { standing: { ...standing, tail: { ...tail, isTidy, isTrusted } }, problem };
  }
  const size = tail.size + bytes.length;
  const grown = { ...tail, size, count: tail.count + entries.length };
  return { standing: { ...standing, head, tail: grown }, problem: null };
}

/**
 * Begins a segment, all at once.
 * @throws the operating system's error, with its `code`
 */
export async function beginSegment(
  place: Place,
  header: SegmentHeader,
  entries: readonly Entry[],
): Promise<Tail> {
  const name = segmentName(header.after.seq + 1);
  const ref = segmentRef(name);
  if (!ref) throw new Error(`${name} is no segment's name`);
  // What stands there has no change that counts: it could not be trusted.
  if ((await sizeOf(place.folder, name)) !== null) await moveAside(place.folder, name, place.now());
  const { size } = await rewrite(place, ref, header, entries);
  return { ref, size, count: entries.length, isTidy: true, isTrusted: true };
}

/**
 * @returns in bytes; `null`: there is no such file
 * @throws the operating system's error, with its `code`
 */
export async function sizeOf(folder: string, name: string): Promise<number | null> {
  try {
    return (await stat(join(folder, name))).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
