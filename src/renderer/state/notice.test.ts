import { beforeEach, expect, test, vi } from 'vitest';
import { letPass, NOTICE_TIME } from './notice.ts';
import { tell, useView } from './view.ts';

const listeners = new Set<() => void>();
const workspace = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
const turn = () => useView.getState().noticeTurn;
const notice = () => useView.getState().notice;

beforeEach(() => {
  vi.useFakeTimers();
  listeners.clear();
  tell('Highlight deleted');
});

test('a notice stands for a while', () => {
  letPass(workspace, turn());
  vi.advanceTimersByTime(NOTICE_TIME - 1);
  expect(notice()).toBe('Highlight deleted');
  vi.advanceTimersByTime(1);
  expect(notice()).toBeUndefined();
});

test('a notice goes with the next change', () => {
  letPass(workspace, turn());
  for (const listener of listeners) listener();
  expect(notice()).toBeUndefined();
});

test('the same notice told again has a turn and a time of its own', () => {
  const first = turn();
  const stop = letPass(workspace, first);
  vi.advanceTimersByTime(NOTICE_TIME - 1);
  tell('Highlight deleted');
  expect(turn()).not.toBe(first);
  stop();
  letPass(workspace, turn());
  vi.advanceTimersByTime(NOTICE_TIME - 1);
  expect(notice()).toBe('Highlight deleted');
});
