import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import type { Edit } from '../db/commit.ts';
import { loseLargeRows, refuseToOpen, wipe } from '../db/database.testing.ts';
import { readCodebook } from '../db/live.ts';
import { seedVersion1 } from '../db/old-versions.testing.ts';
import { aClosedWorkspace } from './workspace.testing.ts';
import type { Workspace } from './workspace.ts';

const annotation = anAnnotation({ id: 'annotation-1', note: 'một' });
const making: Edit = { table: 'annotations', key: annotation.id, change: () => annotation };
const noting = (note: string): Edit => ({
  table: 'annotations',
  key: annotation.id,
  change: (row) => row && { ...row, note },
});
const deletingTag = (key: string): Edit => ({ table: 'tags', key, change: () => null });

const tagNames = async ({ db }: Workspace) => (await readCodebook(db)).map((tag) => tag.name);
const saved = ({ writer }: Workspace) => writer.status.getState();
const found = ({ findings }: Workspace) => findings.getState().map(({ kind }) => kind);

describe('opening', () => {
  test('a new workspace has the first tags and nothing else, all of it in the journal', async () => {
    const { open, journal } = aClosedWorkspace();
    const workspace = await open();
    expect(await readCodebook(workspace.db)).toEqual(FIRST_TAGS);
    expect(await workspace.undo()).toEqual([]);
    expect(journal.rows()).toHaveLength(FIRST_TAGS.length);
    expect(found(workspace)).toEqual([]);
    expect(saved(workspace)).toEqual({ kind: 'saved' });
  });

  test('again, it holds the annotations, tags and choices of the last time', async () => {
    const { open } = aClosedWorkspace();
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
    const { open } = aClosedWorkspace();
    const first = await open();
    await first.write(FIRST_TAGS.map(({ id }) => deletingTag(id)));
    await first.db.delete();
    expect(await tagNames(await open())).toEqual([]);
  });

  test('an empty database beside a journal is a restore, and the analyst is told', async () => {
    const { open, onProgress } = aClosedWorkspace();
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
    const { name, open, journal } = aClosedWorkspace();
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
    const { open } = aClosedWorkspace();
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
    const { open, fails, journal } = aClosedWorkspace();
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
    const { fails } = aClosedWorkspace();
    const mend = refuseToOpen();
    expect(await fails()).toEqual({
      ok: false,
      reason: { kind: 'database', name: 'UnknownError' },
    });
    mend();
  });

  test('a database that opens but cannot be read is made anew from the journal', async () => {
    const { name, open, journal } = aClosedWorkspace();
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
    const { open, fails, journal } = aClosedWorkspace();
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
    const { open } = aClosedWorkspace();
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
    const { open } = aClosedWorkspace();
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
  const { name, open, journal } = aClosedWorkspace();
  await seedVersion1(name, [
    { kind: 'edit', table: 'annotations', key: annotation.id, before: null, after: annotation },
  ]);
  journal.damages = [{ what: 'journal', setAside: 'set-aside/x', missing: [] }];
  expect(found(await open())).toContain('journal-damaged');
});

test('damage in older files of the journal is told, with what is missing for good', async () => {
  const { open, journal } = aClosedWorkspace();
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

describe('without a journal', () => {
  const problem: JournalProblem = { kind: 'disk', system: 'EROFS' };

  test('the work is there to be read, and nothing is called saved', async () => {
    const { open, journal } = aClosedWorkspace();
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
    const { fails, journal } = aClosedWorkspace();
    journal.problem = problem;
    expect(await fails()).toEqual({ ok: false, reason: { kind: 'journal', problem } });
  });
});
