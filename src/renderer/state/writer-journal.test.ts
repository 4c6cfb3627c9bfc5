import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Edit } from '../db/commit.ts';
import { aDatabase } from '../db/database.testing.ts';
import { JournalInMemory } from './journal.testing.ts';
import { aWriter } from './workspace.testing.ts';

const KEY = 'annotation-1';

/** Adds to the note what stands there already, so that order and repetition show. */
const adding = (text: string): Edit => ({
  table: 'annotations',
  key: KEY,
  change: (row) => anAnnotation({ id: KEY, note: `${row?.note ?? ''}${text}` }),
});

async function setUp() {
  const db = await aDatabase();
  const committed = vi.fn<(changes: readonly Change[]) => void>();
  const journal = new JournalInMemory();
  const writer = await aWriter(db, committed, journal);
  return {
    db,
    journal,
    writer,
    committed,
    note: async () => (await db.annotations.get(KEY))?.note,
  };
}

describe('the journal', () => {
  const problem = { kind: 'disk', system: 'ENOSPC' } as const;
  const REFUSED = { kind: 'failed', problem: { in: 'journal', problem } };

  test('has every change before the status says "saved"', async () => {
    const { writer, journal } = await setUp();
    const kinds: [string, number][] = [];
    writer.status.subscribe(({ kind }) => kinds.push([kind, journal.changes.length]));
    await Promise.all([writer.write([adding('a')]), writer.write([adding('b')])]);
    expect(kinds).toEqual([
      ['saving', 0],
      ['saved', 2],
    ]);
  });

  test('that refuses makes the status say so, though the database has the change', async () => {
    const { writer, journal, committed, note } = await setUp();
    journal.problem = problem;
    await writer.write([adding('a')]);
    expect(writer.status.getState()).toEqual(REFUSED);
    expect(await note()).toBe('a');
    expect(committed).toHaveBeenCalledTimes(1);
  });

  test('gets what it refused when it is tried again, in order and once', async () => {
    const { writer, journal, note } = await setUp();
    journal.problem = problem;
    await writer.write([adding('a')]);
    await writer.write([adding('b')]);
    await writer.retry();
    expect(writer.status.getState()).toEqual(REFUSED);
    journal.problem = undefined;
    await writer.retry();
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    expect(journal.changes.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await note()).toBe('ab');
  });

  test('gets what it refused with the next change, too', async () => {
    const { writer, journal } = await setUp();
    journal.problem = problem;
    await writer.write([adding('a')]);
    journal.problem = undefined;
    await writer.write([adding('b')]);
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    expect(journal.changes).toHaveLength(2);
  });

  test('that refuses lets nothing be undone meanwhile', async () => {
    const { writer, journal, note } = await setUp();
    journal.problem = problem;
    await writer.write([adding('a')]);
    expect(await writer.step('undo')).toEqual([]);
    expect(await note()).toBe('a');
  });

  test('that another copy has taken is opened anew when it is tried again, and not before', async () => {
    const { writer, journal } = await setUp();
    const asked: string[] = [];
    journal.problem = { kind: 'taken', system: '' };
    journal.onAsk = (channel) => {
      asked.push(channel);
      if (channel === 'journal:open') journal.problem = undefined;
    };
    await writer.write([adding('a')]);
    await writer.write([adding('b')]);
    expect(asked).not.toContain('journal:open');
    expect(writer.status.getState()).toMatchObject({ kind: 'failed' });
    await writer.retry();
    expect(asked).toContain('journal:open');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    expect(journal.changes).toHaveLength(2);
  });

  test('that was emptied gets everything again', async () => {
    const { writer, journal } = await setUp();
    await writer.write([adding('a')]);
    journal.changes = [];
    journal.head = { seq: 0, digest: '000000000000' };
    await writer.write([adding('b')]);
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    expect(journal.changes.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('a database that was wiped under the window', () => {
  test('is made anew from the journal, and the change is made upon it', async () => {
    const { db, writer, journal, note } = await setUp();
    await writer.write([adding('a')]);
    await db.delete({ disableAutoOpen: false });
    await db.open();
    expect(await note()).toBeUndefined();
    await writer.write([adding('b')]);
    expect(await note()).toBe('ab');
    expect(journal.changes).toHaveLength(2);
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
  });

  test('while the journal does not answer keeps the change waiting', async () => {
    const { db, writer, journal, note } = await setUp();
    await writer.write([adding('a')]);
    await db.delete({ disableAutoOpen: false });
    await db.open();
    journal.problem = { kind: 'unanswered', system: 'gone' };
    await writer.write([adding('b')]);
    expect(writer.status.getState()).toMatchObject({ kind: 'failed' });
    journal.problem = undefined;
    await writer.retry();
    expect(await note()).toBe('ab');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
  });
});

describe('a mistake in an edit', () => {
  test('shows, and does not hold up what comes after it', async () => {
    const { writer, note } = await setUp();
    const mistaken = { ...adding('a'), change: () => JSON.parse('{') };
    await expect(writer.write([mistaken as Edit])).rejects.toThrow(SyntaxError);
    await writer.write([adding('b')]);
    expect(await note()).toBe('b');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
  });
});
