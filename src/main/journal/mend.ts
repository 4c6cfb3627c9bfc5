import { EMPTY_DIGEST } from '../../domain/change/digest.ts';
import type { Head } from '../../domain/change/head.ts';
import type { JournaledChange } from '../../shared/journal.ts';
import { after, before, type Entry, newEntry, type SegmentHeader, startHead } from './segment.ts';

/**
 * A segment's changes with missing ones put back where they belong. Lines that are there stay as they are.
 * The digests of those that come back follow from their neighbours'.
 * @param changes those that the segment may hold
 */
export function mend(
  header: SegmentHeader,
  entries: readonly Entry[],
  changes: readonly JournaledChange[],
): { header: SegmentHeader; entries: readonly Entry[] } {
  const known = new Set(entries.map(({ seq }) => seq));
  const back = changes
    .filter(({ seq }) => !known.has(seq))
    .map((change) => newEntry(change, undefined));
  if (back.length === 0) return { header, entries };
  const merged = [...entries, ...back].sort((a, b) => a.seq - b.seq);
  const complete = backwards(forwards(header.after, merged));
  const first = complete[0]?.seq ?? Number.POSITIVE_INFINITY;
  if (first > header.after.seq) return { header, entries: complete };
  // The header had been derived from the first change that could be read.
  const start = startHead(complete) ?? { seq: first - 1, digest: EMPTY_DIGEST };
  return { header: { ...header, after: start }, entries: complete };
}

function forwards(start: Head, entries: readonly Entry[]): Entry[] {
  let head: Head | undefined = start;
  return entries.map((entry) => {
    const { seq, digest, change } = entry;
    const follows: boolean = head?.seq === seq - 1;
    if (digest !== undefined) head = { seq, digest };
    else head = head && follows ? after(head, change) : undefined;
    return digest === undefined && head ? newEntry(change, head.digest) : entry;
  });
}

function backwards(entries: readonly Entry[]): Entry[] {
  /** Before the change that was looked at last. */
  let head: Head | undefined;
  return entries
    .map((_, index) => entries[entries.length - 1 - index] as Entry)
    .map((entry) => {
      const { seq, change } = entry;
      const digest: string | undefined =
        entry.digest ?? (head?.seq === seq ? head.digest : undefined);
      head = digest === undefined ? undefined : before({ seq, digest }, change);
      return entry.digest === digest ? entry : newEntry(change, digest);
    })
    .reverse();
}
