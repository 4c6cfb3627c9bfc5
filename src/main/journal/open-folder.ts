import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Head, sameHead } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournalDamage, JournalProblem } from '../../shared/journal.ts';
import { isLeftover, syncFolder } from '../atomic-write.ts';
import { log, systemCode } from '../log.ts';
import { type Listing, listFolder, type SegmentRef, type SnapshotRef } from './names.ts';
import { claim } from './owner.ts';
import type { Place } from './place.ts';
import { readSegment, readSnapshot } from './read-files.ts';
import { readSound, type SoundSegment } from './repair.ts';
import { isComplete, type RowsFileHeader, readRowsFileHeader } from './rows-file.ts';
import { endHead } from './segment.ts';
import { moveAside } from './set-aside.ts';

/** The segment that is written on. */
export interface Tail {
  readonly ref: SegmentRef;
  /** How many changes it holds. */
  readonly count: number;
  /** Its good content in bytes. */
  readonly size: number;
  /** Whether there is nothing behind its good content. */
  readonly isTidy: boolean;
  /** Whether it may be written on: see `AppendFailure`. */
  readonly isTrusted: boolean;
}

/** What is known of a journal that is open. */
export interface Standing {
  /** Ours: while it stands in the folder, we may write. */
  readonly token: string;
  readonly head: Head | null;
  /** `null`: the next change begins a segment. */
  readonly tail: Tail | null;
  /** Where the newest snapshot stands. */
  readonly snapshot: Head | null;
}

export interface OpenedFolder {
  readonly standing: Standing;
  readonly damages: readonly JournalDamage[];
}

/**
 * Opens a journal's folder, making it where there is none, and takes it over from whoever has it. Reads the newest
 * segment whole and of the newest snapshot the beginning, so that it takes no longer as the journal grows. What a
 * newer version of the app wrote is not touched at all.
 * @throws the operating system's error, with its `code`
 */
export async function openFolder(place: Place): Promise<Result<OpenedFolder, JournalProblem>> {
  const { folder } = place;
  const newer = await findNewer(folder);
  if (newer) return failed(newer);
  const made = await mkdir(folder, { recursive: true });
  // Its own name has to outlast a power cut, too.
  if (made !== undefined) await syncFolder(dirname(folder));
  const token = await claim(folder);
  await removeLeftovers(folder);
  // Anew: until the claim, another could write.
  const listing = await listFolder(folder);
  const newest = await newestSegment(place, listing);
  if (!newest.ok) return newest;
  const { segment, damages } = newest.value;
  const head = segment ? endHead(segment) : null;
  const snapshot = await newestSnapshot(place, listing, head);
  const standing =
    snapshot.head && snapshot.head.seq > (head?.seq ?? -1)
      ? { token, head: snapshot.head, tail: null, snapshot: snapshot.head }
      : { token, head, tail: segment && tailOf(segment), snapshot: snapshot.head };
  const inJournal = head && standing.head ? missingUpTo(standing.head, head, damages) : damages;
  return ok({ standing, damages: [...inJournal, ...snapshot.damages] });
}

/** Whether two stores stand at the same place, be it before anything. */
export function isSame(a: Head | null, b: Head | null): boolean {
  return a && b ? sameHead(a, b) : a === b;
}

/** The segment as one to write on. */
export function tailOf({ ref, entries, size }: SoundSegment): Tail {
  return { ref, count: entries.length, size, isTidy: true, isTrusted: true };
}

async function findNewer(folder: string): Promise<JournalProblem | null> {
  const { segments, snapshots } = await listFolder(folder);
  const segment = segments.at(-1);
  if (segment) {
    const read = await readSegment(folder, segments, segment);
    if (!read.ok) return read.reason;
  }
  const snapshot = snapshots.at(-1);
  const header = snapshot && (await headerOf(folder, snapshot));
  return header === 'newer' ? { kind: 'newer', system: snapshot?.name ?? '' } : null;
}

/** The header of a snapshot, `null` where it cannot be read. */
async function headerOf(
  folder: string,
  { name }: SnapshotRef,
): Promise<RowsFileHeader | 'newer' | null> {
  try {
    const read = await readRowsFileHeader(join(folder, name));
    if (read.ok) return read.value;
    return read.reason.kind === 'newer' ? 'newer' : null;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    log(`could not read ${name}: ${String(error)}`);
    return null;
  }
}

/** What writes left behind that ended with their process. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isLeftover(name)) await rm(join(folder, name), { force: true });
  }
}

/** The newest segment of which something can be read. */
async function newestSegment(
  place: Place,
  { segments }: Listing,
): Promise<Result<{ segment: SoundSegment | null; damages: JournalDamage[] }, JournalProblem>> {
  const damages: JournalDamage[] = [];
  for (const [index, ref] of [...segments.entries()].reverse()) {
    const read = await readSound(place, segments.slice(0, index + 1), ref);
    if (!read.ok) return read;
    const { segment, damage } = read.value;
    if (damage) damages.push(damage);
    if (segment) return ok({ segment, damages });
  }
  return ok({ segment: null, damages });
}

/**
 * Where the newest snapshot stands that can be built on. Of one that the segments lead up to, the beginning is
 * enough; one that is ahead of them is all there is, and has to be whole, unless there is nothing else at all.
 */
async function newestSnapshot(
  place: Place,
  { snapshots }: Listing,
  head: Head | null,
): Promise<{ head: Head | null; damages: JournalDamage[] }> {
  const damages: JournalDamage[] = [];
  let partial: Head | null = null;
  for (const ref of [...snapshots].reverse()) {
    const header = await headerOf(place.folder, ref);
    if (header === null || header === 'newer') {
      const setAside = await moveAside(place.folder, ref.name, place.now());
      damages.push({ what: 'snapshot', setAside, missing: [] });
      continue;
    }
    if (head && header.head.seq <= head.seq) return { head: header.head, damages };
    const read = await readSnapshot(place.folder, ref);
    if (read.ok && isComplete(read.value)) return { head: header.head, damages };
    // Left where it is: its readable rows may be needed yet.
    damages.push({ what: 'snapshot', setAside: ref.name, missing: [] });
    partial ??= header.head;
  }
  return { head: head ? null : partial, damages };
}

/** What is known to be missing, when a snapshot shows that the journal had gone further than its segments do. */
function missingUpTo(
  to: Head,
  from: Head,
  damages: readonly JournalDamage[],
): readonly JournalDamage[] {
  if (to.seq === from.seq) return damages;
  const [last = { what: 'journal' as const, setAside: '', missing: [] }, ...others] = damages;
  const before = last.missing.filter(([first]) => first <= from.seq);
  return [{ ...last, missing: [...before, [from.seq + 1, to.seq]] }, ...others];
}
