import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { withChoice, withTitle } from '../../domain/brief/edit-brief.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { aDatabase } from '../db/database.testing.ts';
import { readCodebook } from '../db/live.ts';
import { editBrief } from './briefs.ts';
import { changeTag, createTag, mergeTag, moveTag, renameTag, setShortcut } from './codebook.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';

/** A window with the first three tags, or with others. */
async function setUp(tags: readonly Tag[] = FIRST_TAGS) {
  const db = await aDatabase();
  await putRows(db, tags);
  const workspace = await aWorkspace(db);
  return {
    workspace,
    names: async () => (await readCodebook(db)).map(({ name }) => name),
    /** How many changes were written. */
    written: () => db.changes.filter(({ kind }) => kind === 'edit').count(),
  };
}

describe('commands given one right after the other', () => {
  test('make one tag, where both would make the same', async () => {
    const { workspace, names } = await setUp();
    const add = () => workspace.inTurn(() => createTag(workspace, 'Thuế'));
    const [first, second] = await Promise.all([add(), add()]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, reason: { kind: 'taken', by: { name: 'Thuế' } } });
    expect(await names()).toEqual(['ODA', 'Labour', 'AZEC', 'Thuế']);
  });

  test('give two new tags digits and places of their own', async () => {
    const { workspace } = await setUp();
    const add = (name: string) => workspace.inTurn(() => createTag(workspace, name));
    await Promise.all([add('Thuế'), add('Hạ tầng')]);
    const [, , , fourth, fifth] = await readCodebook(workspace.db);
    expect(fourth).toMatchObject({ name: 'Thuế', shortcut: '4', order: 4 });
    expect(fifth).toMatchObject({ name: 'Hạ tầng', shortcut: '5', order: 5 });
  });

  test('rename a tag once, where both give the same name', async () => {
    const { workspace, names, written } = await setUp();
    const rename = () => workspace.inTurn(() => renameTag(workspace, 'tag-oda', 'ODA2'));
    await Promise.all([rename(), rename()]);
    expect(await names()).toEqual(['ODA2', 'Labour', 'AZEC']);
    expect(await written()).toBe(1);
  });

  test('take a digit over from the tag that has it by then', async () => {
    const { workspace } = await setUp();
    const give = (id: string) => workspace.inTurn(() => setShortcut(workspace, id, '9'));
    await Promise.all([give('tag-oda'), give('tag-labour')]);
    const digits = (await readCodebook(workspace.db)).map(({ shortcut }) => shortcut);
    expect(digits).toEqual([undefined, '9', '3']);
  });

  test('move a tag twice', async () => {
    const { workspace, names } = await setUp();
    const move = () => workspace.inTurn(() => moveTag(workspace, 'tag-oda', 1));
    await Promise.all([move(), move()]);
    expect(await names()).toEqual(['Labour', 'AZEC', 'ODA']);
  });
});

test('merging a tag takes the briefs along that speak of it, in the same step of undo', async () => {
  const { workspace } = await setUp();
  const chosen = () => workspace.briefs.getState().get('b')?.choice.tagIds;
  await editBrief(workspace, 'b', (brief) => withChoice(brief, { tagIds: ['tag-oda'] }));
  await editBrief(workspace, 'other', (brief) => withTitle(brief, 'Lao động'));
  const other = workspace.briefs.getState().get('other');
  await workspace.inTurn(() => mergeTag(workspace, 'tag-oda', 'tag-azec'));
  expect(chosen()).toEqual(['tag-azec']);
  expect(workspace.briefs.getState().get('other')).toBe(other);
  await workspace.undo();
  expect(chosen()).toEqual(['tag-oda']);
});

describe('changing a tag', () => {
  test('writes nothing when it is so already', async () => {
    const { workspace, written } = await setUp();
    await changeTag(workspace, 'tag-oda', { colour: 'amber' });
    await setShortcut(workspace, 'tag-oda', '1');
    await renameTag(workspace, 'tag-oda', ' ODA ');
    expect(await written()).toBe(0);
  });

  test('moves it also among tags that share a place', async () => {
    const { workspace, names } = await setUp(FIRST_TAGS.map((tag) => ({ ...tag, order: 1 })));
    expect(await names()).toEqual(['AZEC', 'Labour', 'ODA']);
    await moveTag(workspace, 'tag-oda', -1);
    expect(await names()).toEqual(['AZEC', 'ODA', 'Labour']);
    await workspace.undo();
    expect(await names()).toEqual(['AZEC', 'Labour', 'ODA']);
  });
});
