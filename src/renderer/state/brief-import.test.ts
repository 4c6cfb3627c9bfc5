import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { EditedPassage } from '../../domain/brief/edited-brief.ts';
import { ok } from '../../domain/result.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { importTexts } from '../../shared/texts/texts.ts';
import { aDatabase } from '../db/database.testing.ts';
import { readCodebook } from '../db/live.ts';
import {
  applyBriefEdits,
  chooseAllEdits,
  chooseEdit,
  closeBriefImport,
  proposeBriefEdits,
  useBriefImport,
} from './brief-import.ts';
import { chooseImport } from './import.ts';
import { noteOf } from './text-fields.ts';
import { useView } from './view.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

const words = importTexts.brief;
const ROW = anAnnotation({ id: 'a', note: 'cũ', tagIds: ['tag-oda'] });
const PLACE = { line: 3, heading: 'ODA' };
const said: EditedPassage = {
  annotationId: 'a',
  ...PLACE,
  quote: 'ODA',
  note: 'mới',
  tagNames: ['oda', 'Thuế quan'],
  translation: { text: 'aid', checked: true },
};

/** A window with one annotation, in which a brief was chosen that says these things of it. */
async function setUp(passages: readonly EditedPassage[] = [said]) {
  const db = await aDatabase();
  await putRows(db, [...FIRST_TAGS, ROW]);
  const workspace = await aWorkspace(db);
  const brief = { title: 'ODA', passages, unread: [], texts: [] };
  ask.mockResolvedValue(ok({ kind: 'brief', path: '/a.md', brief }));
  await chooseImport(workspace);
  return { db, workspace, row: () => db.annotations.get('a') };
}

const fields = () => useBriefImport.getState().offer?.edits.map(({ field }) => field);
const chosen = () => [...useBriefImport.getState().chosen].sort();

beforeEach(closeBriefImport);

test('what an edited brief says otherwise is offered, and nothing is taken over unasked', async () => {
  const { row } = await setUp();
  expect(useView.getState().dialog).toBe('import');
  expect(fields()).toEqual(['tags', 'note', 'translation']);
  expect(chosen()).toEqual([0, 1, 2]);
  closeBriefImport();
  expect(await row()).toEqual(ROW);
});

test('what is chosen is taken over in one step of undo, new tags with it', async () => {
  const { db, workspace, row } = await setUp();
  chooseEdit(1, false);
  expect(await applyBriefEdits(workspace)).toBe(true);
  const created = (await readCodebook(db)).find(({ name }) => name === 'Thuế quan');
  expect(await row()).toMatchObject({
    note: 'cũ',
    tagIds: ['tag-oda', created?.id],
    translation: { text: 'aid', checked: true },
  });
  expect(useView.getState()).toMatchObject({ dialog: undefined, notice: words.applied(2) });
  await workspace.undo();
  expect(await row()).toEqual(ROW);
  expect(await readCodebook(db)).toHaveLength(3);
});

test('with nothing chosen, nothing is done', async () => {
  const { workspace, row } = await setUp();
  chooseAllEdits(false);
  expect(await applyBriefEdits(workspace)).toBe(false);
  expect(await row()).toEqual(ROW);
  expect(useView.getState().dialog).toBe('import');
});

test('of versions that contradict each other, only one can be chosen', async () => {
  const plain = { ...said, tagNames: ['ODA'], note: 'cũ' };
  const saying = (text: string) => ({ ...plain, translation: { text, checked: false } });
  const [one, other] = [saying('one'), saying('other')];
  const { workspace, row } = await setUp([one, plain, other, other]);
  expect(fields()).toEqual(['translation', 'translation', 'translation']);
  expect(chosen()).toEqual([0]);
  chooseEdit(2, true);
  expect(chosen()).toEqual([2]);
  chooseAllEdits(true);
  expect(chosen()).toEqual([0]);
  chooseEdit(2, true);
  await applyBriefEdits(workspace);
  expect(await row()).toMatchObject({ translation: { text: 'other' } });
});

test('what only takes away is offered, but not chosen', async () => {
  await setUp([{ ...said, note: '', tagNames: [] }]);
  expect(fields()).toEqual(['tags', 'note', 'translation']);
  expect(chosen()).toEqual([2]);
  chooseAllEdits(true);
  expect(chosen()).toEqual([0, 1, 2]);
});

test('what a brief says as it was here once is not offered, by former names of tags too', async () => {
  const older = { ...said, note: 'cũ', tagNames: ['ODA'] };
  const { db, workspace } = await setUp([
    { ...PLACE, annotationId: 'a', quote: 'ODA', note: 'cũ' },
  ]);
  closeBriefImport();
  const rename = (row: Tag | null) => row && { ...row, name: 'Vốn vay' };
  await workspace.write([
    { table: 'annotations', key: 'a', change: (row) => row && { ...row, note: 'mới hơn' } },
    { table: 'tags', key: 'tag-oda', change: rename },
  ]);
  const brief = { title: 'ODA', passages: [older], unread: [], texts: [] };
  const propose = () => proposeBriefEdits(workspace, { kind: 'brief', path: '/a.md', brief });
  await propose();
  expect(fields()).toEqual(['translation']);
  expect(useBriefImport.getState().offer?.newer).toBe(2);
  expect((await readCodebook(db)).some(({ name }) => name === 'ODA')).toBe(false);

  // What was taken back is no former version.
  chooseAllEdits(true);
  await applyBriefEdits(workspace);
  await workspace.undo();
  await propose();
  expect(fields()).toEqual(['translation']);
});

test('what was typed meanwhile elsewhere in the row stays', async () => {
  const { workspace, row } = await setUp();
  chooseEdit(1, false);
  workspace.drafts.type(noteOf('a'), 'since');
  await applyBriefEdits(workspace);
  expect(await row()).toMatchObject({ note: 'since', translation: { text: 'aid' } });
});
