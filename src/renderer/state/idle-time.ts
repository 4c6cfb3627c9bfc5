/** A frame's worth of waiting for it, in milliseconds. */
const WAIT_MS = 16;

/** So long it lasts where the window has none left, in milliseconds: something may wait for what is done with it. */
const LEAST_MS = 4;

/** Time in which the window has nothing else to do. */
export class IdleTime {
  #until = 0;

  isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Waits for more of it, but not for ever. */
  async next(): Promise<void> {
    const left = await new Promise<number>((resolve) => {
      if (typeof requestIdleCallback === 'function') {
        requestIdleCallback((idle) => resolve(idle.timeRemaining()), { timeout: WAIT_MS });
      } else {
        setTimeout(resolve, 0, WAIT_MS);
      }
    });
    this.#until = performance.now() + Math.max(left, LEAST_MS);
  }
}
