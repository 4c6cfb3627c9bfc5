/** How far a writing is: passages that were written, of those that will be. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A few times a second: more often nobody sees. */
const INTERVAL_MS = 150;

/**
 * Counts passages, and tells how far that is now and then: at once, at most every `INTERVAL_MS`, and when all are
 * written. What is told never goes back, and never beyond the total.
 * @param now milliseconds on a clock that is never set.
 * @returns takes how many more were written.
 */
export function tally(
  total: number,
  tell: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): (more: number) => void {
  let done = 0;
  let told = now();
  tell({ done, total });
  return (more) => {
    const before = done;
    done = Math.min(total, done + Math.max(0, more));
    if (done === before) return;
    const time = now();
    if (done < total && time - told < INTERVAL_MS) return;
    told = time;
    tell({ done, total });
  };
}
