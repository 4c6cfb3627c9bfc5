import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { AnnotationIndex } from '../../domain/annotation/annotation-index.ts';
import { commit } from '../db/commit.ts';
import { aDatabase, fillDisk, options } from '../db/database.testing.ts';
import { TextDrafts } from './text-drafts.ts';
import { noteOf } from './text-fields.ts';
import { aWriter } from './workspace.testing.ts';

const A = 'annotation-a';
const B = 'annotation-b';
type Id = typeof A | typeof B;

afterEach(() => {
  vi.useRealTimers();
});

/** Two annotations with the note "old", in a window of their own. */
async function setUp() {
  const db = await aDatabase();
  const rows = [A, B].map((id) => anAnnotation({ id, note: 'old' }));
  const edits = rows.map((row) => ({
    table: 'annotations' as const,
    key: row.id,
    change: () => row,
  }));
  await commit(db, edits, options({ kind: 'system' }));
  const index = new AnnotationIndex(rows);
  const writer = await aWriter(db, (changes) => {
    for (const change of changes) {
      if (change.table === 'annotations') index.replace(change.key, change.after);
    }
  });
  const drafts = new TextDrafts(writer);
  const statuses: string[] = [];
  writer.status.subscribe(({ kind }) => statuses.push(kind));
  return {
    db,
    writer,
    drafts,
    said: () => statuses.splice(0),
    stored: async (id: Id = A) => (await db.annotations.get(id))?.note,
    /** What the analyst sees. */
    shown: (id: Id = A) => drafts.textOf(id) ?? index.get(id)?.note,
  };
}

describe('a note being typed', () => {
  test('is in view at once, and only beside its own annotation', async () => {
    const { drafts, shown, stored } = await setUp();
    drafts.type(noteOf(A), 'new');
    expect(drafts.textOf(A)).toBe('new');
    expect(drafts.textOf(B)).toBeUndefined();
    expect(shown(B)).toBe('old');
    expect(await stored()).toBe('old');
  });

  test('is saved when typing pauses, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { db, writer, drafts, stored } = await setUp();
    drafts.type(noteOf(A), 'n');
    vi.advanceTimersByTime(300);
    drafts.type(noteOf(A), 'ne');
    vi.advanceTimersByTime(300);
    await writer.settled();
    expect(await stored()).toBe('old');
    vi.advanceTimersByTime(100);
    await writer.settled();
    expect(await stored()).toBe('ne');
    vi.advanceTimersByTime(10_000);
    await writer.settled();
    const edits = await db.changes.filter(({ kind }) => kind === 'edit').toArray();
    expect(edits).toHaveLength(1);
  });

  test('counts as not saved until it is on the disk', async () => {
    const { writer, drafts, said, stored } = await setUp();
    drafts.type(noteOf(A), 'new');
    await writer.settled();
    expect(said()).toEqual(['saving']);
    await drafts.save();
    expect(said()).toEqual(['saved']);
    expect(await stored()).toBe('new');
    expect(drafts.textOf(A)).toBeUndefined();
    drafts.type(noteOf(A), 'newer');
    expect(said()).toEqual(['saving']);
    await drafts.finish();
  });

  test('counts as not saved without a break while typing goes on during a save', async () => {
    const { drafts, said, stored } = await setUp();
    drafts.type(noteOf(A), 'new');
    const saving = drafts.save();
    drafts.type(noteOf(A), 'newer');
    await saving;
    expect(drafts.textOf(A)).toBe('newer');
    expect(said()).toEqual(['saving']);
    await drafts.save();
    expect(said()).toEqual(['saved']);
    expect(await stored()).toBe('newer');
  });

  test('is saved when the analyst goes on to another', async () => {
    const { writer, drafts, shown, stored } = await setUp();
    drafts.type(noteOf(A), 'one');
    drafts.type(noteOf(B), 'two');
    expect([shown(A), shown(B)]).toEqual(['one', 'two']);
    await writer.settled();
    expect([await stored(A), await stored(B)]).toEqual(['one', 'old']);
    await drafts.finish();
    expect([await stored(A), await stored(B)]).toEqual(['one', 'two']);
  });

  test('tells whoever listens when it is typed and when it is saved', async () => {
    const { drafts } = await setUp();
    const seen: (string | undefined)[] = [];
    const leave = drafts.subscribe(() => seen.push(drafts.textOf(A)));
    drafts.type(noteOf(A), 'new');
    await drafts.save();
    leave();
    drafts.type(noteOf(A), 'newer');
    expect(seen).toEqual(['new', undefined]);
    await drafts.finish();
  });

  test('writes nothing for an annotation that is gone, or when it ends as it began', async () => {
    const { db, drafts } = await setUp();
    const logged = await db.changes.count();
    drafts.type(noteOf('annotation-gone'), 'new');
    drafts.type(noteOf(A), 'old');
    await drafts.finish();
    expect(await db.annotations.count()).toBe(2);
    expect(await db.changes.count()).toBe(logged);
  });

  test('that there is none to save or finish is fine', async () => {
    const { drafts, said } = await setUp();
    await drafts.save();
    await drafts.finish();
    expect(said()).toEqual([]);
  });
});

describe('undo of typing', () => {
  test('takes back at once what was typed in one stretch, however often it was saved', async () => {
    const { drafts, writer, stored } = await setUp();
    for (const text of ['n', 'ne', 'new']) {
      drafts.type(noteOf(A), text);
      await drafts.save();
    }
    await drafts.finish();
    await writer.step('undo');
    expect(await stored()).toBe('old');
  });

  test('takes back one stretch of typing after the other', async () => {
    const { drafts, writer, stored } = await setUp();
    for (const text of ['one', 'two']) {
      drafts.type(noteOf(A), text);
      await drafts.finish();
    }
    await writer.step('undo');
    expect(await stored()).toBe('one');
    await writer.step('undo');
    expect(await stored()).toBe('old');
  });

  test('takes back the notes of two annotations one by one', async () => {
    const { drafts, writer, stored } = await setUp();
    drafts.type(noteOf(A), 'one');
    drafts.type(noteOf(B), 'two');
    await drafts.finish();
    await writer.step('undo');
    expect([await stored(A), await stored(B)]).toEqual(['one', 'old']);
  });

  test('is not undone itself by a save that was asked for twice', async () => {
    const { drafts, writer, stored } = await setUp();
    drafts.type(noteOf(A), 'new');
    void drafts.finish();
    void writer.step('undo');
    await drafts.finish();
    expect(await stored()).toBe('old');
  });
});

describe('saving and finishing at the same time', () => {
  test('ends saved, with nothing in view', async () => {
    const { drafts, writer, stored } = await setUp();
    drafts.type(noteOf(A), 'new');
    await Promise.all([drafts.save(), drafts.finish(), drafts.save()]);
    expect(await stored()).toBe('new');
    expect(drafts.textOf(A)).toBeUndefined();
    expect(writer.status.getState().kind).toBe('saved');
  });

  type Step = { readonly type: Id; readonly text: string } | 'save' | 'finish' | 'wait';
  const steps: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom<Id>(A, B),
        text: fc.constantFrom('old', 'một', 'hai', 'ba'),
      }),
    },
    { weight: 3, arbitrary: fc.constantFrom<Step>('save', 'finish', 'wait') },
  );

  test('loses nothing that was typed, and keeps it in view, in whatever order things happen', {
    timeout: 30_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 20 }), async (wishes) => {
        const { db, writer, drafts, stored, shown } = await setUp();
        const typed: Record<Id, string> = { [A]: 'old', [B]: 'old' };
        for (const wish of wishes) {
          if (wish === 'wait') await writer.settled();
          else if (typeof wish === 'string') void drafts[wish]();
          else {
            drafts.type(noteOf(wish.type), wish.text);
            typed[wish.type] = wish.text;
          }
          expect({ [A]: shown(A), [B]: shown(B) }).toEqual(typed);
        }
        await drafts.finish();
        expect({ [A]: await stored(A), [B]: await stored(B) }).toEqual(typed);
        expect([drafts.textOf(A), drafts.textOf(B)]).toEqual([undefined, undefined]);
        expect(writer.status.getState()).toEqual({ kind: 'saved' });
        await db.delete();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a note that cannot be saved', () => {
  test('stays in view, and the status says why', async () => {
    const { db, drafts, writer, stored } = await setUp();
    fillDisk(db);
    drafts.type(noteOf(A), 'new');
    await drafts.save();
    expect(drafts.textOf(A)).toBe('new');
    expect(writer.status.getState()).toEqual({
      kind: 'failed',
      problem: { in: 'database', name: 'QuotaExceededError' },
    });
    expect(await stored()).toBe('old');
  });

  test('stays in view when the analyst goes on to another', async () => {
    const { db, drafts, shown } = await setUp();
    fillDisk(db);
    drafts.type(noteOf(A), 'one');
    await drafts.finish();
    drafts.type(noteOf(B), 'two');
    await drafts.finish();
    expect([shown(A), shown(B)]).toEqual(['one', 'two']);
  });

  test('is saved, with what was typed since, when it is tried again', async () => {
    const { db, drafts, writer, stored } = await setUp();
    const makeRoom = fillDisk(db);
    for (const text of ['n', 'ne']) {
      drafts.type(noteOf(A), text);
      await drafts.save();
    }
    drafts.type(noteOf(A), 'new');
    makeRoom();
    await writer.retry();
    await drafts.finish();
    expect(await stored()).toBe('new');
    expect(drafts.textOf(A)).toBeUndefined();
    expect(writer.status.getState()).toEqual({ kind: 'saved' });
    await writer.step('undo');
    expect(await stored()).toBe('old');
  });
});
