import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { withTitle } from '../../domain/brief/edit-brief.ts';
import { briefTexts, texts } from '../../shared/texts/texts.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { readTrash } from '../db/trash.ts';
import { moveInBrief } from './arrange-brief.ts';
import { introductionField, titleField } from './brief-fields.ts';
import {
  deleteBrief,
  duplicateBrief,
  editBrief,
  openLastBrief,
  rememberBrief,
  startBrief,
} from './briefs.ts';
import { openBrief, useBuilder } from './builder.ts';
import { runCommand } from './commands.ts';
import { useView } from './view.ts';
import { aWorkspace } from './workspace.testing.ts';

const ID = '019ab000-0000-7000-8000-000000000001';

beforeEach(() => {
  useBuilder.setState(useBuilder.getInitialState(), true);
  useView.setState(useView.getInitialState(), true);
});

async function setUp() {
  const db = await aDatabase();
  const workspace = await aWorkspace(db);
  const title = (id = ID) => workspace.briefs.getState().get(id)?.title;
  const named = (id: string, name: string) =>
    editBrief(workspace, id, (brief) => withTitle(brief, name));
  return { db, workspace, title, named };
}

const openId = () => useBuilder.getState().briefId;

describe('a brief', () => {
  it('is kept from its first change on, and the same change again writes nothing', async () => {
    const { db, workspace, title, named } = await setUp();
    await editBrief(workspace, ID, (brief) => brief);
    expect(await db.briefs.count()).toBe(0);
    await named(ID, 'Vốn vay');
    expect(title()).toBe('Vốn vay');
    const changes = await db.changes.count();
    await named(ID, 'Vốn vay');
    expect(await db.changes.count()).toBe(changes);
  });

  it('is followed through undo and redo, also where it was made', async () => {
    const { workspace, title, named } = await setUp();
    openBrief(ID);
    await named(ID, 'Vốn vay');
    await workspace.undo();
    expect(title()).toBeUndefined();
    await workspace.redo();
    expect(title()).toBe('Vốn vay');
  });

  it('typed in one go is one step of undo, and there when the window closes', async () => {
    const { workspace, title } = await setUp();
    for (const text of ['V', 'Vố', 'Vốn'.normalize('NFD')]) {
      workspace.drafts.type(titleField(ID), text);
    }
    workspace.drafts.type(introductionField(ID), 'Mở đầu');
    await workspace.flush();
    expect(workspace.briefs.getState().get(ID)).toMatchObject({
      title: 'Vốn',
      introduction: 'Mở đầu',
    });
    await workspace.undo();
    expect(title()).toBe('Vốn');
    await workspace.undo();
    expect(title()).toBeUndefined();
  });

  it('keeps moves that follow quickly upon one another', async () => {
    const { workspace } = await setUp();
    const move = (id: string, after: string | null) =>
      moveInBrief(workspace, ID, { list: 'tag:oda', id, after });
    await Promise.all([move('a', 'b'), move('a', 'c'), move('d', null)]);
    expect(workspace.briefs.getState().get(ID)?.arrangement.moves).toEqual({
      'tag:oda': [
        { id: 'a', after: 'c' },
        { id: 'd', after: null },
      ],
    });
  });

  it('is not changed while earlier work waits to be saved, and the analyst is told', async () => {
    const { db, workspace, title, named } = await setUp();
    const makeRoom = fillDisk(db);
    await named(ID, 'Vốn vay');
    await named(ID, 'Lao động');
    expect(useView.getState().notice).toBe(texts.notices.saveFirst);
    makeRoom();
    await workspace.retry();
    expect(title()).toBe('Vốn vay');
  });
});

describe('the shelf', () => {
  it('copies a brief under a name of its own, with what was typed a moment before', async () => {
    const { workspace, title } = await setUp();
    openBrief(ID);
    workspace.drafts.type(introductionField(ID), 'Mở đầu');
    await duplicateBrief(workspace, ID, 'Vốn vay');
    const copy = openId() ?? '';
    expect(copy).not.toBe(ID);
    expect(title(copy)).toBe(briefTexts.copyOf('Vốn vay'));
    expect(workspace.briefs.getState().get(copy)?.introduction).toBe('Mở đầu');
    await duplicateBrief(workspace, ID, 'Vốn vay');
    expect(title(openId())).toBe(`${briefTexts.copyOf('Vốn vay')} 2`);
    expect(useBuilder.getState().originId).toBe(ID);
  });

  it('puts a brief into the trash, opens the other, and undo brings it back and opens it', async () => {
    const { db, workspace, title, named } = await setUp();
    await named('other', 'Lao động');
    await named(ID, 'Vốn vay');
    openBrief(ID);
    await deleteBrief(workspace, ID, 'Vốn vay');
    expect(openId()).toBe('other');
    expect((await readTrash(db)).map(({ id }) => id)).toEqual([ID]);
    await runCommand(workspace, 'undo');
    expect(title()).toBe('Vốn vay');
    expect(openId()).toBe(ID);
    expect(await readTrash(db)).toEqual([]);
  });

  it('is left with a new brief when the last one goes', async () => {
    const { workspace, named } = await setUp();
    await named(ID, 'Vốn vay');
    openBrief(ID);
    await deleteBrief(workspace, ID, 'Vốn vay');
    expect(workspace.briefs.getState().has(openId() ?? '')).toBe(false);
    expect(openId()).not.toBe(ID);
  });

  it('opens what was open last, else what was worked on last, else a new brief', async () => {
    const { db, workspace, named } = await setUp();
    openLastBrief(workspace);
    expect(openId()).toMatch(/^[0-9a-f-]{36}$/);
    await named('older', 'a');
    await named('newer', 'b');
    const again = async () => {
      useBuilder.setState(useBuilder.getInitialState(), true);
      openLastBrief(await aWorkspace(db));
      return openId();
    };
    expect(await again()).toBe('newer');
    rememberBrief(workspace, 'older');
    await workspace.flush();
    expect(await again()).toBe('older');
  });

  it('remembers no brief of which nothing is kept', async () => {
    const { db, workspace } = await setUp();
    startBrief();
    rememberBrief(workspace, openId() ?? '');
    await workspace.flush();
    expect(await db.settings.count()).toBe(0);
  });
});
