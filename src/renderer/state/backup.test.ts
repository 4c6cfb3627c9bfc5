import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { versionOf } from '../../domain/backup/versions.ts';
import { failed, ok } from '../../domain/result.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { BackupFile, BackupRow } from '../../shared/backup.ts';
import { backupTexts as words } from '../../shared/texts/texts.ts';
import { commit } from '../db/commit.ts';
import { aDatabase, fillDisk, options } from '../db/database.testing.ts';
import { backUp, chooseBackup } from './backup.ts';
import { JournalInMemory } from './journal.testing.ts';
import { closeMergeDesk, merge, useMergeDesk } from './merging.ts';
import { noteOf } from './text-fields.ts';
import { updateView, useView } from './view.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';
import type { Workspace } from './workspace.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

const row = (id: string, note: string): Annotation => ({
  ...anAnnotation({ id, note }),
  updatedAt: '2026-01-02T00:00:00.000Z',
});

const line = (annotation: Annotation, ...past: Annotation[]): BackupRow => ({
  table: 'annotations',
  key: annotation.id,
  row: { ...annotation },
  past: past.map((version) => versionOf('annotations', annotation.id, version)),
});

const fileOf = (rows: BackupRow[], part: Partial<BackupFile> = {}): BackupFile => ({
  path: '/a.benle',
  header: { app: '1', time: '2026-01-03T00:00:00.000Z', counts: {} },
  rows,
  faults: [],
  ...part,
});

/** A window with one annotation, and a main process that answers as it is told. */
async function setUp(rows = [row('a', 'mine')], strange: readonly Annotation[] = []) {
  const db = await aDatabase();
  const journal = new JournalInMemory();
  await putRows(db, [...FIRST_TAGS, ...rows]);
  const put = strange.map(
    (one) => ({ table: 'annotations', key: one.id, change: () => one }) as const,
  );
  await commit(db, put, options({ kind: 'system' }));
  const workspace = await aWorkspace(db, journal);
  const answers: Record<string, unknown> = {};
  ask.mockImplementation(async (channel: string, ...args: []) =>
    channel in answers ? answers[channel] : journal.ask(channel as 'journal:open', ...args),
  );
  return { db, journal, workspace, answers };
}

async function propose(workspace: Workspace, answers: Record<string, unknown>, file: BackupFile) {
  answers['backup:choose'] = ok(file);
  await chooseBackup(workspace);
  const { proposal } = useMergeDesk.getState();
  if (!proposal) throw new Error('nothing was proposed');
  return proposal;
}

const notes = async ({ db }: Workspace) =>
  (await db.annotations.toArray()).map(({ note }) => note).sort();

beforeEach(() => {
  closeMergeDesk();
  updateView({ notice: undefined });
});

describe('backing up', () => {
  test('tells where, and asks with the head that the window stands at', async () => {
    const { workspace, journal, answers } = await setUp();
    answers['backup:save'] = ok({ kind: 'saved', path: '/a.benle', counts: { annotations: 1 } });
    workspace.drafts.type(noteOf('a'), 'typed');
    await backUp(workspace);
    expect(ask).toHaveBeenCalledWith('backup:save', journal.head);
    expect(journal.rows().find(({ key }) => key === 'a')?.row).toMatchObject({ note: 'typed' });
    expect(useView.getState().notice).toBe(words.saved('/a.benle', 1));
  });

  test('that fails, or is not answered, is told in a dialog', async () => {
    const { workspace, answers } = await setUp();
    const trouble = { kind: 'file', path: '/a.benle', system: 'ENOSPC' } as const;
    answers['backup:save'] = failed(trouble);
    await backUp(workspace);
    expect(useView.getState()).toMatchObject({ dialog: 'backup', notice: undefined });
    expect(useMergeDesk.getState().trouble).toEqual(trouble);
    ask.mockRejectedValue(new Error('gone'));
    await backUp(workspace);
    expect(useMergeDesk.getState().trouble).toMatchObject({ problem: { kind: 'unanswered' } });
  });

  test('waits until what failed is saved', async () => {
    const { workspace, db, answers } = await setUp();
    const free = fillDisk(db);
    await workspace.write([{ table: 'annotations', key: 'b', change: () => row('b', 'more') }]);
    answers['backup:save'] = ok({ kind: 'cancelled' });
    ask.mockClear();
    await backUp(workspace);
    expect(ask).not.toHaveBeenCalledWith('backup:save', expect.anything());
    expect(useView.getState().notice).toBe(words.saveFirst);
    free();
  });
});

describe('restoring', () => {
  test('shows what it would do, takes a snapshot, and is one step of undo', async () => {
    const { workspace, journal, answers } = await setUp();
    const file = fileOf([line(row('a', 'theirs'), row('a', 'mine')), line(row('b', 'new'))]);
    const proposal = await propose(workspace, answers, file);
    expect(useView.getState().dialog).toBe('restore');
    expect(proposal.restoration.plan.counts.annotations).toMatchObject({ new: 1, changed: 1 });
    expect(await notes(workspace)).toEqual(['mine']);

    await merge(workspace, proposal);
    expect(await notes(workspace)).toEqual(['new', 'theirs']);
    expect(workspace.annotations.get('a')?.note).toBe('theirs');
    expect(journal.snapshots).toBe(1);
    expect(useView.getState()).toMatchObject({ dialog: undefined, notice: words.restored(2, 0) });

    await workspace.undo();
    expect(await notes(workspace)).toEqual(['mine']);
    const again = await propose(workspace, answers, file);
    expect(again.restoration.plan.effects).toEqual(proposal.restoration.plan.effects);
  });

  test('keeps both sides of a conflict', async () => {
    const { workspace, answers } = await setUp();
    const proposal = await propose(workspace, answers, fileOf([line(row('a', 'theirs'))]));
    expect(proposal.restoration.plan.counts.annotations.conflicting).toBe(1);
    await merge(workspace, proposal);
    expect(await notes(workspace)).toEqual(['mine', 'theirs']);
  });

  test('shows what it would do now, where the work changed since it was shown', async () => {
    const { workspace, answers } = await setUp();
    const file = fileOf([line(row('a', 'theirs'), row('a', 'mine'))]);
    const proposal = await propose(workspace, answers, file);
    await workspace.write([{ table: 'annotations', key: 'a', change: () => row('a', 'edited') }]);
    await merge(workspace, proposal);
    expect(await notes(workspace)).toEqual(['edited']);
    const { proposal: fresh, isMerging } = useMergeDesk.getState();
    expect(fresh).toMatchObject({ isNew: true });
    expect(fresh?.restoration.plan.counts.annotations).toMatchObject({ conflicting: 1 });
    expect(isMerging).toBe(false);
  });

  test('does nothing where no snapshot can be taken, and says why', async () => {
    const { workspace, answers } = await setUp();
    const proposal = await propose(workspace, answers, fileOf([line(row('b', 'new'))]));
    const problem = { kind: 'disk', system: 'ENOSPC' } as const;
    answers['journal:snapshot'] = failed(problem);
    await merge(workspace, proposal);
    expect(useMergeDesk.getState()).toMatchObject({ problem, isMerging: false });
    expect(await notes(workspace)).toEqual(['mine']);
  });

  test('that the database refuses is kept for another try, and given once', async () => {
    const { workspace, db, answers } = await setUp();
    const proposal = await propose(workspace, answers, fileOf([line(row('b', 'new'))]));
    const free = fillDisk(db);
    await merge(workspace, proposal);
    await merge(workspace, proposal);
    expect(useView.getState()).toMatchObject({ dialog: 'restore', notice: undefined });
    free();
    await workspace.retry();
    expect(await notes(workspace)).toEqual(['mine', 'new']);
    expect(await db.changes.filter(({ kind }) => kind === 'edit').count()).toBe(1);
  });

  test('leaves out rows that are not understood, and rows under another’s key', async () => {
    const { workspace, answers } = await setUp();
    const strange = { table: 'annotations', key: 'b', row: { id: 'b', colour: 'mauve' } } as const;
    const misplaced = { ...line(row('c', 'new')), key: 'd' };
    const file = fileOf([strange, misplaced, line(row('e', 'good'))]);
    const { restoration } = await propose(workspace, answers, file);
    expect(restoration.unreadable.map(({ key }) => key)).toEqual(['b', 'd']);
    expect(restoration.omissions).toEqual([
      { thing: 'annotation', reason: 'unreadable', count: 2, examples: ['b', 'd'] },
    ]);
    expect(restoration.plan.items.map(({ key }) => key)).toEqual(['e']);
  });

  test('tells of versions of one row that another follows in the file, and of tags that nobody has', async () => {
    const { workspace, answers } = await setUp();
    const tagged = { ...row('b', 'second'), tagIds: ['gone', 'lost'] };
    const file = fileOf([
      line(row('b', 'first')),
      line(row('c', 'same')),
      line(tagged),
      line(row('c', 'same')),
    ]);
    const { restoration } = await propose(workspace, answers, file);
    expect(
      restoration.plan.items.map(({ key, after }) => [key, (after as Annotation).note]),
    ).toEqual([
      ['b', 'second'],
      ['c', 'same'],
    ]);
    const { exact } = tagged.quote;
    expect(restoration.omissions).toEqual([
      { thing: 'annotation', reason: 'ambiguous', count: 1, examples: [exact] },
      { thing: 'coding', reason: 'unresolved', count: 2, examples: [exact] },
    ]);
  });

  test('puts a row that can be read in the place of one of ours that cannot', async () => {
    // As if another version of the app had written it: it was there when the window opened.
    const { workspace, db, answers } = await setUp([], [{ id: 'a' } as Annotation]);
    expect(workspace.unreadable).toHaveLength(1);
    const proposal = await propose(workspace, answers, fileOf([line(row('a', 'good'))]));
    await merge(workspace, proposal);
    expect(await db.annotations.get('a')).toMatchObject({ note: 'good' });
  });

  test('a row of a later version is restored with all that it holds', async () => {
    const { workspace, db, answers } = await setUp([]);
    const later = { ...line(row('a', 'x')), row: { ...row('a', 'x'), mood: 'calm' } };
    await merge(workspace, await propose(workspace, answers, fileOf([later])));
    expect(await db.annotations.get('a')).toMatchObject({ mood: 'calm' });
    const { plan } = (await propose(workspace, answers, fileOf([later]))).restoration;
    expect(plan.effects).toEqual([]);
  });

  test('10,000 annotations takes one commit', { timeout: 60_000 }, async () => {
    const { workspace, answers } = await setUp([]);
    const rows = Array.from({ length: 10_000 }, (_, place) => line(row(`r${place}`, 'x')));
    await merge(workspace, await propose(workspace, answers, fileOf(rows)));
    expect(await workspace.db.annotations.count()).toBe(10_000);
    const batches = new Set((await workspace.db.changes.toArray()).map(({ batch }) => batch));
    expect(batches.size).toBe(2);
  });
});

test('a file that is refused says why; one that is not chosen says nothing', async () => {
  const { workspace, answers } = await setUp();
  answers['backup:choose'] = ok('cancelled');
  await chooseBackup(workspace);
  expect(useView.getState().dialog).toBeUndefined();
  const refusal = { kind: 'newer', path: '/a', detail: '2' } as const;
  answers['backup:choose'] = failed(refusal);
  await chooseBackup(workspace);
  expect(useView.getState().dialog).toBe('restore');
  expect(useMergeDesk.getState().refusal).toEqual({ kind: 'backup', problem: refusal });
});
