import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import type { Edit } from '../db/commit.ts';
import { aDatabase } from '../db/database.testing.ts';
import type { Database } from '../db/database.ts';
import { JournalInMemory } from './journal.testing.ts';
import { noteOf } from './text-fields.ts';
import { aWorkspace } from './workspace.testing.ts';
import { Writer } from './writer.ts';

const KEY = 'annotation-1';
const FULL = { kind: 'disk', system: 'ENOSPC' } as const;

/** Adds to the note what stands there already, so that what is missing shows. */
const adding = (text: string): Edit => ({
  table: 'annotations',
  key: KEY,
  change: (row) => anAnnotation({ id: KEY, note: `${row?.note ?? ''}${text}` }),
});

async function setUp() {
  const db = await aDatabase();
  const journal = new JournalInMemory();
  const workspace = await aWorkspace(db, journal);
  await workspace.write([adding('a')]);
  return {
    db,
    journal,
    workspace,
    status: () => workspace.writer.status.getState(),
    note: async () => (await db.annotations.get(KEY))?.note,
  };
}

async function empty(db: Database): Promise<void> {
  for (const table of db.tables) await table.clear();
}

/** As if somebody emptied it as soon as it is written: what is put says nothing. */
function leaveOut(_: unknown, row: { head: unknown }): void {
  row.head = undefined;
}

function takeHeadAway(db: Database): void {
  db.meta.hook('creating', leaveOut as never);
}

describe('a database that goes away while the app runs', () => {
  test('takes nothing along that the journal could not take before', async () => {
    const { db, journal, workspace, status, note } = await setUp();
    journal.problem = FULL;
    await workspace.write([adding('b')]);
    await empty(db);
    journal.problem = undefined;
    await workspace.write([adding('c')]);
    expect(await note()).toBe('abc');
    expect(workspace.annotations.get(KEY)?.note).toBe('abc');
    expect(journal.rows()).toMatchObject([{ row: { note: 'abc' } }]);
    expect(status()).toEqual({ kind: 'saved' });
  });

  test('keeps what waits waiting as long as the journal refuses', async () => {
    const { db, journal, workspace, status, note } = await setUp();
    journal.problem = FULL;
    await workspace.write([adding('b')]);
    await empty(db);
    await workspace.write([adding('c')]);
    expect(status()).toMatchObject({ kind: 'failed' });
    journal.problem = undefined;
    await workspace.retry();
    expect(await note()).toBe('abc');
    expect(status()).toEqual({ kind: 'saved' });
  });

  test('is written to again, even where only its head was lost', async () => {
    const { db, workspace, status, note } = await setUp();
    await db.meta.clear();
    await workspace.write([adding('b')]);
    expect(await note()).toBe('ab');
    expect(status()).toEqual({ kind: 'saved' });
  });

  test('and again at once is not called saved', async () => {
    const { db, journal, workspace, status, note } = await setUp();
    await db.meta.clear();
    journal.onAsk = (channel) => channel === 'journal:read-rows' && takeHeadAway(db);
    await workspace.write([adding('b')]);
    expect(await note()).toBe('a');
    expect(status()).toMatchObject({ kind: 'failed', problem: { in: 'database' } });
    journal.onAsk = () => undefined;
    db.meta.hook('creating').unsubscribe(leaveOut as never);
    await workspace.retry();
    expect(await note()).toBe('ab');
    expect(status()).toEqual({ kind: 'saved' });
  });
});

describe('a recovery', () => {
  test('that the database refuses is told, and what waits for it is not called saved', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    journal.head = { seq: 7, digest: FIRST_HEAD.digest };
    const writer = new Writer(db, FIRST_HEAD, {
      ask: journal.ask,
      onCommitted: () => undefined,
      recover: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    });
    await writer.write([adding('a')]);
    const problem = { in: 'database', name: 'QuotaExceededError' };
    expect(writer.status.getState()).toEqual({ kind: 'failed', problem });
  });

  test('of damaged rows that had to wait brings them back all the same', async () => {
    const { db, journal, workspace, status, note } = await setUp();
    await db.annotations.put(anAnnotation({ id: KEY, note: 'damaged' }));
    journal.problem = FULL;
    workspace.writer.distrust(async () => false);
    await workspace.writer.check();
    await workspace.write([adding('b')]);
    expect(status()).toMatchObject({ kind: 'failed' });
    journal.problem = undefined;
    await workspace.retry();
    expect(await note()).toBe('ab');
    expect(status()).toEqual({ kind: 'saved' });
  });
});

test('a log that was being filled when the journal went takes nothing in but what the rows have', async () => {
  const { db, journal } = await setUp();
  const [first] = await db.changes.toArray();
  // As a rebuild leaves it that was killed before the rows came.
  await db.changes.put({ ...first, seq: 2, batch: 'of the journal' } as never);
  Object.assign(journal, { head: null, changes: [] });
  const workspace = await aWorkspace(db, journal);
  await workspace.write([adding('b')]);
  expect(workspace.writer.status.getState()).toEqual({ kind: 'saved' });
  expect(journal.rows()).toMatchObject([{ row: { note: 'ab' } }]);
  expect((await db.changes.toArray()).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(journal.setAside).toMatchObject([{ batch: 'of the journal' }]);
});

describe('a journal that stands where the database does, but has lost changes', () => {
  test('gets the rows, once nothing else can bring them', async () => {
    const { db, journal, workspace } = await setUp();
    journal.changes = [];
    await workspace.inspectJournal();
    expect(workspace.findings.getState()).toEqual([{ kind: 'journal-rewritten' }]);
    expect(journal.rows()).toMatchObject([{ row: { note: 'a' } }]);
    await empty(db);
    await workspace.write([adding('b')]);
    expect(journal.rows()).toMatchObject([{ row: { note: 'ab' } }]);
  });

  test('gets none that are not what they should be', async () => {
    const { db, journal, workspace } = await setUp();
    journal.changes = [];
    await db.annotations.clear();
    await workspace.inspectJournal();
    expect(workspace.findings.getState()).toEqual([]);
    expect(journal.base.rows).toEqual([]);
  });
});

test('a note that waited is saved with the next edit, and the status says so', async () => {
  const { journal, workspace, status } = await setUp();
  journal.problem = FULL;
  workspace.drafts.type(noteOf(KEY), 'typed');
  await workspace.drafts.save();
  expect(status()).toMatchObject({ kind: 'failed' });
  journal.problem = undefined;
  await workspace.write([adding('!')]);
  await vi.waitFor(() => expect(status()).toEqual({ kind: 'saved' }));
  expect(workspace.drafts.textOf(KEY)).toBeUndefined();
});
