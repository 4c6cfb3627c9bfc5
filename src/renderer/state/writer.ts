import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change, ChangeKind } from '../../domain/change/change.ts';
import { type Head, sameHead } from '../../domain/change/head.ts';
import type { Result } from '../../domain/result.ts';
import { CHUNK, type JournalProblem, type SaveProblem, toJournal } from '../../shared/journal.ts';
import { commit, DatabaseElsewhere, type Edit, follow } from '../db/commit.ts';
import type { Database } from '../db/database.ts';
import { stepHistory, undoTo } from '../db/history.ts';
import { isRefusal, nameOf } from '../db/refusal.ts';
import { newId, now } from './ids.ts';
import type { AskJournal } from './journal.ts';
import type { Unjournaled } from './reconcile.ts';
import type { SaveStatus } from './save-status.ts';

interface Job {
  readonly edits: readonly Edit[];
  readonly kind: ChangeKind;
  readonly batch: string;
}

/** What the writer stands upon. */
export interface WriterPorts {
  readonly ask: AskJournal;
  /** Is told of the changes of each commit once they are in the database. */
  readonly onCommitted: (changes: readonly Change[]) => void;
  /**
   * Brings database and journal together again; both then stand at the head it returns.
   * @param areRowsBad when the rows are known not to be what the database says they are.
   * @param unjournaled what the journal lacks, and the database too if it was wiped meanwhile.
   * @throws what Dexie throws when the database refuses.
   */
  readonly recover: (
    areRowsBad: boolean,
    unjournaled: Unjournaled,
  ) => Promise<Result<Head, JournalProblem>>;
}

/**
 * The queue through which everything is written, one commit after the other, and the truth about it.
 * Saved is what is in the journal. A commit that fails is never dropped: it waits, in its order, until
 * "Try again" succeeds.
 */
export class Writer {
  readonly status: StoreApi<SaveStatus> = createStore<SaveStatus>(() => ({ kind: 'saved' }));
  readonly #db: Database;
  readonly #ports: WriterPorts;
  #head: Head;
  /** Where the journal stood when it was heard of last. */
  #journalHead: Head;
  #tail: Promise<unknown> = Promise.resolve();
  #open = 0;
  /** What the database did not take. */
  readonly #unsaved: Job[] = [];
  /** What the database took and the journal has not. */
  #unjournaled: Change[] = [];
  #problem: SaveProblem | undefined;
  /** Tells whether the database is what it says it is, as long as nobody has looked. */
  #isSound: (() => Promise<boolean>) | undefined;
  /** Whether database and journal are known to be apart. */
  #mustRecover = false;
  /** Whether the rows are known not to be what the database says they are. */
  #areRowsBad = false;

  /** @param head where database and journal stand. */
  constructor(db: Database, head: Head, ports: WriterPorts) {
    this.#db = db;
    this.#head = head;
    this.#journalHead = head;
    this.#ports = ports;
  }

  /** @returns the changes made; empty when nothing changed or when the commit failed and now waits. */
  write(edits: readonly Edit[], kind: ChangeKind = 'edit', batch = newId()): Promise<Change[]> {
    return this.#enqueue(async () => {
      const job = { edits, kind, batch };
      // Later work must not overtake work that waits: it may build upon it.
      const made = this.#unsaved.length > 0 ? undefined : await this.#attempt(job);
      if (!made) this.#unsaved.push(job);
      await this.#pass(made ?? []);
      return made ?? [];
    });
  }

  /**
   * Takes the newest batch back, or brings it again.
   * @returns the changes made; empty when there was nothing to take back, or while failed work waits: the
   * newest batch is not in the log then.
   * @throws what Dexie throws when this cannot be written; nothing has changed then.
   */
  step(kind: 'undo' | 'redo'): Promise<Change[]> {
    return this.#walk((after) =>
      stepHistory(this.#db, kind, { batch: newId(), time: now(), after }),
    );
  }

  /** Takes back an edit and all since, a step each; else like `step`. */
  undoTo(batch: string): Promise<Change[]> {
    return this.#walk((after) => undoTo(this.#db, batch, newId, { time: now(), after }));
  }

  /** Saves what failed, in its order. */
  retry(): Promise<Change[]> {
    return this.#enqueue(async () => {
      const changes: Change[] = [];
      // Whoever asks again has closed the other copy: the journal is taken back by opening it.
      if (this.#isTaken()) this.#mustRecover = true;
      if (!(await this.#journal())) return changes;
      for (let job = this.#unsaved[0]; job; job = this.#unsaved[0]) {
        const made = await this.#attempt(job);
        if (!made) break;
        this.#unsaved.shift();
        changes.push(...made);
        if (!(await this.#pass(made))) break;
      }
      return changes;
    });
  }

  /** The database is to be checked: when `check` is called, but before anything is written to it at the latest. */
  distrust(isSound: () => Promise<boolean>): void {
    this.#isSound = isSound;
  }

  /**
   * Checks the database, and brings it back where it is not sound. The status does not speak of this: nothing of
   * the analyst's is waiting.
   */
  async check(): Promise<void> {
    const isSound = this.#isSound;
    this.#isSound = undefined;
    if (!isSound) return;
    await this.#inTurn(async () => {
      if (!(await isSound())) await this.#recover(true);
      this.#report();
    });
  }

  /**
   * Does something while nothing is written, and database and journal agree.
   * @returns `undefined` when they do not: then it was not done.
   */
  undisturbed<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    return this.#inTurn(async () => (this.#isBehind() ? undefined : work()));
  }

  /** Says, before anything was written, that the journal cannot be had; "Try again" asks for it again. */
  startWithoutJournal(problem: JournalProblem): void {
    this.#mustRecover = true;
    this.#problem = { in: 'journal', problem };
    this.#report();
  }

  /**
   * Says that something is not saved yet that has not reached the queue, such as a note being typed.
   * @returns a function to call when it has.
   */
  hold(): () => void {
    let held = true;
    this.#open += 1;
    this.#report();
    return () => {
      if (!held) return;
      held = false;
      this.#open -= 1;
      this.#report();
    };
  }

  /** Resolves when everything that was queued until now has been committed or has failed. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  #isTaken(): boolean {
    return this.#problem?.in === 'journal' && this.#problem.problem.kind === 'taken';
  }

  #isBehind(): boolean {
    return this.#mustRecover || this.#unsaved.length > 0 || this.#unjournaled.length > 0;
  }

  /** @returns `undefined` when the database refused; mistakes in the code throw. */
  async #attempt({ edits, kind, batch }: Job): Promise<Change[] | undefined> {
    // Upon rows that are not what they should be, an edit would do something else, or nothing.
    if (this.#areRowsBad && !(await this.#recover())) return undefined;
    try {
      return await this.#commit((after) =>
        commit(this.#db, edits, { kind, batch, time: now(), after }),
      );
    } catch (error) {
      if (!(error instanceof DatabaseElsewhere)) this.#refused(error);
      // That it could not be brought back was told by whoever tried; this one was, and is elsewhere again.
      else this.#problem ??= { in: 'database', name: error.name };
      return undefined;
    }
  }

  /** @throws what is no refusal of the database's, but a mistake in the code. */
  #refused(error: unknown): void {
    if (!isRefusal(error)) throw error;
    this.#problem = { in: 'database', name: nameOf(error) };
  }

  /** Commits; where the database is not what it was, brings it back first. */
  async #commit(write: (after: Head) => Promise<Change[]>): Promise<Change[]> {
    const changes = await write(this.#head).catch(async (error: unknown) => {
      if (!(error instanceof DatabaseElsewhere) || !(await this.#recover())) throw error;
      return write(this.#head);
    });
    this.#head = changes.reduce(follow, this.#head);
    this.#unjournaled.push(...changes);
    return changes;
  }

  /** Passes on what is in the database now. @returns whether the journal has everything. */
  async #pass(changes: readonly Change[]): Promise<boolean> {
    try {
      if (changes.length > 0) this.#ports.onCommitted(changes);
    } catch (error) {
      // A mistake of whoever is told is no reason not to save.
      await this.#journal();
      throw error;
    }
    return this.#journal();
  }

  /** Has the journal take what it has not yet. @returns whether it has everything. */
  async #journal(): Promise<boolean> {
    if (this.#mustRecover && !(await this.#recover())) return false;
    while (this.#unjournaled.length > 0) {
      const chunk = this.#unjournaled.slice(0, CHUNK);
      const taken = await this.#ports.ask('journal:append', toJournal(chunk));
      if (!taken.ok && taken.reason.kind !== 'gap') {
        this.#problem = { in: 'journal', problem: taken.reason };
        return false;
      }
      if (taken.ok) {
        this.#unjournaled = this.#unjournaled.slice(chunk.length);
        this.#journalHead = taken.value;
      }
      const isDone = this.#unjournaled.length === 0;
      const isApart = !taken.ok || (isDone && !sameHead(taken.value, this.#head));
      if (isApart && !(await this.#recover())) return false;
    }
    if (this.#unsaved.length === 0) this.#problem = undefined;
    return true;
  }

  /** @returns whether they are together; if not, that is told, and has to be tried again. */
  async #recover(areRowsBad = false): Promise<boolean> {
    this.#mustRecover = true;
    this.#areRowsBad ||= areRowsBad;
    const unjournaled = { after: this.#journalHead, changes: this.#unjournaled };
    try {
      const recovered = await this.#ports.recover(this.#areRowsBad, unjournaled);
      if (recovered.ok) this.#beginAgain(recovered.value);
      else this.#problem = { in: 'journal', problem: recovered.reason };
    } catch (error) {
      this.#refused(error);
    }
    return !this.#mustRecover;
  }

  /** Database and journal are together. */
  #beginAgain(head: Head): void {
    this.#mustRecover = false;
    this.#areRowsBad = false;
    this.#head = head;
    this.#journalHead = head;
    this.#unjournaled = [];
  }

  /** Walks through the history, unless something waits to be saved. */
  #walk(step: (after: Head) => Promise<Change[]>): Promise<Change[]> {
    return this.#enqueue(async () => {
      if (this.#isBehind()) return [];
      const changes = await this.#commit(step);
      await this.#pass(changes);
      return changes;
    });
  }

  #enqueue(task: () => Promise<Change[]>): Promise<Change[]> {
    void this.check();
    const release = this.hold();
    return this.#inTurn(() => task().finally(release));
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = this.#tail.then(task);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  #report(): void {
    const next: SaveStatus = this.#problem
      ? { kind: 'failed', problem: this.#problem }
      : { kind: this.#open > 0 || this.#isBehind() ? 'saving' : 'saved' };
    if (next.kind !== this.status.getState().kind || next.kind === 'failed') {
      this.status.setState(next, true);
    }
  }
}
