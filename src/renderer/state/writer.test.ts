import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Edit } from '../db/commit.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { readHistoryState } from '../db/history.ts';
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
  const writer = await aWriter(db, committed);
  const statuses: string[] = [];
  writer.status.subscribe(({ kind }) => statuses.push(kind));
  return {
    db,
    writer,
    committed,
    /** What the status said, one after the other, since it was last asked. */
    said: () => statuses.splice(0),
    note: async () => (await db.annotations.get(KEY))?.note,
  };
}

const FULL = { kind: 'failed', problem: { in: 'database', name: 'QuotaExceededError' } };

describe('writing', () => {
  test('says "saving" until all that was asked for is on the disk, then "saved"', async () => {
    const { writer, said, note } = await setUp();
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    await Promise.all([writer.write([adding('a')]), writer.write([adding('b')])]);
    expect(said()).toEqual(['saving', 'saved']);
    expect(await note()).toBe('ab');
  });

  test('tells of the changes of each commit, in order, as it returns them', async () => {
    const { writer, committed } = await setUp();
    const made = await Promise.all([writer.write([adding('a')]), writer.write([adding('b')])]);
    expect(committed.mock.calls.map(([changes]) => changes)).toEqual(made);
    expect(made.map(([change]) => change?.after)).toMatchObject([{ note: 'a' }, { note: 'ab' }]);
  });

  test('tells of a commit only once it can be read back', async () => {
    const { db, writer, committed } = await setUp();
    const readBack = vi.fn<(count: Promise<number>) => void>();
    committed.mockImplementation(() => readBack(db.changes.count()));
    await writer.write([adding('a')]);
    expect(await readBack.mock.calls[0]?.[0]).toBe(1);
  });

  test('is settled when what was asked for until then is written', async () => {
    const { writer, committed } = await setUp();
    void writer.write([adding('a')]);
    void writer.write([adding('b')]);
    await writer.settled();
    expect(committed).toHaveBeenCalledTimes(2);
  });

  test('makes each write a step of undo of its own, unless told otherwise', async () => {
    const { writer, note } = await setUp();
    await writer.write([adding('a')]);
    await writer.write([adding('b')], 'edit', 'typing');
    await writer.write([adding('c')], 'edit', 'typing');
    await writer.step('undo');
    expect(await note()).toBe('a');
    await writer.step('redo');
    expect(await note()).toBe('abc');
  });

  test('says "saving" as long as something is held, however often it is let go', async () => {
    const { writer, said } = await setUp();
    const [first, second] = [writer.hold(), writer.hold()];
    first();
    first();
    expect(writer.status.getState().kind).toBe('saving');
    second();
    expect(said()).toEqual(['saving', 'saved']);
  });
});

describe('a write that fails', () => {
  test.each(['at once', 'at the end'] as const)(
    'for a full disk that shows %s says so',
    async (when) => {
      const { db, writer, committed, said } = await setUp();
      fillDisk(db, when);
      expect(await writer.write([adding('a')])).toEqual([]);
      expect(said()).toEqual(['saving', 'failed']);
      expect(writer.status.getState()).toEqual(FULL);
      expect(committed).not.toHaveBeenCalled();
      expect(await db.annotations.count()).toBe(0);
    },
  );

  test('for a closed database is kept until it was opened again', async () => {
    const { db, writer, note } = await setUp();
    db.close();
    await writer.write([adding('a')]);
    expect(writer.status.getState()).toEqual({
      kind: 'failed',
      problem: { in: 'database', name: 'DatabaseClosedError' },
    });
    await db.open();
    await writer.retry();
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    expect(await note()).toBe('a');
  });

  test('is not overtaken by later ones, even when there is room again', async () => {
    const { db, writer, committed, note } = await setUp();
    const makeRoom = fillDisk(db);
    await writer.write([adding('a')]);
    makeRoom();
    expect(await writer.write([adding('b')])).toEqual([]);
    expect(writer.status.getState()).toEqual(FULL);
    expect(await note()).toBeUndefined();

    const made = await writer.retry();
    expect(await note()).toBe('ab');
    expect(made).toHaveLength(2);
    expect(committed.mock.calls.flatMap(([changes]) => changes)).toEqual(made);
  });

  test('is not overtaken by what was asked for before it failed', async () => {
    const { db, writer, note } = await setUp();
    const refuseOnce = vi.fn().mockImplementationOnce(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    db.changes.hook('creating', () => refuseOnce());
    await Promise.all([writer.write([adding('a')]), writer.write([adding('b')])]);
    expect(await note()).toBeUndefined();
    await writer.retry();
    expect(await note()).toBe('ab');
  });

  test('is not overtaken by undo or redo either', async () => {
    const { db, writer, note } = await setUp();
    await writer.write([adding('a')]);
    const makeRoom = fillDisk(db);
    await writer.write([adding('b')]);
    makeRoom();
    expect(await writer.step('undo')).toEqual([]);
    expect(await note()).toBe('a');
    await writer.retry();
    await writer.step('undo');
    expect(await note()).toBe('a');
  });

  test('fails again, and stays, when it is tried again too early', async () => {
    const { db, writer, said, note } = await setUp();
    const makeRoom = fillDisk(db);
    await writer.write([adding('a')]);
    await writer.write([adding('b')]);
    said();
    expect(await writer.retry()).toEqual([]);
    expect(said()).not.toContain('saved');
    expect(writer.status.getState()).toEqual(FULL);
    makeRoom();
    await writer.retry();
    expect(await note()).toBe('ab');
  });

  test('holds back only itself and what came after, when others go through', async () => {
    const { db, writer, note } = await setUp();
    const makeRoom = fillDisk(db);
    for (const text of ['a', 'b', 'c']) await writer.write([adding(text)]);
    makeRoom();
    const refuseB = (_key: unknown, { after }: { after: unknown }) => {
      if (JSON.stringify(after).includes('"ab"')) throw new DOMException('', 'QuotaExceededError');
    };
    db.changes.hook('creating', refuseB as never);
    await writer.retry();
    expect(await note()).toBe('a');
    expect(writer.status.getState()).toEqual(FULL);
    db.changes.hook('creating').unsubscribe(refuseB as never);
    await writer.retry();
    expect(await note()).toBe('abc');
  });

  test('comes before what is written while it is tried again', async () => {
    const { db, writer, note } = await setUp();
    const makeRoom = fillDisk(db);
    await writer.write([adding('a')]);
    makeRoom();
    await Promise.all([writer.retry(), writer.write([adding('b')])]);
    expect(await note()).toBe('ab');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
  });

  test('keeps its batch, so that it is undone together with the rest of it', async () => {
    const { db, writer, note } = await setUp();
    await writer.write([adding('a')], 'edit', 'typing');
    const makeRoom = fillDisk(db);
    await writer.write([adding('b')], 'edit', 'typing');
    makeRoom();
    await writer.retry();
    await writer.step('undo');
    expect(await note()).toBeUndefined();
  });

  test('does nothing when there is none to try again', async () => {
    const { db, writer } = await setUp();
    expect(await writer.retry()).toEqual([]);
    expect(await db.changes.count()).toBe(0);
  });
});

describe('a step through the history', () => {
  test('tells of its changes like any other commit', async () => {
    const { db, writer, committed } = await setUp();
    await writer.write([adding('a')]);
    const undone = await writer.step('undo');
    expect(committed).toHaveBeenLastCalledWith(undone);
    expect(undone).toMatchObject([{ kind: 'undo', after: null }]);
    expect(await readHistoryState(db)).toMatchObject({ undo: undefined });
  });

  test('takes its place among the writes', async () => {
    const { writer, note } = await setUp();
    await Promise.all([
      writer.write([adding('a')]),
      writer.write([adding('b')]),
      writer.step('undo'),
      writer.write([adding('c')]),
    ]);
    expect(await note()).toBe('ac');
  });

  test('throws when it cannot be written, and what comes after it goes on', async () => {
    const { db, writer, note } = await setUp();
    await writer.write([adding('a')]);
    const makeRoom = fillDisk(db);
    await expect(writer.step('undo')).rejects.toThrow('the disk is full');
    makeRoom();
    await writer.write([adding('b')]);
    expect(await note()).toBe('ab');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
  });
});

describe('a listener with a bug', () => {
  const bug = () => {
    throw new TypeError('a bug');
  };

  test('shows, and is not taken for work that was not saved', async () => {
    const { writer, committed, note } = await setUp();
    committed.mockImplementationOnce(bug);
    await expect(writer.write([adding('a')])).rejects.toThrow('a bug');
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    await writer.retry();
    expect(await note()).toBe('a');
  });

  test('costs nothing of what waits to be tried again', async () => {
    const { db, writer, committed, note } = await setUp();
    const makeRoom = fillDisk(db);
    for (const text of ['a', 'b']) await writer.write([adding(text)]);
    makeRoom();
    committed.mockImplementationOnce(bug);
    await expect(writer.retry()).rejects.toThrow('a bug');
    await writer.retry();
    expect(await note()).toBe('ab');
  });
});
