/** A frame's worth of waiting, for where there is no telling when the window is idle. */
const WAIT_MS = 16;

/** Time in which the window has nothing else to do. */
export class IdleTime {
  #deadline: { timeRemaining(): number } = { timeRemaining: () => 0 };

  isOver(): boolean {
    return this.#deadline.timeRemaining() < 1;
  }

  /** Waits for more of it; but not for ever: something may depend on what is being done with it. */
  async next(): Promise<void> {
    this.#deadline = await new Promise((resolve) => {
      if (typeof requestIdleCallback === 'function') {
        requestIdleCallback(resolve, { timeout: WAIT_MS });
      } else {
        const until = performance.now() + 2 * WAIT_MS;
        setTimeout(resolve, 0, { timeRemaining: () => until - performance.now() });
      }
    });
  }
}
