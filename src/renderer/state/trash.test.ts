import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { historyTexts, texts } from '../../shared/texts/texts.ts';
import type { Edit } from '../db/commit.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { exportedEdit, readExported } from '../db/exported.ts';
import { readCodebook } from '../db/live.ts';
import { readTrash } from '../db/trash.ts';
import { deleteAnnotation, switchTag } from './annotate.ts';
import { createTag, deleteTag, mergeTag, renameTag } from './codebook.ts';
import { noteOf } from './text-fields.ts';
import { emptyTrash, purgeEntry, restoreEntry } from './trash.ts';
import { briefToTrash } from './trash-edits.ts';
import { updateView, useView } from './view.ts';
import { aWorkspace } from './workspace.testing.ts';

const words = historyTexts.trash;

/** Many runs against a database take their time on a busy machine. */
const PATIENCE = { timeout: 30_000 };

beforeEach(() => updateView(useView.getInitialState()));

/** A window with the first tags and two annotations, one with two tags and one with the first of those. */
async function setUp() {
  const db = await aDatabase();
  const workspace = await aWorkspace(db);
  const rows = [
    anAnnotation({ id: 'a', tagIds: ['tag-oda', 'tag-azec'], note: 'Vốn vay' }),
    anAnnotation({ id: 'b', tagIds: ['tag-oda'], position: { start: 8, end: 11 } }),
  ];
  const edits: Edit[] = [
    ...FIRST_TAGS.map((tag): Edit => ({ table: 'tags', key: tag.id, change: () => tag })),
    ...rows.map((row): Edit => ({ table: 'annotations', key: row.id, change: () => row })),
  ];
  await workspace.write(edits, 'system');
  const tagOff = (id: string) => workspace.inTurn(() => deleteTag(workspace, id));
  return {
    db,
    workspace,
    /** Everything that the analyst sees; in which order an annotation got its tags is not among it. */
    seen: async () => ({
      annotations: (await db.annotations.toArray()).map(({ id, note, tagIds }) => [
        id,
        note,
        [...tagIds].sort(),
      ]),
      tags: await readCodebook(db),
      trash: (await readTrash(db)).map(({ id }) => id).sort(),
    }),
    tagsOf: async (id: string) => (await db.annotations.get(id))?.tagIds.toSorted(),
    trashed: async () => (await readTrash(db)).map(({ id }) => id).sort(),
    remove: (id: string) => (id.startsWith('tag-') ? tagOff(id) : deleteAnnotation(workspace, id)),
    restore: (id: string) => restoreEntry(workspace, id),
  };
}

test('a brief waits in the trash, and comes back as it was', async () => {
  const { db, workspace, restore, trashed } = await setUp();
  const brief = {
    ...FIRST_PLAN,
    id: 'brief-1',
    title: 'Vốn ODA',
    dialect: 'commonmark' as const,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  await workspace.write([{ table: 'briefs', key: brief.id, change: () => brief }]);
  await workspace.write(briefToTrash(brief.id));
  expect(await db.briefs.count()).toBe(0);
  expect(await trashed()).toEqual([brief.id]);
  expect(await restore(brief.id)).toBe(true);
  expect(useView.getState().notice).toBe(words.briefBack('Vốn ODA'));
  expect(await db.briefs.toArray()).toEqual([brief]);
  expect(await trashed()).toEqual([]);
});

test('what is known of a brief’s export goes with it, and comes back with it', async () => {
  const { db, workspace, trashed } = await setUp();
  const stamp = '2026-01-01T00:00:00.000Z';
  const brief = { ...FIRST_PLAN, id: 'brief-1', title: 'Vốn ODA', dialect: 'commonmark' as const };
  const row = { ...brief, createdAt: stamp, updatedAt: stamp };
  const parts = { title: '', introduction: '', remarks: '', arrangement: '' };
  const exported = {
    time: stamp,
    format: 'docx' as const,
    path: '/vốn.docx',
    state: { passages: {}, parts },
  };
  await workspace.write([{ table: 'briefs', key: row.id, change: () => row }]);
  await workspace.write([exportedEdit(row.id, exported)], 'system');
  await workspace.write(briefToTrash(row.id));
  expect(await purgeEntry(workspace, row.id)).toBe(true);
  expect(await readExported(db, row.id)).toBeNull();
  await workspace.undo();
  expect(await trashed()).toEqual([row.id]);
  expect(await readExported(db, row.id)).toEqual(exported);
});

describe('what was deleted', () => {
  test('waits in the trash as it was, and comes back as it was', async () => {
    const { remove, restore, seen, trashed, db } = await setUp();
    const before = await db.annotations.get('a');
    await remove('a');
    expect(await trashed()).toEqual(['a']);
    expect((await seen()).annotations.map(([id]) => id)).toEqual(['b']);
    expect(await restore('a')).toBe(true);
    expect(await db.annotations.get('a')).toEqual(before);
    expect(await trashed()).toEqual([]);
    expect(useView.getState().notice).toBe(words.annotationBack);
  });

  test('holds the note that was typed a moment before', async () => {
    const { workspace, remove, restore, db } = await setUp();
    workspace.drafts.type(noteOf('a'), 'Vốn vay thế hệ mới'.normalize('NFD'));
    await remove('a');
    expect(await readTrash(db)).toMatchObject([{ row: { note: 'Vốn vay thế hệ mới' } }]);
    await restore('a');
    expect(workspace.annotations.get('a')?.note).toBe('Vốn vay thế hệ mới');
  });

  test('holds the tag that was put on a moment before', async () => {
    const { workspace, remove, restore, tagsOf } = await setUp();
    await Promise.all([switchTag(workspace, 'b', 'tag-labour'), remove('b')]);
    await restore('b');
    expect(await tagsOf('b')).toEqual(['tag-labour', 'tag-oda']);
  });

  test('is one step of undo, both ways', async () => {
    const { workspace, remove, restore, seen } = await setUp();
    const before = await seen();
    await remove('tag-oda');
    const deleted = await seen();
    await restore('tag-oda');
    expect(await seen()).toEqual(before);
    await workspace.undo();
    expect(await seen()).toEqual(deleted);
    await workspace.undo();
    expect(await seen()).toEqual(before);
    await workspace.redo();
    expect(await seen()).toEqual(deleted);
  });

  test('comes back once, where it is asked for twice, or undo was faster', async () => {
    const { workspace, remove, restore, seen } = await setUp();
    const before = await seen();
    await remove('a');
    expect(await Promise.all([restore('a'), restore('a')])).toEqual([true, false]);
    expect(await seen()).toEqual(before);
    await remove('b');
    await workspace.inTurn(() => workspace.undo());
    expect(await restore('b')).toBe(false);
    expect(await seen()).toEqual(before);
  });

  test('does not write over what is there by the same id', async () => {
    const { workspace, remove, restore, db, trashed } = await setUp();
    await remove('a');
    const other = anAnnotation({ id: 'a', note: 'của người khác' });
    await workspace.write([{ table: 'annotations', key: 'a', change: () => other }]);
    await restore('a');
    expect(await db.annotations.get('a')).toEqual(other);
    expect(await trashed()).toEqual([]);
  });
});

describe('annotations and their tags', () => {
  const things = ['a', 'b', 'tag-oda', 'tag-azec'];
  const orders = fc.shuffledSubarray(things, { minLength: 1 });

  test('come back as they were, in whatever order they went and come', PATIENCE, async () => {
    const shuffled = orders.chain((gone) =>
      fc.tuple(fc.constant(gone), fc.shuffledSubarray(gone, { minLength: gone.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([going, coming]) => {
        const { db, remove, restore, seen } = await setUp();
        const before = await seen();
        for (const id of going) await remove(id);
        expect((await seen()).trash).toEqual(going.toSorted());
        for (const id of coming) await restore(id);
        expect(await seen()).toEqual(before);
        await db.delete();
      }),
      { numRuns: 40 },
    );
  });

  test('know of no tag that is in the trash', async () => {
    const { remove, restore, tagsOf } = await setUp();
    await remove('a');
    await remove('tag-oda');
    await restore('a');
    expect(await tagsOf('a')).toEqual(['tag-azec']);
    await remove('a');
    await restore('tag-oda');
    await restore('a');
    expect(await tagsOf('a')).toEqual(['tag-azec', 'tag-oda']);
  });

  test('come back with the tag that theirs was merged into', async () => {
    const { workspace, remove, restore, tagsOf, trashed } = await setUp();
    await remove('b');
    await workspace.inTurn(() => mergeTag(workspace, 'tag-oda', 'tag-labour'));
    expect(await trashed()).toEqual(['b']);
    await restore('b');
    expect(await tagsOf('b')).toEqual(['tag-labour']);
  });

  test('come back without a tag that was let go for good', async () => {
    const { workspace, remove, restore, tagsOf } = await setUp();
    await remove('b');
    await remove('tag-oda');
    await purgeEntry(workspace, 'tag-oda');
    await restore('b');
    expect(await tagsOf('b')).toEqual([]);
  });

  test('leave out what was let go for good, where their tag comes back', async () => {
    const { workspace, remove, restore, seen, tagsOf } = await setUp();
    await remove('tag-oda');
    await remove('a');
    await purgeEntry(workspace, 'a');
    await restore('tag-oda');
    expect((await seen()).annotations.map(([id]) => id)).toEqual(['b']);
    expect(await tagsOf('b')).toEqual(['tag-oda']);
  });
});

test('a tag comes back under another name and without its key, where those are taken', async () => {
  const { workspace, remove, restore, db } = await setUp();
  await remove('tag-oda');
  const made = await workspace.inTurn(() => createTag(workspace, 'Thuế'));
  if (!made.ok) throw new Error(made.reason.kind);
  await workspace.inTurn(() => renameTag(workspace, made.value.id, 'oda'));
  await restore('tag-oda');
  const back = await db.tags.get('tag-oda');
  expect(back).toMatchObject({ name: 'ODA (2)', colour: 'amber', order: 1 });
  expect(back?.shortcut).toBeUndefined();
  expect(useView.getState().notice).toBe(words.tagBack('ODA', 'ODA (2)'));
});

describe('letting go for good', () => {
  test('takes one, or all, and undo brings them back into the trash', async () => {
    const { workspace, remove, trashed } = await setUp();
    for (const id of ['a', 'b', 'tag-oda']) await remove(id);
    expect(await purgeEntry(workspace, 'b')).toBe(true);
    expect(await trashed()).toEqual(['a', 'tag-oda']);
    expect(await emptyTrash(workspace)).toBe(true);
    expect(await trashed()).toEqual([]);
    expect(useView.getState().notice).toBe(words.emptied);
    await workspace.undo();
    await workspace.undo();
    expect(await trashed()).toEqual(['a', 'b', 'tag-oda']);
  });
});

test('nothing is said to be back, or gone, that could not be written', async () => {
  const { db, workspace, remove, restore, trashed, seen } = await setUp();
  const before = await seen();
  await remove('a');
  updateView({ notice: undefined });
  const makeRoom = fillDisk(db);
  expect(await restore('a')).toBe(false);
  expect(useView.getState().notice).toBeUndefined();
  expect(await emptyTrash(workspace)).toBe(false);
  expect(useView.getState().notice).toBe(texts.notices.saveFirst);
  expect(await trashed()).toEqual(['a']);
  makeRoom();
  await workspace.retry();
  expect(await seen()).toEqual(before);
});
