import { expect, test, vi } from 'vitest';
import { failed, ok } from '../domain/result.ts';
import { clearDatabase } from './clear-database.ts';
import type { Journal } from './journal/journal.ts';

function setUp(opened: Awaited<ReturnType<Journal['open']>>) {
  const clearStorageData = vi.fn(async () => undefined);
  return {
    clearStorageData,
    clear: () => clearDatabase({ open: async () => opened }, { clearStorageData }),
  };
}

test('the database of the app, and nothing else, is taken away where a journal can fill a new one', async () => {
  const head = { seq: 3, digest: '0123456789ab' };
  const { clear, clearStorageData } = setUp(ok({ head, damages: [] }));
  expect(await clear()).toEqual(ok(null));
  expect(clearStorageData.mock.calls).toEqual([
    [{ origin: 'app://ben-le', storages: ['indexdb'] }],
  ]);
});

test.each([
  ['empty', ok({ head: null, damages: [] }), { kind: 'gap', system: 'the journal is empty' }],
  ['unreadable', failed({ kind: 'disk', system: 'EIO' } as const), { kind: 'disk', system: 'EIO' }],
] as const)('it stays where the journal is %s', async (_, opened, reason) => {
  const { clear, clearStorageData } = setUp(opened);
  expect(await clear()).toEqual({ ok: false, reason });
  expect(clearStorageData).not.toHaveBeenCalled();
});
