import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { withoutPrivateNote } from '../../domain/annotation/private-note.ts';
import { ok } from '../../domain/result.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { texts } from '../../shared/texts/texts.ts';
import { aDatabase } from '../db/database.testing.ts';
import { switchPrivateNote, switchPrivateNoteInView, switchTag } from './annotate.ts';
import { chooseImport } from './import.ts';
import { JournalInMemory } from './journal.testing.ts';
import { closeMergeDesk, useMergeDesk } from './merging.ts';
import { noteOf } from './text-fields.ts';
import { NOWHERE, updateView, useView } from './view.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

async function setUp(row: Annotation = anAnnotation({ id: 'a', note: 'cũ' })) {
  const db = await aDatabase();
  const journal = new JournalInMemory();
  await putRows(db, [...FIRST_TAGS, row]);
  const workspace = await aWorkspace(db, journal);
  ask.mockImplementation(async (channel: string, ...args: []) =>
    journal.ask(channel as 'journal:open', ...args),
  );
  const note = () => workspace.annotations.get('a');
  return { db, journal, workspace, note };
}

beforeEach(() => {
  closeMergeDesk();
  updateView({ ...NOWHERE, notice: undefined });
});

test('a note is made private in one step of undo, which the journal has', async () => {
  const { journal, workspace, note } = await setUp();
  await switchPrivateNote(workspace, 'a');
  expect(note()).toMatchObject({ note: 'cũ', isNotePrivate: true });
  expect(journal.rows().find(({ key }) => key === 'a')?.row).toMatchObject({ isNotePrivate: true });
  await workspace.undo();
  expect(note()).not.toHaveProperty('isNotePrivate');
  await workspace.redo();
  expect(note()).toMatchObject({ isNotePrivate: true });
});

test('what is being typed is saved as a step of its own before', async () => {
  const { workspace, note } = await setUp();
  workspace.drafts.type(noteOf('a'), 'mới');
  await switchPrivateNote(workspace, 'a');
  await workspace.undo();
  expect(note()).toMatchObject({ note: 'mới' });
  expect(note()).not.toHaveProperty('isNotePrivate');
});

test('the key acts on the active annotation, and says what came of it', async () => {
  const { workspace } = await setUp();
  await switchPrivateNoteInView(workspace);
  expect(useView.getState().notice).toBe(texts.notices.selectFirst);
  updateView({ activeId: 'a' });
  await switchPrivateNoteInView(workspace);
  expect(useView.getState().notice).toBe(texts.notices.notePrivate);
  await switchPrivateNoteInView(workspace);
  expect(useView.getState().notice).toBe(texts.notices.notePublic);
});

/** What importing this row from an exchange file would do. */
async function proposed(workspace: Parameters<typeof chooseImport>[0], row: Annotation) {
  const rows = [{ table: 'annotations', key: row.id, row }];
  const file = {
    kind: 'work',
    path: '/a.jsonld',
    format: 'json-ld',
    origin: 'Bên Lề',
    leftOut: [],
  };
  const answer = ok({ ...file, rows });
  const passOn = ask.getMockImplementation();
  ask.mockImplementation(async (channel: string, ...args: []) =>
    channel === 'import:choose' ? answer : passOn?.(channel, ...args),
  );
  await chooseImport(workspace);
  const { proposal } = useMergeDesk.getState();
  if (!proposal) throw new Error('nothing was proposed');
  return proposal.restoration.plan.items;
}

const SECRET = anAnnotation({ id: 'a', note: 'cũ', isNotePrivate: true, tagIds: ['tag-oda'] });

test('an exchange file without the private note offers nothing, whatever was done here since', async () => {
  const { workspace, note } = await setUp(SECRET);
  const file = withoutPrivateNote(SECRET);
  expect(await proposed(workspace, file)).toEqual([]);
  workspace.drafts.type(noteOf('a'), 'viết lại');
  await workspace.drafts.finish();
  await switchTag(workspace, 'a', FIRST_TAGS[1]?.id ?? '');
  expect(await proposed(workspace, file)).toEqual([]);
  expect(note()).toMatchObject({ note: 'viết lại', isNotePrivate: true });
});

test('what the file does change comes with the private note kept', async () => {
  const { workspace } = await setUp(SECRET);
  const file = { ...withoutPrivateNote(SECRET), translation: { text: 'aid', checked: true } };
  const [item, ...more] = await proposed(workspace, file);
  expect(more).toEqual([]);
  const rows = [item?.after, item?.copy].filter(Boolean);
  expect(rows).not.toEqual([]);
  for (const row of rows) expect(row).toMatchObject({ note: 'cũ', isNotePrivate: true });
});
