import type { CDPSession, ElectronApplication, Page } from '@playwright/test';

/** How long page and main process were held up at the longest, in milliseconds. */
export interface HeldUp {
  /** The page's longest task: what it took of the processor, which does not depend on what else the computer does. */
  readonly cpu: number;
  /** The page's longest task by the clock. */
  readonly wall: number;
  /** The main process's longest delay of its event loop, by the clock. */
  readonly main: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and of the thread. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

declare global {
  /** In the main process. */
  var loopDelay: ReturnType<typeof import('node:perf_hooks').monitorEventLoopDelay>;
}

/** Looks for the longest tasks while something is done. */
export class TaskWatch {
  readonly #app: ElectronApplication;
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.#page = page;
  }

  async during(work: () => Promise<unknown>): Promise<HeldUp> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const session = this.#session;
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
    session.on('Tracing.dataCollected', collect);
    const includedCategories = ['disabled-by-default-devtools.timeline'];
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories, excludedCategories: ['*'] },
    });
    await this.#app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      globalThis.loopDelay = monitorEventLoopDelay({ resolution: 1 });
      globalThis.loopDelay.enable();
    });
    await work();
    const main = (await this.#app.evaluate(() => globalThis.loopDelay.max)) / 1e6;
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    return { ...longestTask(events), main };
  }
}

function longestTask(events: readonly TraceEvent[]): Pick<HeldUp, 'cpu' | 'wall'> {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isNamed = ({ name, args }: TraceEvent) =>
    name === 'thread_name' && args.name === 'CrRendererMain';
  const pages = new Set(events.filter(isNamed).map(thread));
  const tasks = events.filter((event) => event.name === 'RunTask' && pages.has(thread(event)));
  if (tasks.length === 0) throw new Error('the browser told of no tasks');
  const most = (figures: readonly number[]) => figures.reduce((a, b) => Math.max(a, b), 0) / 1_000;
  return {
    cpu: most(tasks.map(({ tdur = 0 }) => tdur)),
    wall: most(tasks.map(({ dur = 0 }) => dur)),
  };
}
