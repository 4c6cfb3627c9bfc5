import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { ok } from '../../domain/result.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { aDatabase } from '../db/database.testing.ts';
import { switchTag } from './annotate.ts';
import { renameTag } from './codebook.ts';
import { chooseImport } from './import.ts';
import { JournalInMemory } from './journal.testing.ts';
import { closeMergeDesk, merge, useMergeDesk } from './merging.ts';
import { noteOf } from './text-fields.ts';
import { aWorkspace, putRows } from './workspace.testing.ts';
import type { Workspace } from './workspace.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

beforeEach(closeMergeDesk);

async function setUp(): Promise<Workspace> {
  const db = await aDatabase();
  const journal = new JournalInMemory();
  await putRows(db, [...FIRST_TAGS]);
  const workspace = await aWorkspace(db, journal);
  ask.mockImplementation(async (channel: string, ...args: []) =>
    journal.ask(channel as 'journal:open', ...args),
  );
  return workspace;
}

const TAG: Omit<Tag, 'id'> = { name: 'Vốn vay', description: '', colour: 'teal', order: 9 };

/** One coded passage of a project, of which each export has other identifiers. */
function fileOf(salt: string, part: Partial<Annotation> = {}) {
  const tag = { id: `tag-${salt}`, ...TAG };
  const row = anAnnotation({ id: `row-${salt}`, tagIds: [tag.id], note: 'hỏi JICA', ...part });
  const rows = [
    { table: 'tags', key: tag.id, row: tag },
    { table: 'annotations', key: row.id, row },
  ];
  return { kind: 'work', path: '/a.qdpx', format: 'qdpx', origin: 'QualCoder', leftOut: [], rows };
}

/** What importing the file would do. */
async function propose(workspace: Workspace, file: ReturnType<typeof fileOf>) {
  const passOn = ask.getMockImplementation();
  ask.mockImplementation(async (channel: string, ...args: []) =>
    channel === 'import:choose' ? ok(file) : passOn?.(channel, ...args),
  );
  await chooseImport(workspace);
  const { proposal } = useMergeDesk.getState();
  if (!proposal) throw new Error('nothing was proposed');
  return proposal;
}

const itemsOf = async (workspace: Workspace, file: ReturnType<typeof fileOf>) =>
  (await propose(workspace, file)).restoration.plan.items;

test('a project that comes again with new identifiers brings nothing, also after edits', async () => {
  const workspace = await setUp();
  await merge(workspace, await propose(workspace, fileOf('1')));
  expect(workspace.annotations.get('row-1')).toMatchObject({ note: 'hỏi JICA' });
  // The importer finds the tag by its name, as long as it has that.
  expect(await itemsOf(workspace, fileOf('2', { tagIds: ['tag-1'] }))).toMatchObject([
    { table: 'tags', key: 'tag-2' },
  ]);
  expect(await itemsOf(workspace, fileOf('2'))).toEqual([]);

  workspace.drafts.type(noteOf('row-1'), 'đã hỏi');
  await workspace.drafts.finish();
  await switchTag(workspace, 'row-1', FIRST_TAGS[0]?.id ?? '');
  await renameTag(workspace, 'tag-1', 'Tín dụng');
  expect(await itemsOf(workspace, fileOf('3'))).toEqual([]);
});

test('what the colleague added since is added to the passage, in one change', async () => {
  const workspace = await setUp();
  await merge(workspace, await propose(workspace, fileOf('1')));
  workspace.drafts.type(noteOf('row-1'), 'hỏi JICA gấp');
  await workspace.drafts.finish();
  const file = fileOf('2', { note: 'hỏi JICA\n\nđã hỏi' });
  const proposal = await propose(workspace, file);
  expect(proposal.restoration.plan.items).toMatchObject([
    { kind: 'changed', key: 'row-1', after: { note: 'hỏi JICA gấp\n\nđã hỏi' } },
  ]);
  await merge(workspace, proposal);
  expect(await workspace.db.annotations.count()).toBe(1);
  expect(await itemsOf(workspace, file)).toEqual([]);
});
