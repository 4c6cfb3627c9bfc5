import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { wipe } from '../db/database.testing.ts';
import { DATABASE_VERSION } from '../db/database.ts';
import { seedVersion, seedVersion1 } from '../db/old-versions.testing.ts';
import { storedVersion } from '../db/open.ts';
import { aClosedWorkspace } from './workspace.testing.ts';

const annotation = anAnnotation({ id: 'annotation-1', note: 'một' });

describe('what a newer app wrote is refused untouched', () => {
  test('a database', async () => {
    const { name, fails, journal } = aClosedWorkspace();
    await seedVersion(name, DATABASE_VERSION + 1);
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'newer' } });
    expect(await storedVersion(name)).toBe(DATABASE_VERSION + 1);
    expect(journal.changes).toEqual([]);
  });

  test('a journal', async () => {
    const { name, fails, journal } = aClosedWorkspace();
    journal.problem = { kind: 'newer', system: 'version 2' };
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'newer' } });
    expect(await storedVersion(name)).toBeUndefined();
  });
});

describe('an upgrade', () => {
  const old = [
    { kind: 'edit', table: 'annotations', key: annotation.id, before: null, after: annotation },
  ];

  test('is made when the journal holds everything, and a snapshot was taken', async () => {
    const { name, open, journal } = aClosedWorkspace();
    await seedVersion1(name, old);
    const atSnapshot = vi.fn<(version: number | undefined, rows: number) => void>();
    journal.onAsk = async (channel) => {
      if (channel !== 'journal:snapshot') return;
      atSnapshot(await storedVersion(name), journal.rows().length);
    };
    const workspace = await open();
    expect(atSnapshot.mock.calls).toEqual([[1, 1]]);
    expect(await storedVersion(name)).toBe(DATABASE_VERSION);
    expect(workspace.annotations.get(annotation.id)).toEqual(annotation);
  });

  test('gives the journal the rows that it cannot tell any more', async () => {
    const { name, open, journal } = aClosedWorkspace();
    await seedVersion1(name, [
      ...old,
      { ...old[0], key: 'annotation-2', after: anAnnotation({ id: 'annotation-2' }) } as never,
    ]);
    // As if a file between the snapshots had been lost.
    journal.onAsk = (channel) => {
      if (channel === 'journal:snapshot') journal.changes = journal.changes.slice(1);
      journal.onAsk = channel === 'journal:snapshot' ? () => undefined : journal.onAsk;
    };
    const workspace = await open();
    expect(workspace.annotations.get(annotation.id)).toEqual(annotation);
    expect(journal.rows()).toContainEqual({
      table: 'annotations',
      key: annotation.id,
      row: annotation,
    });
  });

  test('that emptied the database costs nothing', async () => {
    const { name, open } = aClosedWorkspace();
    await seedVersion1(name, old);
    (await open()).db.close();
    await wipe(name);
    expect((await open()).annotations.get(annotation.id)).toEqual(annotation);
  });

  test('is put off while the journal cannot be written', async () => {
    const { name, fails, journal } = aClosedWorkspace();
    await seedVersion1(name, old);
    const problem: JournalProblem = { kind: 'disk', system: 'ENOSPC' };
    journal.problem = problem;
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'journal', problem } });
    expect(await storedVersion(name)).toBe(1);
  });
});
