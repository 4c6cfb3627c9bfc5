import type { Result } from '../../domain/result.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { errorText, log } from '../log.ts';

/** After a change, a snapshot follows within this time. */
export const SNAPSHOT_EVERY_MS = 5 * 60 * 1_000;

/** Has snapshots taken some time after changes, however many there are until then. */
export class SnapshotTimer {
  readonly #take: () => Promise<Result<null, JournalProblem>>;
  #timer: NodeJS.Timeout | undefined;

  constructor(take: () => Promise<Result<null, JournalProblem>>) {
    this.#take = take;
  }

  /** There is something to take a snapshot of. It is no reason for the app to stay open. */
  start(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#ring();
    }, SNAPSHOT_EVERY_MS);
    this.#timer.unref();
  }

  /** Nobody waits for these: a failure goes to the log, and the next change starts the timer again. */
  async #ring(): Promise<void> {
    try {
      const taken = await this.#take();
      if (!taken.ok) log(`journal: no snapshot: ${taken.reason.kind} ${taken.reason.system}`);
    } catch (error) {
      log(`journal: no snapshot: ${errorText(error)}`);
    }
  }
}
