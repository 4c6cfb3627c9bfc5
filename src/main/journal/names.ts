import { readdir } from 'node:fs/promises';
import { systemCode } from '../log.ts';

/** Wide enough that names sort as their numbers do, for longer than anyone annotates. */
const DIGITS = 12;

/** Where what the journal no longer uses is kept, inside of its folder. */
export const SET_ASIDE = 'set-aside';

const pad = (seq: number) => String(seq).padStart(DIGITS, '0');

/** @param first the first `seq` that the segment may hold; it holds none that the next segment may hold. */
export const segmentName = (first: number): string => `changes-${pad(first)}.jsonl`;

/** @param time in milliseconds since 1970 */
export const snapshotName = (seq: number, time: number): string =>
  `snapshot-${pad(seq)}-${fileTime(time)}.jsonl`;

/** A time in UTC as it can stand in a file name on every system, such as `20261122T043000123Z`. */
export function fileTime(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:.]/g, '');
}

/** A segment of the journal. */
export interface SegmentRef {
  readonly name: string;
  /** The first `seq` that it may hold. */
  readonly first: number;
}

export interface SnapshotRef {
  readonly name: string;
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What the journal's folder holds, oldest first. */
export interface Listing {
  readonly segments: readonly SegmentRef[];
  readonly snapshots: readonly SnapshotRef[];
}

/**
 * Lists the journal's folder; one that is not there is empty.
 * @throws the operating system's error, with its `code`
 */
export async function listFolder(folder: string): Promise<Listing> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  names.sort();
  return {
    segments: names.flatMap((name) => segmentRef(name) ?? []),
    snapshots: names.flatMap((name) => snapshotRef(name) ?? []),
  };
}

/** Reads a segment's name; `undefined`: it is none. */
export function segmentRef(name: string): SegmentRef | undefined {
  const first = /^changes-(\d{12})\.jsonl$/.exec(name)?.[1];
  return first === undefined ? undefined : { name, first: Number(first) };
}

/** Reads a snapshot's name; `undefined`: it is none. */
export function snapshotRef(name: string): SnapshotRef | undefined {
  const found = /^snapshot-(\d{12})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.jsonl$/.exec(
    name,
  );
  if (!found) return undefined;
  const [, seq, year, month, day, hour, minute, second, milliseconds] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  return Number.isNaN(time) ? undefined : { name, seq: Number(seq), time };
}

/** The segment that a change belongs to: the last one that may hold it. */
export function segmentOf(segments: readonly SegmentRef[], seq: number): SegmentRef | undefined {
  return segments.findLast(({ first }) => first <= seq);
}

/** The first `seq` that the segment may no longer hold, since the one after it may. */
export function endOf(segments: readonly SegmentRef[], segment: SegmentRef): number {
  return segments.find(({ first }) => first > segment.first)?.first ?? Number.POSITIVE_INFINITY;
}
