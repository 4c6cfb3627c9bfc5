import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Rows } from '../../domain/change/change.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { commit, type Edit } from './commit.ts';
import { aDatabase, options, reopened } from './database.testing.ts';
import type { Database } from './database.ts';
import { readBatch, readHistoryState, stepHistory } from './history.ts';

/** Many runs against a database take their time on a busy machine. */
const PATIENCE = { timeout: 30_000 };

const noting = (key: string, note: string | null): Edit => ({
  table: 'annotations',
  key,
  change: () => (note === null ? null : anAnnotation({ id: key, note })),
});

const setting = (key: string): Edit => ({
  table: 'settings',
  key,
  change: () => ({ key, value: 0 }),
});

const undo = (db: Database) => stepHistory(db, 'undo', options());
const redo = (db: Database) => stepHistory(db, 'redo', options());
const notes = async (db: Database) => (await db.annotations.toArray()).map(({ note }) => note);

/** One row of the model: its name for annotations, a colour for tags. */
interface Put {
  readonly table: 'annotations' | 'tags';
  readonly key: string;
  readonly value: string | null;
}

type Step =
  /** Commits of one batch, with something that the app itself writes in between. */
  | { readonly do: 'edit'; readonly commits: readonly (readonly Put[])[] }
  | { readonly do: 'undo' | 'redo' | 'system' | 'reopen' };

const puts = fc.oneof(
  fc.record({
    table: fc.constant('annotations' as const),
    key: fc.constantFrom('annotation-1', 'annotation-2'),
    value: fc.option(fc.constantFrom('một', 'hai', 'ba')),
  }),
  fc.record({
    table: fc.constant('tags' as const),
    key: fc.constantFrom('tag-1', 'tag-2'),
    value: fc.option(fc.constantFrom('ODA', 'AZEC')),
  }),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      commits: fc.array(fc.array(puts, { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'system' as const }, { do: 'reopen' as const }) },
);

function editOf({ table, key, value }: Put): Edit {
  if (table === 'annotations') return noting(key, value);
  const [tag] = FIRST_TAGS;
  if (!tag) throw new Error('there are first tags');
  return { table, key, change: () => (value === null ? null : { ...tag, id: key, name: value }) };
}

type Snapshot = Readonly<Record<string, string>>;

/** The same history, kept as a copy of everything after each step. */
class SnapshotHistory {
  #snapshots: Snapshot[] = [{}];
  #now = 0;

  get state(): Snapshot {
    return this.#snapshots[this.#now] ?? {};
  }
  get canUndo(): boolean {
    return this.#now > 0;
  }
  get canRedo(): boolean {
    return this.#now < this.#snapshots.length - 1;
  }
  undo(): void {
    if (this.canUndo) this.#now -= 1;
  }
  redo(): void {
    if (this.canRedo) this.#now += 1;
  }
  edit(changes: readonly Put[]): void {
    const next = new Map(Object.entries(this.state));
    let touched = false;
    for (const { key, value } of changes) {
      // Deleting what is not there is no step.
      touched ||= value !== null || next.has(key);
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    if (!touched) return;
    this.#snapshots = [...this.#snapshots.slice(0, this.#now + 1), Object.fromEntries(next)];
    this.#now += 1;
  }
}

async function stored(db: Database): Promise<Snapshot> {
  const annotations = (await db.annotations.toArray()).map(({ id, note }) => [id, note]);
  const tags = (await db.tags.toArray()).map(({ id, name }) => [id, name]);
  return Object.fromEntries([...annotations, ...tags]);
}

/** What the log alone says that the rows are; each change must begin where the last one ended. */
async function replayed(db: Database): Promise<Map<string, Rows[keyof Rows]>> {
  const rows = new Map<string, Rows[keyof Rows]>();
  for (const { table, key, before, after } of await db.changes.orderBy('seq').toArray()) {
    const name = `${table}/${key}`;
    expect(rows.get(name) ?? null).toEqual(before);
    if (after) rows.set(name, after);
    else rows.delete(name);
  }
  return rows;
}

async function take(db: Database, step: Step): Promise<Database> {
  if (step.do === 'reopen') return reopened(db);
  if (step.do === 'undo' || step.do === 'redo') await stepHistory(db, step.do, options());
  if (step.do === 'system') await commit(db, [setting('last')], options({ kind: 'system' }));
  if (step.do === 'edit') {
    const one = options();
    for (const [index, changes] of step.commits.entries()) {
      if (index > 0) await commit(db, [setting('panel')], options({ kind: 'system' }));
      await commit(db, changes.map(editOf), one);
    }
  }
  return db;
}

describe('undo and redo', () => {
  test(
    'lead to the rows that a copy of everything after each step would give',
    PATIENCE,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { maxLength: 25, size: 'max' }), async (wishes) => {
          let db = await aDatabase();
          const model = new SnapshotHistory();
          for (const wish of wishes) {
            db = await take(db, wish);
            if (wish.do === 'undo') model.undo();
            if (wish.do === 'redo') model.redo();
            if (wish.do === 'edit') model.edit(wish.commits.flat());
            expect(await stored(db)).toEqual(model.state);
            const { undo, redo } = await readHistoryState(db);
            expect([undo !== undefined, redo !== undefined]).toEqual([
              model.canUndo,
              model.canRedo,
            ]);
          }
          await db.delete();
        }),
        { numRuns: 60 },
      );
    },
  );

  test('leave a log that tells how the rows came to be', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 15 }), async (wishes) => {
        let db = await aDatabase();
        for (const wish of wishes) db = await take(db, wish);
        const rows = await replayed(db);
        for (const table of ['annotations', 'tags', 'settings'] as const) {
          const told = [...rows].filter(([name]) => name.startsWith(`${table}/`));
          expect(told.map(([, row]) => row)).toHaveLength(await db.table(table).count());
          for (const [name, row] of told) {
            expect(await db.table(table).get(name.slice(table.length + 1))).toEqual(row);
          }
        }
        await db.delete();
      }),
      { numRuns: 40 },
    );
  });

  test('take back several changes of the same row in one batch, last change first', async () => {
    const db = await aDatabase();
    await commit(db, [noting('a', 'before')], options());
    const batch = [noting('a', 'one'), noting('a', null), noting('a', 'two')];
    await commit(db, batch, options());

    await undo(db);
    expect(await notes(db)).toEqual(['before']);
    await redo(db);
    expect(await notes(db)).toEqual(['two']);
  });

  test('take commits of one batch back together, whatever the app itself wrote in between', async () => {
    const db = await aDatabase();
    await commit(db, [noting('a', 'before')], options());
    const typing = options();
    await commit(db, [noting('a', 'one')], typing);
    await commit(db, [setting('panel')], options({ kind: 'system' }));
    await commit(db, [noting('a', 'one two')], typing);

    await undo(db);
    expect(await notes(db)).toEqual(['before']);
    await undo(db);
    expect(await notes(db)).toEqual([]);
    expect(await db.settings.count()).toBe(1);
  });

  test('do nothing, and record nothing, where there is nothing to take back', async () => {
    const db = await aDatabase();
    await commit(db, [setting('panel')], options({ kind: 'system' }));
    expect(await undo(db)).toEqual([]);
    expect(await redo(db)).toEqual([]);
    expect(await db.changes.count()).toBe(1);
    expect(await readHistoryState(db)).toEqual({ undo: undefined, redo: undefined });
  });

  test('return the changes that they made, as a batch of their own', async () => {
    const db = await aDatabase();
    await commit(db, [noting('a', 'one')], options());
    const made = await stepHistory(db, 'undo', options({ batch: 'batch-9' }));
    expect(made).toMatchObject([{ kind: 'undo', batch: 'batch-9', key: 'a', after: null }]);
    expect(await readBatch(db, 'batch-9')).toEqual(made);
  });

  test('are asked for twice at once and take two steps back', async () => {
    const db = await aDatabase();
    for (const note of ['one', 'two', 'three']) await commit(db, [noting('a', note)], options());
    await Promise.all([undo(db), undo(db)]);
    expect(await notes(db)).toEqual(['one']);
  });

  test('leave everything as it was when they cannot be written', async () => {
    const db = await aDatabase();
    await commit(db, [noting('a', 'one'), noting('b', 'one')], options());
    db.changes.hook('creating', (_key, change) => {
      if (change.key === 'a') throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    await expect(undo(db)).rejects.toThrow('the disk is full');
    expect(await notes(db)).toEqual(['one', 'one']);
    expect(await db.changes.count()).toBe(2);
  });

  test('find their way after the database was opened again', async () => {
    const first = await aDatabase();
    await commit(first, [noting('a', 'one')], options());
    await commit(first, [noting('a', 'two')], options());
    await undo(first);

    const second = await reopened(first);
    await redo(second);
    expect(await notes(second)).toEqual(['two']);
    const third = await reopened(second);
    await undo(third);
    await undo(third);
    expect(await notes(third)).toEqual([]);
  });
});

describe('a log longer than what is read at a time', () => {
  const many = (count: number, edit: (name: string) => Edit) =>
    Array.from({ length: count }, (_, index) => edit(`row-${index}`));

  test.each([255, 256, 257, 600])('is read past %d changes of the app itself', async (count) => {
    const db = await aDatabase();
    await commit(db, [noting('a', 'one')], options());
    await commit(db, many(count, setting), options({ kind: 'system' }));
    await undo(db);
    expect(await notes(db)).toEqual([]);
  });

  test.each([256, 600])('may be one batch of %d changes, taken back whole', async (count) => {
    const db = await aDatabase();
    await commit(db, [noting('first', 'one')], options());
    const batch = many(count, (key) => noting(key, 'two'));
    await commit(db, batch, options());

    await undo(db);
    expect(await notes(db)).toEqual(['one']);
    await redo(db);
    expect(await db.annotations.count()).toBe(count + 1);
    await undo(db);
    await undo(db);
    expect(await notes(db)).toEqual([]);
  });

  test('is walked step by step to its beginning and back', async () => {
    const db = await aDatabase();
    for (let step = 1; step <= 70; step += 1) {
      await commit(db, [noting('a', `a${step}`), noting('b', `b${step}`)], options());
    }
    for (let step = 69; step >= 1; step -= 1) await undo(db);
    expect(await notes(db)).toEqual(['a1', 'b1']);
    await undo(db);
    expect(await undo(db)).toEqual([]);
    await redo(db);
    await redo(db);
    expect(await notes(db)).toEqual(['a2', 'b2']);
  });
});
