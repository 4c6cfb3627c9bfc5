import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change, ChangeKind } from '../../domain/change/change.ts';
import { commit, type Edit } from '../db/commit.ts';
import type { Database } from '../db/database.ts';
import { stepHistory } from '../db/history.ts';
import { newId, now } from './ids.ts';

/** What the status line says of the analyst's work. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `problem` is the error's name, such as `QuotaExceededError`. What failed is kept for "Try again". */
  | { readonly kind: 'failed'; readonly problem: string };

interface Job {
  readonly edits: readonly Edit[];
  readonly kind: ChangeKind;
  readonly batch: string;
}

/** The name of what went wrong. Where a transaction was aborted as a whole, Dexie wraps the browser's reason. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { inner?: unknown };
  return inner instanceof Error ? inner.name : error.name;
}

/**
 * The queue through which everything is written, one commit after the other, and the truth about it.
 * A commit that fails is never dropped: it waits, in its order, until "Try again" succeeds.
 */
export class Writer {
  readonly status: StoreApi<SaveStatus> = createStore<SaveStatus>(() => ({ kind: 'saved' }));
  readonly #db: Database;
  readonly #onCommitted: (changes: readonly Change[]) => void;
  #tail: Promise<unknown> = Promise.resolve();
  #open = 0;
  readonly #unsaved: Job[] = [];
  #problem = '';

  /** @param onCommitted is told of the changes of each commit once they are on the disk. */
  constructor(db: Database, onCommitted: (changes: readonly Change[]) => void) {
    this.#db = db;
    this.#onCommitted = onCommitted;
  }

  /** @returns the changes made; empty when nothing changed or when the commit failed and now waits. */
  write(edits: readonly Edit[], kind: ChangeKind = 'edit', batch = newId()): Promise<Change[]> {
    return this.#enqueue(() => this.#commit({ edits, kind, batch }));
  }

  /**
   * Takes the newest batch back, or brings it again.
   * @returns the changes made; empty when there was nothing to take back, or while failed work waits: the
   * newest batch is not in the log then.
   * @throws what Dexie throws when this cannot be written; nothing has changed then.
   */
  step(kind: 'undo' | 'redo'): Promise<Change[]> {
    return this.#enqueue(async () => {
      if (this.#unsaved.length > 0) return [];
      const changes = await stepHistory(this.#db, kind, { batch: newId(), time: now() });
      this.#onCommitted(changes);
      return changes;
    });
  }

  /** Commits again what failed, in its order. */
  retry(): Promise<Change[]> {
    return this.#enqueue(async () => {
      const changes: Change[] = [];
      for (let job = this.#unsaved[0]; job; job = this.#unsaved[0]) {
        const made = await this.#attempt(job);
        if (!made) break;
        this.#unsaved.shift();
        this.#onCommitted(made);
        changes.push(...made);
      }
      return changes;
    });
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

  async #commit(job: Job): Promise<Change[]> {
    // Later work must not overtake work that waits: it may build upon it.
    const made = this.#unsaved.length > 0 ? undefined : await this.#attempt(job);
    if (made) this.#onCommitted(made);
    else this.#unsaved.push(job);
    return made ?? [];
  }

  /** @returns `undefined` when the commit failed; a bug of whoever is told of it is no such failure. */
  async #attempt(job: Job): Promise<Change[] | undefined> {
    try {
      return await commit(this.#db, job.edits, { ...job, time: now() });
    } catch (error) {
      this.#problem = nameOf(error);
      return undefined;
    }
  }

  #enqueue(task: () => Promise<Change[]>): Promise<Change[]> {
    const release = this.hold();
    const done = this.#tail.then(task).finally(release);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  #report(): void {
    const next: SaveStatus =
      this.#unsaved.length > 0
        ? { kind: 'failed', problem: this.#problem }
        : { kind: this.#open > 0 ? 'saving' : 'saved' };
    if (next.kind !== this.status.getState().kind || next.kind === 'failed') {
      this.status.setState(next, true);
    }
  }
}
