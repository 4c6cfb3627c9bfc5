import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { Edit } from '../db/commit.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { noteOf } from './text-fields.ts';
import { aWorkspace } from './workspace.testing.ts';

const KEY = 'annotation-1';

const making: Edit = { table: 'annotations', key: KEY, change: () => anAnnotation({ id: KEY }) };
const deleting: Edit = { table: 'annotations', key: KEY, change: () => null };
const tagging = (tagId: string): Edit => ({
  table: 'annotations',
  key: KEY,
  change: (row) => row && { ...row, tagIds: [...row.tagIds, tagId] },
});
/** A window with one annotation, untagged and without a note. */
async function setUp() {
  const db = await aDatabase();
  const workspace = await aWorkspace(db);
  await workspace.write([making]);
  return {
    db,
    workspace,
    /** The annotation as the window holds it. */
    held: () => workspace.annotations.get(KEY),
    stored: () => db.annotations.get(KEY),
  };
}

describe('writing in the workspace', () => {
  test('reaches the index, as it reached the database', async () => {
    const { workspace, held, stored } = await setUp();
    await workspace.write([tagging('tag-oda')]);
    expect(held()?.tagIds).toEqual(['tag-oda']);
    expect(held()).toEqual(await stored());
    await workspace.write([deleting]);
    expect(held()).toBeUndefined();
  });

  test('returns the changes that were made', async () => {
    const { workspace } = await setUp();
    expect(await workspace.write([tagging('tag-oda')])).toMatchObject([{ kind: 'edit', key: KEY }]);
  });

  test('saves the note being typed first, as a step of undo before it', async () => {
    const { workspace, held } = await setUp();
    workspace.drafts.type(noteOf(KEY), 'note');
    await workspace.write([tagging('tag-oda')]);
    expect(held()).toMatchObject({ note: 'note', tagIds: ['tag-oda'] });
    await workspace.undo();
    expect(held()).toMatchObject({ note: 'note', tagIds: [] });
    await workspace.undo();
    expect(held()).toMatchObject({ note: '', tagIds: [] });
  });

  test('makes what is typed after it a step of its own', async () => {
    const { workspace, held } = await setUp();
    workspace.drafts.type(noteOf(KEY), 'one');
    await workspace.write([tagging('tag-oda')]);
    workspace.drafts.type(noteOf(KEY), 'one two');
    await workspace.undo();
    expect(held()).toMatchObject({ note: 'one', tagIds: ['tag-oda'] });
  });

  test('what the app itself remembers does not end the step of undo being typed', async () => {
    const { workspace, held } = await setUp();
    await workspace.write([tagging('tag-oda')]);
    workspace.drafts.type(noteOf(KEY), 'one');
    await workspace.drafts.save();
    await workspace.remember('last-article', 'article-1');
    workspace.drafts.type(noteOf(KEY), 'one two');
    await workspace.undo();
    expect(held()).toMatchObject({ note: '', tagIds: ['tag-oda'] });
    await workspace.undo();
    expect(held()).toMatchObject({ note: '', tagIds: [] });
  });

  test('deletes an annotation together with the note that was just typed, and brings both back', async () => {
    const { workspace, held } = await setUp();
    workspace.drafts.type(noteOf(KEY), 'note');
    await workspace.write([deleting]);
    expect(held()).toBeUndefined();
    expect(workspace.drafts.textOf(KEY)).toBeUndefined();
    await workspace.undo();
    expect(held()?.note).toBe('note');
  });
});

describe('undo and redo in the workspace', () => {
  test('reach the index, as they reached the database', async () => {
    const { workspace, held, stored } = await setUp();
    await workspace.undo();
    expect([held(), await stored()]).toEqual([undefined, undefined]);
    await workspace.redo();
    expect(held()).toEqual(anAnnotation({ id: KEY }));
    expect(held()).toEqual(await stored());
  });

  test('take back the note being typed, and bring it again', async () => {
    const { workspace, held } = await setUp();
    workspace.drafts.type(noteOf(KEY), 'note');
    await workspace.undo();
    expect(held()?.note).toBe('');
    expect(workspace.drafts.textOf(KEY)).toBeUndefined();
    await workspace.redo();
    expect(held()?.note).toBe('note');
  });

  test('have nothing to bring again once a note was typed', async () => {
    const { workspace, held } = await setUp();
    await workspace.write([tagging('tag-oda')]);
    await workspace.undo();
    workspace.drafts.type(noteOf(KEY), 'note');
    expect(await workspace.redo()).toEqual([]);
    expect(held()).toMatchObject({ note: 'note', tagIds: [] });
  });

  test('happen in the order in which they were asked for, with what is written', async () => {
    const { workspace, held } = await setUp();
    await workspace.write([tagging('tag-oda')]);
    await Promise.all([workspace.undo(), workspace.write([tagging('tag-azec')])]);
    expect(held()?.tagIds).toEqual(['tag-azec']);
    await Promise.all([workspace.undo(), workspace.redo(), workspace.undo(), workspace.undo()]);
    expect(held()).toBeUndefined();
  });

  test('fail where they cannot be written, and leave the index as the database is', async () => {
    const { db, workspace, held, stored } = await setUp();
    fillDisk(db);
    await expect(workspace.undo()).rejects.toThrow('the disk is full');
    expect(held()).toEqual(await stored());
    expect(held()).toBeDefined();
  });
});

describe('whoever listens to the workspace', () => {
  test('is told once for each commit that touches annotations, when the index knows', async () => {
    const { workspace, held } = await setUp();
    const seen: (readonly string[] | undefined)[] = [];
    const leave = workspace.subscribe(() => seen.push(held()?.tagIds));
    await workspace.write([tagging('tag-oda'), tagging('tag-azec')]);
    await workspace.undo();
    leave();
    await workspace.redo();
    expect(seen).toEqual([['tag-oda', 'tag-azec'], []]);
  });

  test('is not told of tags, settings, or edits that change nothing', async () => {
    const { workspace } = await setUp();
    const told = vi.fn();
    const version = workspace.version();
    workspace.subscribe(told);
    const [tag] = FIRST_TAGS;
    await workspace.remember('last-article', 'article-1');
    await workspace.write([{ table: 'tags', key: 'tag-oda', change: () => tag ?? null }]);
    await workspace.write([{ table: 'annotations', key: KEY, change: (row) => row }]);
    expect(told).not.toHaveBeenCalled();
    expect(workspace.version()).toBe(version);
  });

  test('finds another version after every change', async () => {
    const { workspace } = await setUp();
    const versions = [workspace.version()];
    for (const step of ['undo', 'redo'] as const) {
      await workspace[step]();
      versions.push(workspace.version());
    }
    expect(new Set(versions).size).toBe(3);
  });
});

describe('commands', () => {
  test('run in turn, each seeing what the last one did, even if that failed', async () => {
    const { workspace, held } = await setUp();
    const seen: unknown[] = [];
    const tag = (tagId: string) => async () => {
      seen.push(held()?.tagIds);
      await workspace.write([tagging(tagId)]);
    };
    const bug = () => Promise.reject(new TypeError('a bug'));
    const all = [tag('one'), bug, tag('two')].map((command) => workspace.inTurn(command));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual([[], ['one']]);
  });
});

describe('before the window closes', () => {
  test('the command under way is waited for, and the note being typed is saved', async () => {
    const { workspace, stored } = await setUp();
    const { promise: answer, resolve } = Promise.withResolvers<void>();
    void workspace.inTurn(async () => {
      await answer;
      await workspace.write([tagging('tag-oda')]);
    });
    const nothingIsLeft = vi.fn();
    const flushed = workspace.flush().then(nothingIsLeft);
    workspace.drafts.type(noteOf(KEY), 'note');
    await workspace.drafts.finish();
    expect(nothingIsLeft).not.toHaveBeenCalled();
    workspace.drafts.type(noteOf(KEY), 'note, and more');
    resolve();
    await flushed;
    expect(await stored()).toMatchObject({ note: 'note, and more', tagIds: ['tag-oda'] });
    expect(workspace.writer.status.getState()).toEqual({ kind: 'saved' });
  });

  test('work that cannot be saved is not given up: it is waited for until it is saved', async () => {
    const { db, workspace, stored } = await setUp();
    const makeRoom = fillDisk(db);
    workspace.drafts.type(noteOf(KEY), 'note');
    const nothingIsLeft = vi.fn();
    const flushed = workspace.flush().then(nothingIsLeft);
    await workspace.retry();
    await workspace.retry();
    expect(nothingIsLeft).not.toHaveBeenCalled();
    makeRoom();
    await workspace.retry();
    await flushed;
    expect(await stored()).toMatchObject({ note: 'note' });
  });

  test('work that could not be saved is tried once more', async () => {
    const { db, workspace, stored } = await setUp();
    const makeRoom = fillDisk(db);
    await workspace.write([tagging('tag-oda')]);
    makeRoom();
    await workspace.flush();
    expect(await stored()).toMatchObject({ tagIds: ['tag-oda'] });
  });
});

test('trying again saves what failed, with the note that was being typed', async () => {
  const { db, workspace, held, stored } = await setUp();
  const makeRoom = fillDisk(db);
  workspace.drafts.type(noteOf(KEY), 'note');
  await workspace.write([tagging('tag-oda')]);
  expect(held()).toMatchObject({ note: '', tagIds: [] });
  expect(workspace.drafts.textOf(KEY)).toBe('note');
  makeRoom();
  await workspace.retry();
  expect(held()).toMatchObject({ note: 'note', tagIds: ['tag-oda'] });
  expect(held()).toEqual(await stored());
  expect(workspace.drafts.textOf(KEY)).toBeUndefined();
  expect(workspace.writer.status.getState()).toEqual({ kind: 'saved' });
});

test('an annotation that undo makes unreadable again leaves the window, not the database', async () => {
  const db = await aDatabase();
  const strange = { id: KEY, madeBy: 'a later version' } as never;
  const workspace = await aWorkspace(db);
  await workspace.write([{ table: 'annotations', key: KEY, change: () => strange }], 'system');
  await workspace.write([making]);
  expect(workspace.annotations.get(KEY)).toBeDefined();
  await workspace.undo();
  expect(workspace.annotations.get(KEY)).toBeUndefined();
  expect(await db.annotations.get(KEY)).toEqual(strange);
});
