import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { versionsOf } from '../../domain/annotation/versions.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { historyTexts, texts } from '../../shared/texts/texts.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { readChangesOf, readRecentEdits } from '../db/log.ts';
import { deleteAnnotation, switchTag } from './annotate.ts';
import { deleteTag } from './codebook.ts';
import { goBackTo, restoreVersion } from './history.ts';
import { noteOf } from './text-fields.ts';
import { updateView, useView } from './view.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';

const KEY = 'annotation-1';
const notice = () => useView.getState().notice;

beforeEach(() => updateView(useView.getInitialState()));

/** A window with one annotation that was tagged ODA, then written on. */
async function setUp() {
  const db = await aDatabase();
  await putRows(db, FIRST_TAGS);
  const workspace = await aWorkspace(db);
  const first = anAnnotation({ id: KEY });
  await workspace.write([{ table: 'annotations', key: KEY, change: () => first }]);
  await switchTag(workspace, KEY, 'tag-oda');
  workspace.drafts.type(noteOf(KEY), 'Vốn vay');
  await workspace.drafts.finish();
  return {
    db,
    workspace,
    held: () => workspace.annotations.get(KEY),
    version: async (place: number) => {
      const found = versionsOf(await readChangesOf(db, 'annotations', KEY))[place];
      if (!found) throw new Error(`there is no version ${place}`);
      return found;
    },
    /** The batches of the edits, newest first. */
    edits: async () => (await readRecentEdits(db, 100)).edits.map(({ batch }) => batch),
  };
}

describe('restoring a version', () => {
  test('is an edit like any other: undo takes it back', async () => {
    const { workspace, held, version } = await setUp();
    const before = held();
    expect(await restoreVersion(workspace, await version(2))).toBe(true);
    expect(held()).toMatchObject({ note: '', tagIds: [] });
    expect(notice()).toBe(historyTexts.versions.restored);
    await workspace.undo();
    expect(held()).toEqual(before);
  });

  test('comes after the note that is being typed, which is a version of its own', async () => {
    const { workspace, held, version } = await setUp();
    workspace.drafts.type(noteOf(KEY), 'Vốn vay mới');
    await restoreVersion(workspace, await version(1));
    expect(held()).toMatchObject({ note: '', tagIds: ['tag-oda'] });
    expect(await version(1)).toMatchObject({ after: { note: 'Vốn vay mới' } });
  });

  test('brings back no tag that left the codebook', async () => {
    const { workspace, held, version } = await setUp();
    await workspace.inTurn(() => deleteTag(workspace, 'tag-oda'));
    await restoreVersion(workspace, await version(1));
    expect(held()).toMatchObject({ note: 'Vốn vay', tagIds: [] });
  });

  test('does not bring back what was deleted meanwhile', async () => {
    const { workspace, held, version } = await setUp();
    const old = await version(1);
    await Promise.all([deleteAnnotation(workspace, KEY), restoreVersion(workspace, old)]);
    expect(held()).toBeUndefined();
  });
});

describe('going back to an edit', () => {
  test('tells how many steps it took, and takes a note along that is being typed', async () => {
    const { workspace, held, edits } = await setUp();
    const [, tagging = ''] = await edits();
    workspace.drafts.type(noteOf(KEY), 'Vốn vay mới');
    expect(await goBackTo(workspace, tagging)).toBe(true);
    expect(held()).toMatchObject({ note: '', tagIds: [] });
    expect(notice()).toBe(historyTexts.recent.wentBack(3));
  });

  test('says so where it was taken back already', async () => {
    const { workspace, edits } = await setUp();
    const [typing = ''] = await edits();
    await workspace.undo();
    expect(await goBackTo(workspace, typing)).toBe(false);
    expect(notice()).toBe(historyTexts.recent.nothing);
  });

  test('tells when it cannot be written, and changes nothing', async () => {
    const { db, workspace, held, edits } = await setUp();
    const [, tagging = ''] = await edits();
    const before = held();
    const makeRoom = fillDisk(db);
    expect(await goBackTo(workspace, tagging)).toBe(false);
    expect(notice()).toBe(texts.notices.stepFailed('QuotaExceededError'));
    expect(held()).toEqual(before);
    makeRoom();
    expect(await goBackTo(workspace, tagging)).toBe(true);
  });
});
