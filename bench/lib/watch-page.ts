import type { ElectronApplication, Page } from '@playwright/test';

/** How long each of the two was held up at the longest, in milliseconds. */
export interface HeldUp {
  readonly page: number;
  readonly main: number;
}

declare global {
  /** In the page: the longest gap between two turns of its event loop since it was last asked. */
  var longestGap: number;
  /** In the main process. */
  var loopDelay: ReturnType<typeof import('node:perf_hooks').monitorEventLoopDelay>;
}

/**
 * Begins to look for the longest task of the page and of the main process. In the page a timer's turns are counted,
 * since the browser's own `longtask` tells nothing of tasks below 50 ms: it adds up to 5 ms to a gap.
 */
export async function watchTasks(app: ElectronApplication, page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.longestGap = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      globalThis.longestGap = Math.max(globalThis.longestGap, now - last);
      last = now;
    });
  });
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    globalThis.loopDelay = monitorEventLoopDelay({ resolution: 1 });
    globalThis.loopDelay.enable();
  });
}

/** Forgets what was before. */
export async function resetWatch(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(() => globalThis.loopDelay.reset());
  await page.evaluate(() => {
    globalThis.longestGap = 0;
  });
}

export async function readWatch(app: ElectronApplication, page: Page): Promise<HeldUp> {
  return {
    page: await page.evaluate(() => globalThis.longestGap),
    main: (await app.evaluate(() => globalThis.loopDelay.max)) / 1e6,
  };
}
