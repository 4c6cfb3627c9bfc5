import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import type { Edit } from '../db/commit.ts';
import { loseLargeRows, refuseToOpen, wipe } from '../db/database.testing.ts';
import { DATABASE_VERSION } from '../db/database.ts';
import { readCodebook } from '../db/live.ts';
import { seedVersion, seedVersion1 } from '../db/old-versions.testing.ts';
import { storedVersion } from '../db/open.ts';
import { JournalInMemory } from './journal.testing.ts';
import { openWorkspace } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

const annotation = anAnnotation({ id: 'annotation-1', note: 'một' });
const making: Edit = { table: 'annotations', key: annotation.id, change: () => annotation };
const noting = (note: string): Edit => ({
  table: 'annotations',
  key: annotation.id,
  change: (row) => row && { ...row, note },
});
const deletingTag = (key: string): Edit => ({ table: 'tags', key, change: () => null });

function setUp() {
  const name = crypto.randomUUID();
  const journal = new JournalInMemory();
  const onProgress = vi.fn<(done: number, all: number) => void>();
  return {
    name,
    onProgress,
    journal,
    /** @throws where it does not open. */
    open: async (): Promise<Workspace> => {
      const opened = await openWorkspace(onProgress, journal.ask, name);
      if (!opened.ok) throw new Error(opened.reason.kind);
      return opened.value;
    },
    fails: () => openWorkspace(onProgress, journal.ask, name),
  };
}

const tagNames = async ({ db }: Workspace) => (await readCodebook(db)).map((tag) => tag.name);
const saved = ({ writer }: Workspace) => writer.status.getState();
const found = ({ findings }: Workspace) => findings.getState().map(({ kind }) => kind);

describe('opening', () => {
  test('a new workspace has the first tags and nothing else, all of it in the journal', async () => {
    const { open, journal } = setUp();
    const workspace = await open();
    expect(await readCodebook(workspace.db)).toEqual(FIRST_TAGS);
    expect(await workspace.undo()).toEqual([]);
    expect(journal.rows()).toHaveLength(FIRST_TAGS.length);
    expect(found(workspace)).toEqual([]);
    expect(saved(workspace)).toEqual({ kind: 'saved' });
  });

  test('again, it holds the annotations, tags and choices of the last time', async () => {
    const { open } = setUp();
    const first = await open();
    await first.write([making]);
    await first.write([deletingTag('tag-oda')]);
    await first.remember('last-article', 'article-1');
    first.db.close();

    const second = await open();
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    expect(await tagNames(second)).toEqual(['Labour', 'AZEC']);
    expect(second.settings).toEqual({ 'last-article': 'article-1' });
    expect(found(second)).toEqual([]);
  });

  test('an emptied codebook gets no first tags again, even out of the journal', async () => {
    const { open } = setUp();
    const first = await open();
    await first.write(FIRST_TAGS.map(({ id }) => deletingTag(id)));
    await first.db.delete();
    expect(await tagNames(await open())).toEqual([]);
  });

  test('an empty database beside a journal is a restore, and the analyst is told', async () => {
    const { open, onProgress } = setUp();
    const first = await open();
    await first.write([making]);
    await first.db.delete();
    const second = await open();
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    expect(found(second)).toEqual(['database-restored']);
    expect(onProgress.mock.calls).toEqual([[4, 4]]);
    await second.undo();
    expect(second.annotations.get(annotation.id)).toBeUndefined();
  });

  test('a database that cannot be opened is made anew from the journal', async () => {
    const { name, open, journal } = setUp();
    const first = await open();
    await first.write([making]);
    first.db.close();
    journal.onAsk = (channel) => (channel === 'database:clear' ? wipe(name) : undefined);
    const mend = refuseToOpen(1);
    const second = await open();
    expect(mend()).toBeGreaterThan(1);
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    expect(found(second)).toEqual(['database-restored']);
  });

  test('a database of which not even the version can be read is made anew as well', async () => {
    const { open } = setUp();
    const first = await open();
    await first.write([making]);
    await first.db.delete();
    const refuse = vi
      .spyOn(indexedDB, 'databases')
      .mockRejectedValueOnce(new DOMException('refused', 'UnknownError'));
    const second = await open();
    expect(refuse).toHaveBeenCalledTimes(1);
    refuse.mockRestore();
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
  });

  test('a database that a full disk keeps from opening is left alone', async () => {
    const { open, fails, journal } = setUp();
    const first = await open();
    await first.write([making]);
    first.db.close();
    const asked: string[] = [];
    journal.onAsk = (channel) => asked.push(channel);
    const mend = refuseToOpen(1, 'QuotaExceededError');
    const reason = { kind: 'database', name: 'QuotaExceededError' };
    expect(await fails()).toEqual({ ok: false, reason });
    mend();
    expect(asked).not.toContain('database:clear');
    expect((await open()).annotations.get(annotation.id)).toEqual(annotation);
  });

  test('a database that cannot be opened is left alone where there is no journal', async () => {
    const { fails } = setUp();
    const mend = refuseToOpen();
    expect(await fails()).toEqual({
      ok: false,
      reason: { kind: 'database', name: 'UnknownError' },
    });
    mend();
  });

  test('a database that opens but cannot be read is made anew from the journal', async () => {
    const { name, open, journal } = setUp();
    const first = await open();
    await first.write([making]);
    first.db.close();
    const mend = loseLargeRows();
    journal.onAsk = async (channel) => {
      if (channel !== 'database:clear') return;
      await wipe(name);
      mend();
    };
    const second = await open();
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    expect(found(second)).toEqual(['database-restored']);
  });

  test('but not while it has something that the journal could not take', async () => {
    const { open, fails, journal } = setUp();
    const first = await open();
    await first.write([making]);
    first.db.close();
    const mend = loseLargeRows();
    journal.head = { seq: 1, digest: '000000000000' };
    const asked = vi.fn();
    journal.onAsk = (channel) => {
      asked(channel);
      const isFull = channel === 'journal:append';
      journal.problem = isFull ? { kind: 'disk', system: 'ENOSPC' } : undefined;
    };
    expect(await fails()).toMatchObject({ ok: false, reason: { name: 'NotReadableError' } });
    expect(asked).not.toHaveBeenCalledWith('database:clear');
    mend();
  });

  test('rows that were damaged on the disk are made anew, and the window shows them', async () => {
    const { open } = setUp();
    const first = await open();
    await first.write([making]);
    await first.db.annotations.clear();
    first.db.close();
    const second = await open();
    await second.writer.check();
    expect(found(second)).toEqual(['database-restored']);
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    second.db.close();
    expect(found(await open())).toEqual([]);
  });

  test('and that before anything is written upon them', async () => {
    const { open } = setUp();
    const first = await open();
    await first.write([making]);
    await first.db.annotations.clear();
    first.db.close();
    const second = await open();
    await second.write([noting('hai')]);
    expect(found(second)).toEqual(['database-restored']);
    expect(second.annotations.get(annotation.id)?.note).toBe('hai');
    expect(saved(second)).toEqual({ kind: 'saved' });
  });
});

test('damage in the newest file is told at the start, also of an old version', async () => {
  const { name, open, journal } = setUp();
  await seedVersion1(name, [
    { kind: 'edit', table: 'annotations', key: annotation.id, before: null, after: annotation },
  ]);
  journal.damages = [{ what: 'journal', setAside: 'set-aside/x', missing: [] }];
  expect(found(await open())).toContain('journal-damaged');
});

test('damage in older files of the journal is told, with what is missing for good', async () => {
  const { open, journal } = setUp();
  const workspace = await open();
  await workspace.write([making]);
  await workspace.db.changes.delete(2);
  const damage = { what: 'journal', setAside: 'set-aside/x', missing: [[1, 2]] } as const;
  journal.found = [damage, { what: 'snapshot', setAside: 'set-aside/y', missing: [] }];
  await workspace.inspectJournal();
  expect(workspace.findings.getState()).toEqual([
    { kind: 'journal-damaged', setAside: 'set-aside/x', lost: 1 },
    { kind: 'journal-damaged', setAside: 'set-aside/y', lost: 0 },
  ]);
  workspace.dismissFindings();
  expect(found(workspace)).toEqual([]);
});

describe('what a newer app wrote is refused untouched', () => {
  test('a database', async () => {
    const { name, fails, journal } = setUp();
    await seedVersion(name, DATABASE_VERSION + 1);
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'newer' } });
    expect(await storedVersion(name)).toBe(DATABASE_VERSION + 1);
    expect(journal.changes).toEqual([]);
  });

  test('a journal', async () => {
    const { name, fails, journal } = setUp();
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
    const { name, open, journal } = setUp();
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
    const { name, open, journal } = setUp();
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
    const { name, open } = setUp();
    await seedVersion1(name, old);
    (await open()).db.close();
    await wipe(name);
    expect((await open()).annotations.get(annotation.id)).toEqual(annotation);
  });

  test('is put off while the journal cannot be written', async () => {
    const { name, fails, journal } = setUp();
    await seedVersion1(name, old);
    const problem: JournalProblem = { kind: 'disk', system: 'ENOSPC' };
    journal.problem = problem;
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'journal', problem } });
    expect(await storedVersion(name)).toBe(1);
  });
});

describe('without a journal', () => {
  const problem: JournalProblem = { kind: 'disk', system: 'EROFS' };

  test('the work is there to be read, and nothing is called saved', async () => {
    const { open, journal } = setUp();
    const first = await open();
    await first.write([making]);
    first.db.close();
    journal.problem = problem;
    const second = await open();
    expect(second.annotations.get(annotation.id)).toEqual(annotation);
    expect(saved(second)).toEqual({ kind: 'failed', problem: { in: 'journal', problem } });
    await second.retry();
    expect(saved(second)).toMatchObject({ kind: 'failed' });

    journal.problem = undefined;
    await second.retry();
    expect(saved(second)).toEqual({ kind: 'saved' });
    await second.write([noting('hai')]);
    expect(journal.rows()).toContainEqual({
      table: 'annotations',
      key: annotation.id,
      row: { ...annotation, note: 'hai' },
    });
  });

  test('an empty database is no place to begin anew', async () => {
    const { fails, journal } = setUp();
    journal.problem = problem;
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'journal', problem } });
  });
});
