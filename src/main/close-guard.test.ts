import { expect, test } from 'vitest';
import { type ClosePorts, createCloseGuard } from './close-guard.ts';

/** A window whose clock and analyst do as the test says. */
function setUp({ isPageAlive = true } = {}) {
  const log: string[] = [];
  const timers: (() => void)[] = [];
  const questions: { answer: (choice: 'wait' | 'close') => void; signal: AbortSignal }[] = [];
  let closed: (isForced: boolean) => void = () => undefined;
  const whenClosed = new Promise<boolean>((resolve) => {
    closed = resolve;
  });
  const asked = Promise.withResolvers<void>();
  const ports: ClosePorts = {
    isPageAlive: () => isPageAlive,
    askPage: () => void log.push('flush'),
    timeIsUp: () => new Promise((resolve) => timers.push(resolve)),
    askUser: (signal) =>
      new Promise((answer) => {
        questions.push({ answer, signal });
        asked.resolve();
      }),
    close: async (isForced) => closed(isForced),
  };
  return { guard: createCloseGuard(ports), log, timers, questions, whenClosed, asked };
}

test('the first attempt asks the page, and closes once it has answered', async () => {
  const { guard, log, whenClosed } = setUp();
  expect(guard.mayClose()).toBe(false);
  expect(guard.mayClose()).toBe(false);
  expect(log).toEqual(['flush']);
  guard.pageFlushed();
  expect(await whenClosed).toBe(false);
  expect(guard.mayClose()).toBe(true);
});

test('an answer that nobody asked for closes nothing', () => {
  const { guard } = setUp();
  guard.pageFlushed();
  expect(guard.mayClose()).toBe(false);
});

test('without a page there is nothing to wait for', async () => {
  const { guard, log, whenClosed } = setUp({ isPageAlive: false });
  guard.mayClose();
  expect(await whenClosed).toBe(true);
  expect(log).toEqual([]);
});

test('a page that dies while it is waited for no longer counts', async () => {
  const { guard, whenClosed } = setUp();
  guard.mayClose();
  guard.pageGone();
  expect(await whenClosed).toBe(true);
});

test('a page that does not answer is for the analyst to decide on', async () => {
  const { guard, timers, questions, whenClosed, asked } = setUp();
  guard.mayClose();
  timers[0]?.();
  await asked.promise;
  questions[0]?.answer('close');
  expect(await whenClosed).toBe(true);
});

test('an answer while the analyst is asked takes the question back', async () => {
  const { guard, timers, questions, whenClosed, asked } = setUp();
  guard.mayClose();
  timers[0]?.();
  await asked.promise;
  expect(questions[0]?.signal.aborted).toBe(false);
  guard.pageFlushed();
  expect(await whenClosed).toBe(false);
  expect(questions[0]?.signal.aborted).toBe(true);
});

test('waiting gives the page its time again', async () => {
  const { guard, timers, questions, whenClosed, asked } = setUp();
  guard.mayClose();
  timers[0]?.();
  await asked.promise;
  questions[0]?.answer('wait');
  await new Promise(setImmediate);
  expect(timers).toHaveLength(2);
  expect(guard.mayClose()).toBe(false);
  guard.pageFlushed();
  expect(await whenClosed).toBe(false);
});
