import type { Head } from '../../domain/change/head.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { listFolder, segmentOf } from './names.ts';
import type { Tail } from './open-folder.ts';
import { isoTime, type Place } from './place.ts';
import { readSegment } from './read-files.ts';
import { rewrite } from './repair.ts';
import { newHeader } from './segment.ts';
import { keepAside, moveAside } from './set-aside.ts';
import { beginSegment } from './write-changes.ts';

/**
 * Has the journal go on from a head of which there is a snapshot. Changes and snapshots beyond that head no longer
 * count, and are set aside; what is before it stays as the history.
 * @throws the operating system's error, with its `code`
 */
export async function goOnFrom(place: Place, head: Head): Promise<Result<Tail, JournalProblem>> {
  const { folder } = place;
  const { segments, snapshots } = await listFolder(folder);
  for (const { name, first } of segments) {
    if (first > head.seq) await moveAside(folder, name, place.now());
  }
  for (const { name, seq } of snapshots) {
    if (seq > head.seq) await moveAside(folder, name, place.now());
  }
  const before = segments.filter(({ first }) => first <= head.seq);
  const last = segmentOf(before, head.seq);
  if (last) {
    const read = await readSegment(folder, before, last);
    if (!read.ok) return read;
    const { header, entries, bytes } = read.value;
    if (header && entries.some(({ seq }) => seq > head.seq)) {
      await keepAside(folder, last.name, place.now(), bytes);
      const kept = entries.filter(({ seq }) => seq <= head.seq);
      await rewrite(place, last, header, kept);
    }
  }
  return ok(await beginSegment(place, newHeader(place.app, isoTime(place), head, 'snapshot'), []));
}
