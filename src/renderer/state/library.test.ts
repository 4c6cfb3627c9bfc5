import { beforeEach, expect, test, vi } from 'vitest';
import type { OpenedArticle } from '../../shared/contract.ts';
import { loadLibrary, readArticle, useLibrary } from './library.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

const opened = { original: 'Bài viết' } as OpenedArticle;
const problem = () => useLibrary.getState().problems.get('article-1');

beforeEach(() => {
  ask.mockReset();
  useLibrary.setState(useLibrary.getInitialState(), true);
});

test('an article is read once', async () => {
  ask.mockResolvedValue({ ok: true, value: opened });
  expect(await readArticle('article-1')).toBe(opened);
  expect(await readArticle('article-1')).toBe(opened);
  expect(ask).toHaveBeenCalledOnce();
});

test('why an article cannot be read is kept until it is read after all', async () => {
  ask.mockResolvedValue({ ok: false, reason: 'damaged' });
  expect(await readArticle('article-1')).toBeUndefined();
  expect(problem()).toBe('damaged');
  ask.mockResolvedValue({ ok: true, value: opened });
  expect(await readArticle('article-1')).toBe(opened);
  expect(problem()).toBeUndefined();
});

test('no answer to reading an article is told as such', async () => {
  ask.mockRejectedValue(new Error('no answer'));
  expect(await readArticle('article-1')).toBeUndefined();
  expect(problem()).toBe('unanswered');
});

test('no answer to which articles there are leaves the window a library without articles', async () => {
  ask.mockRejectedValue(new Error('no answer'));
  expect(await loadLibrary()).toEqual([]);
  expect(useLibrary.getState()).toMatchObject({ entries: undefined, isUnlisted: true });
});
