import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_DIGEST } from '../../domain/change/digest.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { JournalDamage, JournalProblem } from '../../shared/journal.ts';
import { writeAtomically } from '../atomic-write.ts';
import { log, systemCode } from '../log.ts';
import type { SegmentRef } from './names.ts';
import { isoTime, type Place } from './place.ts';
import { type ReadSegment, readSegment, readSnapshot } from './read-files.ts';
import { isComplete, originalBytes } from './rows-file.ts';
import {
  type Entry,
  missingRanges,
  newHeader,
  type SegmentHeader,
  segmentText,
  startHead,
} from './segment.ts';
import { appendBytes, cutTo, realDisk } from './segment-file.ts';
import { keepAside, moveAside } from './set-aside.ts';

const NEWLINE = 0x0a;

/** Tells that of a segment with such a name nothing was lost: see `findDamage`. */
const nameOfResaved = (name: string): string => name.replace(/\.jsonl$/, '-resaved.jsonl');

/** A segment that is whole on the disk. */
export interface SoundSegment {
  readonly ref: SegmentRef;
  readonly header: SegmentHeader;
  readonly entries: readonly Entry[];
  /** In bytes. */
  readonly size: number;
}

/** A segment after it was read and, if need be, repaired. */
export interface Repaired {
  /** `null`: nothing in it could be read, and it was moved away. */
  readonly segment: SoundSegment | null;
  readonly damage: JournalDamage | null;
}

/**
 * Reads a segment, and sees to it that it is whole: what cannot be read is set aside, and a segment of all that
 * can be takes its place. So does one in the app's own form, where another program has saved the file in another:
 * what is appended must fit what is there. A tail that a crash tore off was never called saved, so it is no damage.
 * @throws the operating system's error, with its `code`
 */
export async function readSound(
  place: Place,
  segments: readonly SegmentRef[],
  ref: SegmentRef,
  known = 0,
): Promise<Result<Repaired, JournalProblem>> {
  const read = await readSegment(place.folder, segments, ref);
  if (!read.ok) return read;
  const segment = read.value;
  if (segment.state === 'whole' && !segment.isResaved && segment.header) {
    const { header, entries, bytes } = segment;
    return ok({ segment: { ref, header, entries, size: bytes.length }, damage: null });
  }
  return ok(
    await repair(place, segments, ref, { ...segment, lostTo: Math.max(known, segment.lostTo) }),
  );
}

async function repair(
  place: Place,
  segments: readonly SegmentRef[],
  ref: SegmentRef,
  { header, entries, bytes, state, isResaved, tornFrom, lostTo }: ReadSegment,
): Promise<Repaired> {
  log(`journal: ${ref.name} is ${isResaved ? 'saved by another program, and ' : ''}${state}`);
  const next = segments.find(({ first }) => first > ref.first);
  const end = next ? await lastBefore(place, segments, next, lostTo) : lostTo;
  const missing = missingRanges(entries, ref.first, Math.max(end, entries.at(-1)?.seq ?? 0));
  const isShort = state === 'torn' && next !== undefined && missing.length > 0;
  if (!header && entries.length === 0) {
    const setAside = await moveAside(place.folder, ref.name, place.now());
    return { segment: null, damage: { what: 'journal', setAside, missing } };
  }
  if (header && state === 'torn' && !isResaved) {
    const size = await cutOff(place, ref, bytes, tornFrom);
    const damage = isShort ? { what: 'journal' as const, setAside: ref.name, missing } : null;
    return { segment: { ref, header, entries, size }, damage };
  }
  const isDamaged = state === 'damaged' || isShort;
  const name = isDamaged ? ref.name : nameOfResaved(ref.name);
  const setAside = await keepAside(place.folder, name, place.now(), bytes);
  const segment = await rewrite(place, ref, header ?? derivedHeader(place, ref, entries), entries);
  const found = isDamaged ? { missing } : ({ missing: [], isResaved: true } as const);
  return { segment, damage: { what: 'journal', setAside, ...found } };
}

/**
 * Takes what was torn off away. That needs no room, so that a journal on a full disk can be opened; what is taken
 * away is kept if there is room.
 * @returns the file's size
 */
async function cutOff(
  { folder, now }: Place,
  { name }: SegmentRef,
  bytes: Buffer,
  from: number,
): Promise<number> {
  const path = join(folder, name);
  const torn = bytes.subarray(from);
  if (torn.length > 0) {
    await keepAside(folder, name, now(), torn).catch((error: unknown) => {
      if (systemCode(error) === undefined) throw error;
      log(`journal: could not keep what was torn off: ${String(error)}`);
    });
    await cutTo(path, from, realDisk);
  }
  if (bytes[from - 1] === NEWLINE) return from;
  // Of the last line, only the newline was missing.
  const ended = await appendBytes(path, from, Buffer.of(NEWLINE), realDisk);
  if (!ended.ok)
    throw Object.assign(new Error('could not end the line'), { code: ended.reason.system });
  return from + 1;
}

/** The last `seq` that belongs before a segment: up to it, what is not there is missing. */
async function lastBefore(
  { folder }: Place,
  segments: readonly SegmentRef[],
  next: SegmentRef,
  lostTo: number,
): Promise<number> {
  const read = await readSegment(folder, segments, next);
  const leavesGap = read.ok && read.value.header?.base === 'snapshot';
  return leavesGap ? Math.min(lostTo, next.first - 1) : next.first - 1;
}

function derivedHeader(place: Place, ref: SegmentRef, entries: readonly Entry[]): SegmentHeader {
  const start = startHead(entries) ?? { seq: ref.first - 1, digest: EMPTY_DIGEST };
  return newHeader(place.app, isoTime(place), start);
}

/**
 * Puts a segment with these entries in the place of what is there.
 * @throws the operating system's error, with its `code`
 */
export async function rewrite(
  { folder }: Pick<Place, 'folder'>,
  ref: SegmentRef,
  header: SegmentHeader,
  entries: readonly Entry[],
): Promise<SoundSegment> {
  const text = segmentText(header, entries);
  await writeAtomically(join(folder, ref.name), text);
  return { ref, header, entries, size: Buffer.byteLength(text) };
}

/** What became of a snapshot that seemed damaged. */
export type SnapshotRepair =
  /** Its file is in the app's own form, and nothing is missing. `setAside`: what another program had made of it. */
  { readonly isWhole: true; readonly setAside: string | null } | { readonly isWhole: false };

/**
 * Reads a snapshot, and writes it in the app's own form where another program has saved it in another.
 * @throws the operating system's error, with its `code`
 */
export async function repairSnapshot(
  { folder, now }: Place,
  name: string,
): Promise<SnapshotRepair> {
  const read = await readSnapshot(folder, { name });
  if (!read.ok || !isComplete(read.value)) return { isWhole: false };
  if (read.value.faults.length === 0) return { isWhole: true, setAside: null };
  log(`journal: ${name} is saved by another program`);
  const bytes = await readFile(join(folder, name));
  const setAside = await keepAside(folder, nameOfResaved(name), now(), bytes);
  await writeAtomically(join(folder, name), originalBytes(bytes));
  return { isWhole: true, setAside };
}
