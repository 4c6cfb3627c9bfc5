import { join } from 'node:path';
import { FIRST_HEAD, type Head, sameHead } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  JournalDamage,
  JournaledChange,
  JournalProblem,
  JournalState,
  TableRow,
} from '../../shared/journal.ts';
import { log } from '../log.ts';
import { orProblem, type RunJob, settled } from './jobs.ts';
import { type SegmentRef, snapshotRef } from './names.ts';
import { isSame, openFolder, type Standing, type Tail, tailOf } from './open-folder.ts';
import { ownerOf } from './owner.ts';
import type { Place } from './place.ts';
import { isResaved } from './read-files.ts';
import { goOnFrom } from './rebase.ts';
import type { SoundSegment } from './repair.ts';
import { cutTo, type Disk, realDisk } from './segment-file.ts';
import { keepAside } from './set-aside.ts';
import { SnapshotTimer } from './snapshot-timer.ts';
import { thinSnapshots } from './snapshots.ts';
import { Upkeep } from './upkeep.ts';
import { sizeOf, sortOut, writeChanges } from './write-changes.ts';

export interface JournalOptions {
  /** Made when it is not there. */
  readonly folder: string;
  /** The app's version. */
  readonly app: string;
  readonly runJob: RunJob;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly disk?: Disk;
}

type Answer<Value> = Promise<Result<Value, JournalProblem>>;

/**
 * The journal: plain files that hold every change the analyst made, each on the disk before the window says
 * "Saved". The window's database is a copy of it that can be rebuilt.
 *
 * In its folder: segments with the changes (`segment.ts`), which are never thinned, since they are the history;
 * snapshots of the rows (`rows-file.ts`), so that a rebuild need not go through all changes; `owner`, which says
 * who may write (`owner.ts`); and `set-aside/`, for what is no longer used but was not ours to delete.
 *
 * Calls are done one after another. Expected failures are values; after `disk`, the same call can be made again.
 */
export class Journal {
  readonly #place: Place;
  readonly #disk: Disk;
  readonly #runJob: RunJob;
  readonly #upkeep: Upkeep;
  #queue: Promise<unknown> = Promise.resolve();
  #standing: Standing | null = null;
  /** The files went away while we were running: only the window knows now what should be in them. */
  #isLost = false;
  readonly #timer = new SnapshotTimer(() => this.snapshot());
  /** One snapshot after another. */
  #snapshots: Promise<unknown> = Promise.resolve();
  /** The snapshot that is being written. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor({ folder, app, runJob, now = Date.now, disk = realDisk }: JournalOptions) {
    this.#place = { folder, app, now };
    this.#disk = disk;
    this.#runJob = runJob;
    this.#upkeep = new Upkeep(this.#place, (ref, segment) => this.#keepTail(ref, segment));
  }

  /**
   * Opens the journal, taking it over from whoever has it, or says again where it stands. What was found damaged
   * is told once, here or by `check`.
   */
  open(): Answer<JournalState> {
    return this.#inTurn(async () => {
      const asLeft = this.#standing ? await this.#asLeft(this.#standing) : 'gone';
      const standing =
        this.#standing && asLeft === 'ours' ? ok(this.#standing) : await this.#reopen();
      if (!standing.ok) return standing;
      this.#isLost = false;
      this.#planSnapshot();
      return ok({ head: standing.value.head, damages: this.#upkeep.tell() });
    });
  }

  /** See `journal:append`. */
  append(changes: readonly JournaledChange[]): Answer<Head> {
    return this.#inTurn(async () => {
      const ready = await this.#readyFor(changes);
      if (!ready.ok) return ready;
      const sorted = sortOut(ready.value.head, changes);
      if (!sorted.ok) return sorted;
      const { known, fresh } = sorted.value;
      const sameAsKnown = await this.#upkeep.compare(known, ready.value.head?.seq ?? 0);
      if (!sameAsKnown.ok) return sameAsKnown;
      const before = this.#standing ?? ready.value;
      if (fresh.length === 0) return ok(before.head ?? FIRST_HEAD);
      const { standing, problem } = await writeChanges(this.#place, before, fresh, this.#disk);
      this.#standing = standing;
      if (problem) return refuse(problem);
      this.#planSnapshot();
      return ok(standing.head ?? FIRST_HEAD);
    });
  }

  /** See `journal:mend`. */
  mend(changes: readonly JournaledChange[]): Answer<null> {
    return this.#inTurn(async () => {
      const ready = await this.#ready();
      return ready.ok ? this.#upkeep.mend(changes, ready.value.head?.seq ?? 0) : ready;
    });
  }

  /** See `journal:rebase`. */
  rebase(head: Head, rows: readonly TableRow[]): Answer<null> {
    return this.#inTurn(async () => {
      const ready = await this.#ready({ evenIfLost: true });
      if (!ready.ok) return ready;
      // Begun before this, it would stand beyond the head that is to count from here.
      await this.#writing;
      const { folder, app, now } = this.#place;
      const based = await this.#runJob({ kind: 'base', folder, app, time: now(), head, rows });
      if (!based.ok) return based;
      // Should the rest fail half-way, the files themselves say best where they stand.
      this.#standing = null;
      const begun = await goOnFrom(this.#place, head);
      if (!begun.ok) return begun;
      this.#standing = { ...ready.value, head, tail: begun.value, snapshot: head };
      this.#isLost = false;
      return ok(null);
    });
  }

  /** See `journal:read-changes`. */
  readChanges(after: number): Answer<readonly JournaledChange[]> {
    return this.#inTurn(async () => {
      const ready = await this.#ready({ evenIfLost: true });
      return ready.ok ? this.#upkeep.changesAfter(after, ready.value.head?.seq ?? 0) : ready;
    });
  }

  /** The best there is: where rows are missing, the head's digest is that of the rows, not the journal's. */
  readRows(): Answer<{ readonly head: Head; readonly rows: readonly TableRow[] }> {
    return this.#inTurn(async () => {
      const ready = await this.#ready({ evenIfLost: true });
      if (!ready.ok) return ready;
      const { head } = ready.value;
      if (!head) return ok({ head: FIRST_HEAD, rows: [] });
      const { folder } = this.#place;
      const replayed = await this.#runJob({ kind: 'rows', folder, head });
      if (!replayed.ok) return replayed;
      const { suspects, rows, head: reached } = replayed.value;
      const isWhole = sameHead(reached, head);
      const dealtWith = await this.#upkeep.dealWith(suspects, isWhole, head.seq);
      return dealtWith.ok ? ok({ head: reached, rows }) : dealtWith;
    });
  }

  /** @returns the file's name in the journal's folder */
  setAside(rows: readonly object[]): Answer<string> {
    return this.#inTurn(async () => {
      const ready = await this.#ready({ evenIfLost: true });
      if (!ready.ok) return ready;
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      return ok(await keepAside(this.#place.folder, 'rows', this.#place.now(), lines));
    });
  }

  /** Takes a snapshot, unless the newest one stands where the journal does. Appending goes on meanwhile. */
  snapshot(): Answer<null> {
    return this.#snapshotInTurn({ evenIfThere: false });
  }

  /** Reads everything through, and tells what was found damaged and is not told yet. */
  async check(): Answer<readonly JournalDamage[]> {
    const ready = await this.#inTurn(() => this.#ready({ evenIfLost: true }));
    if (!ready.ok) return ready;
    // Appending goes on meanwhile, and a segment that seems damaged is looked at again in our turn.
    const found = await orProblem(() =>
      this.#runJob({ kind: 'check', folder: this.#place.folder }),
    );
    if (!found.ok) return found;
    const { suspects, gaps } = found.value;
    const isReplaced = suspects.some((name) => snapshotRef(name))
      ? (await this.#snapshotInTurn({ evenIfThere: true })).ok
      : true;
    return this.#inTurn(async () => {
      const again = await this.#ready({ evenIfLost: true });
      if (!again.ok) return again;
      const last = again.value.head?.seq ?? 0;
      const dealtWith = await this.#upkeep.dealWith(suspects, isReplaced, last);
      if (!dealtWith.ok) return dealtWith;
      for (const gap of gaps) this.#upkeep.add({ what: 'journal', setAside: '', missing: [gap] });
      return ok(this.#upkeep.tell());
    });
  }

  #inTurn<Value>(work: () => Answer<Value>): Answer<Value> {
    const turn = this.#queue.then(() => orProblem(work));
    this.#queue = settled(turn);
    return turn;
  }

  /** Where the journal stands, when it may be written to. */
  async #ready({ evenIfLost = false } = {}): Answer<Standing> {
    const standing = this.#standing;
    if (!standing) return this.#reopen();
    const asLeft = await this.#asLeft(standing);
    if (asLeft === 'taken') return failed({ kind: 'taken', system: 'another copy of the app' });
    const ready = asLeft === 'ours' ? ok(this.#standing ?? standing) : await this.#reopen();
    if (!ready.ok) return ready;
    if (asLeft !== 'ours') {
      const { head } = ready.value;
      this.#isLost ||= !isSame(head, standing.head);
    }
    if (this.#isLost && !evenIfLost) return failed({ kind: 'gap', system: 'the files are gone' });
    return ready;
  }

  /** After another program saved a file, the window first opens the journal again, and so has it to tell. */
  async #readyFor(changes: readonly JournaledChange[]): Answer<Standing> {
    const ready = await this.#ready();
    return ready.ok && changes.length > 0 && this.#upkeep.hasUntoldResave()
      ? failed({ kind: 'gap', system: 'another program saved a file of the journal' })
      : ready;
  }

  async #reopen(): Answer<Standing> {
    this.#standing = null;
    const opened = await openFolder(this.#place);
    if (!opened.ok) return opened;
    this.#upkeep.add(...opened.value.damages);
    this.#standing = opened.value.standing;
    return ok(opened.value.standing);
  }

  /** Whether the files are as we left them. */
  async #asLeft({ token, tail }: Standing): Promise<'ours' | 'taken' | 'resaved' | 'gone'> {
    const { folder } = this.#place;
    const owner = await ownerOf(folder);
    if (owner === null) return 'gone';
    if (owner !== token) return 'taken';
    if (!tail) return 'ours';
    const size = await sizeOf(folder, tail.ref.name);
    if (size === null) return 'gone';
    if (!tail.isTidy) await this.#tidy(tail);
    else if (size !== tail.size) return (await isResaved(folder, tail.ref)) ? 'resaved' : 'taken';
    return 'ours';
  }

  /** Cuts off what a failed append has left, and could not cut off itself. */
  async #tidy(tail: Tail): Promise<void> {
    await cutTo(join(this.#place.folder, tail.ref.name), tail.size, this.#disk);
    if (this.#standing) this.#standing = { ...this.#standing, tail: { ...tail, isTidy: true } };
  }

  #keepTail(ref: SegmentRef, segment: SoundSegment | null): void {
    const tail = this.#standing?.tail;
    if (!this.#standing || tail?.ref.name !== ref.name) return;
    this.#standing = {
      ...this.#standing,
      tail: segment && { ...tailOf(segment), isTrusted: tail.isTrusted },
    };
  }

  #planSnapshot(): void {
    const { head, snapshot } = this.#standing ?? { head: null, snapshot: null };
    if (head && !isSame(head, snapshot)) this.#timer.start();
  }

  #snapshotInTurn(how: { evenIfThere: boolean }): Answer<null> {
    const taken = this.#snapshots.then(() => this.#takeSnapshot(how));
    this.#snapshots = settled(taken);
    return taken;
  }

  async #takeSnapshot({ evenIfThere }: { evenIfThere: boolean }): Answer<null> {
    const begun = await this.#inTurn(async () => {
      const ready = await this.#ready();
      if (!ready.ok) return ready;
      const { head, snapshot } = ready.value;
      if (!head || (!evenIfThere && isSame(head, snapshot))) return ok(null);
      const { folder, app, now } = this.#place;
      const job = this.#runJob({ kind: 'snapshot', folder, app, time: now(), head });
      this.#writing = settled(job);
      return ok({ head, snapshot, job });
    });
    if (!begun.ok) return begun;
    if (!begun.value) return ok(null);
    const { head, snapshot, job } = begun.value;
    const taken = await job;
    if (!taken.ok) return taken;
    return this.#inTurn(async () => {
      const standing = this.#standing;
      // Meanwhile another base may have come.
      if (standing?.snapshot === snapshot) this.#standing = { ...standing, snapshot: head };
      await thinSnapshots(this.#place);
      return this.#upkeep.dealWith(taken.value, true, this.#standing?.head?.seq ?? 0);
    });
  }
}

function refuse(problem: JournalProblem): Result<never, JournalProblem> {
  log(`journal: ${problem.kind} ${problem.system}`);
  return failed(problem);
}
