import { failed, ok, type Result } from '../../domain/result.ts';
import {
  CHUNK,
  type JournalDamage,
  type JournaledChange,
  type JournalProblem,
} from '../../shared/journal.ts';
import { mend } from './mend.ts';
import { endOf, listFolder, type SegmentRef, segmentOf } from './names.ts';
import type { Place } from './place.ts';
import { readSound, repairSnapshot, rewrite, type SoundSegment } from './repair.ts';
import { moveAside } from './set-aside.ts';
import { isSameChange, SEGMENT_BYTES } from './write-changes.ts';

type Answer<Value> = Promise<Result<Value, JournalProblem>>;

/**
 * Told of a segment that was read or written anew.
 * @param segment `null`: it is gone
 */
type OnSegment = (ref: SegmentRef, segment: SoundSegment | null) => void;

/**
 * The files of a journal that is open, kept in order: whatever is read is repaired when it has to be, and what was
 * found is remembered until it is told. To be used in the journal's turn only. Methods throw the operating system's
 * error, with its `code`.
 */
export class Upkeep {
  readonly #place: Place;
  readonly #onSegment: OnSegment;
  #damages: JournalDamage[] = [];

  constructor(place: Place, onSegment: OnSegment) {
    this.#place = place;
    this.#onSegment = onSegment;
  }

  add(...damages: readonly JournalDamage[]): void {
    this.#damages.push(...damages);
  }

  /** Whether a file that another program saved was put back, and that is still to be told. */
  hasUntoldResave(): boolean {
    return this.#damages.some(({ isResaved }) => isResaved);
  }

  /** What was found since this was asked last. */
  tell(): readonly JournalDamage[] {
    const told = this.#damages;
    this.#damages = [];
    return told;
  }

  /**
   * The changes after a number, at most `CHUNK`. Reads a few segments, wherever in the history it is.
   * @param last of the journal
   * @param mostBytes where there are more, those of the segments after that are left for another time.
   */
  async changesAfter(
    seq: number,
    last: number,
    mostBytes = SEGMENT_BYTES,
  ): Answer<readonly JournaledChange[]> {
    const { segments } = await listFolder(this.#place.folder);
    const from = segmentOf(segments, seq + 1)?.first ?? 0;
    const found: JournaledChange[] = [];
    let bytes = 0;
    for (const ref of segments.filter(({ first }) => first >= from)) {
      if (found.length >= CHUNK || (found.length > 0 && bytes >= mostBytes)) break;
      const read = await this.#read(segments, ref, last);
      if (!read.ok) return read;
      bytes += read.value?.size ?? 0;
      for (const entry of read.value?.entries ?? []) {
        if (entry.seq > seq) found.push(entry.change);
      }
    }
    return ok(found.slice(0, CHUNK));
  }

  /**
   * Whether changes that were sent before are those that the journal has, as far as it has them.
   * @param last of the journal
   */
  async compare(changes: readonly JournaledChange[], last: number): Answer<null> {
    const [first] = changes;
    if (!first) return ok(null);
    const read = await this.changesAfter(first.seq - 1, last, Number.POSITIVE_INFINITY);
    if (!read.ok) return read;
    const kept = new Map(read.value.map((change) => [change.seq, change]));
    const other = changes.find((change) => {
      const same = kept.get(change.seq);
      return same !== undefined && !isSameChange(same, change);
    });
    return other ? failed({ kind: 'gap', system: `another change ${other.seq}` }) : ok(null);
  }

  /**
   * Puts back changes that are missing; others are passed over.
   * @param last of the journal
   */
  async mend(changes: readonly JournaledChange[], last: number): Answer<null> {
    const { segments } = await listFolder(this.#place.folder);
    for (const ref of segments) {
      const end = Math.min(endOf(segments, ref), last + 1);
      const its = changes.filter(({ seq }) => seq >= ref.first && seq < end);
      if (its.length === 0) continue;
      const read = await this.#read(segments, ref, last);
      if (!read.ok) return read;
      if (read.value) await this.#mendSegment(read.value, its);
    }
    return ok(null);
  }

  async #mendSegment(segment: SoundSegment, changes: readonly JournaledChange[]): Promise<void> {
    const { ref } = segment;
    const { header, entries } = mend(segment.header, segment.entries, changes);
    if (entries.length === segment.entries.length) return;
    this.#onSegment(ref, await rewrite(this.#place, ref, header, entries));
  }

  /**
   * Looks at files that seemed damaged or were saved by another program, and sets aside what is. Of a file that is
   * whole but for its form, one in the app's own form takes the place.
   * @param isReplaced whether there is a good snapshot for those that are not. Where there is none, what can be
   * read of a damaged one is still needed, and it stays.
   * @param last of the journal
   */
  async dealWith(suspects: readonly string[], isReplaced: boolean, last: number): Answer<null> {
    const { segments, snapshots } = await listFolder(this.#place.folder);
    for (const ref of segments.filter(({ name }) => suspects.includes(name))) {
      const read = await this.#read(segments, ref, last);
      if (!read.ok) return read;
    }
    for (const { name } of snapshots) {
      if (suspects.includes(name)) await this.#settleSnapshot(name, isReplaced);
    }
    return ok(null);
  }

  async #settleSnapshot(name: string, isReplaced: boolean): Promise<void> {
    const { folder, now } = this.#place;
    const damage = { what: 'snapshot' as const, missing: [] };
    const repair = await repairSnapshot(this.#place, name);
    if (!repair.isWhole) {
      this.add({ ...damage, setAside: isReplaced ? await moveAside(folder, name, now()) : name });
    } else if (repair.setAside !== null) {
      this.add({ ...damage, setAside: repair.setAside, isResaved: true });
    }
  }

  async #read(
    segments: readonly SegmentRef[],
    ref: SegmentRef,
    last: number,
  ): Answer<SoundSegment | null> {
    const isNewest = ref.first === segments.at(-1)?.first;
    const read = await readSound(this.#place, segments, ref, isNewest ? last : 0);
    if (!read.ok) return read;
    const { segment, damage } = read.value;
    if (damage) this.add(damage);
    this.#onSegment(ref, segment);
    return ok(segment);
  }
}
