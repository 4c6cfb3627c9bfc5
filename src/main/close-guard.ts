/** What the guard needs of the window around it. */
export interface ClosePorts {
  /** Whether there is a page that could hold something unsaved. */
  readonly isPageAlive: () => boolean;
  readonly askPage: () => void;
  /** Resolves once the page has had its time; the signal says that nobody waits any more. */
  readonly timeIsUp: (signal: AbortSignal) => Promise<void>;
  /** Asks the analyst; the signal takes the question back. */
  readonly askUser: (signal: AbortSignal) => Promise<'wait' | 'close'>;
  /** Closes for good. `isForced`: the page has not answered. */
  readonly close: (isForced: boolean) => Promise<void>;
}

export interface CloseGuard {
  /** To be asked at each attempt to close. The first starts the saving; only after that may it close. */
  mayClose(): boolean;
  /** The page says that nothing unsaved is left. */
  pageFlushed(): void;
  /** The page is gone: there is no point in waiting for it. */
  pageGone(): void;
}

/** Keeps a window open until its page has saved, but never for a page that cannot answer. */
export function createCloseGuard(ports: ClosePorts): CloseGuard {
  let stage: 'open' | 'saving' | 'free' = 'open';
  let answer: (how: 'flushed' | 'gone') => void = () => undefined;

  const letGo = async (): Promise<void> => {
    const answered = new Promise<'flushed' | 'gone'>((resolve) => {
      answer = resolve;
    });
    let outcome: Outcome = 'gone';
    if (ports.isPageAlive()) {
      ports.askPage();
      outcome = await waitFor(answered, ports);
    }
    stage = 'free';
    await ports.close(outcome !== 'flushed');
  };

  return {
    mayClose: () => {
      if (stage === 'open') {
        stage = 'saving';
        void letGo();
      }
      return stage === 'free';
    },
    pageFlushed: () => answer('flushed'),
    pageGone: () => answer('gone'),
  };
}

type Outcome = 'flushed' | 'gone' | 'close';

async function waitFor(answered: Promise<'flushed' | 'gone'>, ports: ClosePorts): Promise<Outcome> {
  for (;;) {
    const stop = new AbortController();
    const inTime = await Promise.race([answered, ports.timeIsUp(stop.signal)]);
    const outcome = inTime ?? (await Promise.race([answered, ports.askUser(stop.signal)]));
    stop.abort();
    if (outcome !== 'wait') return outcome;
  }
}
