import { expect, test, vi } from 'vitest';
import type { BriefDraft } from './brief-draft.ts';
import { saveDraft } from './brief-saving.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

const draft = { brief: { title: 'ODA' }, head: '# ODA\n', body: '' } as BriefDraft;

test('a brief that was saved tells where', async () => {
  ask.mockResolvedValue({ ok: true, value: { kind: 'saved', path: '/oda.md' } });
  expect(await saveDraft(draft)).toEqual({ kind: 'saved', path: '/oda.md' });
});

test('a question that was cancelled leaves things as they were', async () => {
  ask.mockResolvedValue({ ok: true, value: { kind: 'cancelled' } });
  expect(await saveDraft(draft)).toEqual({ kind: 'idle' });
});

test('a brief that could not be saved tells why', async () => {
  const problem = { path: '/oda.md', system: 'ENOSPC' };
  ask.mockResolvedValue({ ok: false, reason: problem });
  expect(await saveDraft(draft)).toEqual({ kind: 'failed', problem });
});

test('getting no answer is told as a failure', async () => {
  ask.mockRejectedValue(new TypeError('no answer'));
  const problem = { path: '', system: 'TypeError' };
  expect(await saveDraft(draft)).toEqual({ kind: 'failed', problem });
});
