import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { commit, type Edit } from './commit.ts';
import { aDatabase, options, reopened } from './database.testing.ts';
import type { Database } from './database.ts';
import { readHistoryState, stepHistory, undoTo } from './history.ts';
import { readChangesOf, readRecentEdits } from './log.ts';

/** Many runs against a database take their time on a busy machine. */
const PATIENCE = { timeout: 30_000 };

const noting = (key: string, note: string | null): Edit => ({
  table: 'annotations',
  key,
  change: () => (note === null ? null : anAnnotation({ id: key, note })),
});

const undo = (db: Database) => stepHistory(db, 'undo', options());
const redo = (db: Database) => stepHistory(db, 'redo', options());
const goBack = (db: Database, batch: string) =>
  undoTo(db, batch, () => crypto.randomUUID(), { time: options().time });
const notes = async (db: Database) => (await db.annotations.toArray()).map(({ note }) => note);

/** Commits one edit after the other, each a step of its own. */
async function edit(db: Database, ...batches: string[]): Promise<void> {
  for (const batch of batches) await commit(db, [noting('a', batch)], options({ batch }));
}

/** The list of recent edits in short: `-` before what is taken back, else the steps that take it back. */
async function listed(db: Database, limit = 100): Promise<string[]> {
  const { edits } = await readRecentEdits(db, limit);
  return edits.map(({ batch, steps }) => `${steps ?? '-'} ${batch}`);
}

/** What an analyst asks for. `to` counts among all edits ever made, so that it may be one that does not stand. */
type Wish = { readonly do: 'edit' | 'undo' | 'redo' } | { readonly do: 'to'; readonly nth: number };

const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'edit' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'undo' as const }) },
    { weight: 3, arbitrary: fc.constant({ do: 'redo' as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('to' as const), nth: fc.nat(12) }) },
  ),
  { maxLength: 25, size: 'max' },
);

/** The same, on two stacks of edits. */
class TwoStacks {
  readonly all: string[] = [];
  readonly done: string[] = [];
  readonly gone: string[] = [];

  edit(batch: string): void {
    this.all.push(batch);
    this.done.push(batch);
    this.gone.length = 0;
  }
  undo(): void {
    const batch = this.done.pop();
    if (batch !== undefined) this.gone.push(batch);
  }
  redo(): void {
    const batch = this.gone.pop();
    if (batch !== undefined) this.done.push(batch);
  }
  to(batch: string): void {
    while (this.done.includes(batch)) this.undo();
  }
  get list(): string[] {
    return this.all.toReversed().map((batch) => {
      const place = this.done.indexOf(batch);
      return `${place < 0 ? '-' : this.done.length - place} ${batch}`;
    });
  }
}

async function take(db: Database, model: TwoStacks, wish: Wish): Promise<void> {
  if (wish.do === 'edit') {
    const batch = `edit-${model.all.length}`;
    model.edit(batch);
    return edit(db, batch);
  }
  if (wish.do === 'to') {
    const batch = model.all[wish.nth] ?? 'never made';
    model.to(batch);
    await goBack(db, batch);
  } else {
    model[wish.do]();
    await stepHistory(db, wish.do, options());
  }
}

describe('going back to an edit', () => {
  test('leads where undo leads that is asked for often enough', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (asked) => {
        const db = await aDatabase();
        const model = new TwoStacks();
        for (const wish of asked) {
          await take(db, model, wish);
          expect(await notes(db)).toEqual(model.done.slice(-1));
          expect(await listed(db)).toEqual(model.list);
          const { undo, redo } = await readHistoryState(db);
          expect([undo !== undefined, redo !== undefined]).toEqual([
            model.done.length > 0,
            model.gone.length > 0,
          ]);
        }
        await db.delete();
      }),
      { numRuns: 60 },
    );
  });

  test('is undone step by step by redo, also after a restart', async () => {
    const first = await aDatabase();
    await edit(first, 'one', 'two', 'three');
    await goBack(first, 'two');
    expect(await notes(first)).toEqual(['one']);
    const second = await reopened(first);
    await redo(second);
    expect(await notes(second)).toEqual(['two']);
    await redo(second);
    expect(await notes(second)).toEqual(['three']);
    expect(await redo(second)).toEqual([]);
  });

  test('records each step as a batch of its own, and returns all changes', async () => {
    const db = await aDatabase();
    await edit(db, 'one', 'two', 'three');
    const made = await goBack(db, 'two');
    expect(made.map(({ kind, after }) => [kind, after])).toMatchObject([
      ['undo', { note: 'two' }],
      ['undo', { note: 'one' }],
    ]);
    expect(new Set(made.map(({ batch }) => batch)).size).toBe(2);
  });

  test('does nothing where the edit is taken back already, or never was', async () => {
    const db = await aDatabase();
    await edit(db, 'one', 'two');
    await undo(db);
    expect(await goBack(db, 'two')).toEqual([]);
    expect(await goBack(db, 'nine')).toEqual([]);
    expect(await notes(db)).toEqual(['one']);
  });

  test('leaves everything as it was when it cannot be written to its end', async () => {
    const db = await aDatabase();
    await edit(db, 'one', 'two', 'three', 'four');
    const before = await db.changes.toArray();
    db.changes.hook('creating', (_key, { after }) => {
      if (after && 'note' in after && after.note === 'one') {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      }
    });
    await expect(goBack(db, 'two')).rejects.toThrow('the disk is full');
    expect(await notes(db)).toEqual(['four']);
    expect(await db.changes.toArray()).toEqual(before);
  });
});

describe('the list of recent edits', () => {
  test('leaves out what the app itself wrote, and ends where it is told to', async () => {
    const db = await aDatabase();
    await edit(db, 'one', 'two');
    const key = 'panel';
    const setting: Edit = { table: 'settings', key, change: () => ({ key, value: 1 }) };
    await commit(db, [setting], options({ kind: 'system' }));
    await edit(db, 'three');
    expect(await listed(db)).toEqual(['1 three', '2 two', '3 one']);
    expect(await listed(db, 2)).toEqual(['1 three', '2 two']);
    expect(await readRecentEdits(db, 2)).toMatchObject({ hasMore: true });
    expect(await readRecentEdits(db, 3)).toMatchObject({ hasMore: false });
  });

  test('reads only the first changes of a batch of thousands', async () => {
    const db = await aDatabase();
    const many = Array.from({ length: 2_000 }, (_, place) => noting(`row-${place}`, 'one'));
    await commit(db, many, options({ batch: 'many' }));
    const { edits } = await readRecentEdits(db, 10);
    expect(edits.map(({ changes }) => changes.length)).toEqual([4]);
    expect(edits[0]?.changes[0]).toMatchObject({ key: 'row-0' });
  });
});

test('the changes of one row are found in their order, and no others', async () => {
  const db = await aDatabase();
  await edit(db, 'one');
  await commit(db, [noting('b', 'other')], options());
  await edit(db, 'two');
  await undo(db);
  const changes = await readChangesOf(db, 'annotations', 'a');
  expect(changes.map(({ kind, after }) => [kind, after?.note])).toEqual([
    ['edit', 'one'],
    ['edit', 'two'],
    ['undo', 'one'],
  ]);
  expect(await readChangesOf(db, 'tags', 'a')).toEqual([]);
});
