import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { digestOf } from '../../domain/change/digest.ts';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { CHUNK, type TableRow, toJournal } from '../../shared/journal.ts';
import { commit, type Edit } from '../db/commit.ts';
import { readContents } from '../db/contents.ts';
import { aDatabase, options } from '../db/database.testing.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { readHead } from '../db/head.ts';
import { stepHistory } from '../db/history.ts';
import { replaceContents } from '../db/rebuild.ts';
import { JournalInMemory } from './journal.testing.ts';
import { bringTogether } from './workspace.testing.ts';

/** Many runs against a database take their time on a busy machine. */
const PATIENCE = { timeout: 60_000 };

const noting = (key: string, note: string | null): Edit => ({
  table: 'annotations',
  key,
  change: () => (note === null ? null : anAnnotation({ id: key, note })),
});

async function journaled(db: Database, journal: JournalInMemory, edits: readonly Edit[]) {
  const changes = await commit(db, edits, options());
  await journal.ask('journal:append', toJournal(changes));
}

const sorted = (rows: readonly TableRow[]) =>
  [...rows].sort((a, b) => (a.table + a.key < b.table + b.key ? -1 : 1));

async function outcome(db: Database, journal: JournalInMemory, areRowsBad = false) {
  const reconciled = await bringTogether(db, journal, areRowsBad);
  if (!reconciled.ok) throw new Error(reconciled.reason.system);
  return reconciled.value;
}

/** Both stand at the same head, and each holds what the head says. */
async function expectAgreement(db: Database, journal: JournalInMemory): Promise<void> {
  const [rows, head] = await Promise.all([readContents(db), readHead(db)]);
  expect(head).toEqual(journal.head ?? FIRST_HEAD);
  expect(digestOf(rows)).toBe(head?.digest);
  expect(sorted(rows)).toEqual(sorted(journal.rows()));
}

async function wipe(db: Database): Promise<Database> {
  await db.delete();
  const again = createDatabase(db.name);
  await again.open();
  return again;
}

describe('database and journal', () => {
  test('begin together', async () => {
    const db = await wipe(await aDatabase());
    const journal = new JournalInMemory();
    expect(await outcome(db, journal)).toEqual({ head: FIRST_HEAD, findings: [] });
    await journaled(db, journal, [noting('a', 'một')]);
    expect(await outcome(db, journal)).toMatchObject({ head: { seq: 1 }, findings: [] });
  });

  test('a wiped database comes back whole, its history too', async () => {
    let db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một'), noting('b', 'hai')]);
    await journaled(db, journal, [noting('a', 'một rưỡi')]);
    const before = { rows: await readContents(db), changes: await db.changes.toArray() };

    db = await wipe(db);
    expect(await outcome(db, journal)).toMatchObject({
      head: { seq: 3 },
      findings: [{ kind: 'database-restored', annotations: 2, setAside: undefined }],
    });
    expect(await readContents(db)).toEqual(before.rows);
    expect(await db.changes.toArray()).toEqual(before.changes);
    await stepHistory(db, 'undo', options());
    expect((await db.annotations.get('a'))?.note).toBe('một');
  });

  test('a history longer than one call comes back whole', async () => {
    let db = await aDatabase();
    const journal = new JournalInMemory();
    const edits = Array.from({ length: CHUNK + 7 }, (_, at) => noting(`a${at % 5}`, `note ${at}`));
    const changes = await commit(db, edits, options());
    expect(await outcome(db, journal)).toMatchObject({ head: { seq: CHUNK + 7 } });
    expect(journal.changes).toEqual(changes);
    db = await wipe(db);
    await outcome(db, journal);
    expect(await db.changes.count()).toBe(CHUNK + 7);
    await expectAgreement(db, journal);
  });

  test('the journal hears of what it missed, without a word to the analyst', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một')]);
    await commit(db, [noting('b', 'hai')], options());
    expect(await outcome(db, journal)).toMatchObject({ head: { seq: 2 }, findings: [] });
    await expectAgreement(db, journal);
  });

  test('a journal that was taken away is written anew from the database', async () => {
    const db = await aDatabase();
    await journaled(db, new JournalInMemory(), [noting('a', 'một'), noting('b', 'hai')]);
    const journal = new JournalInMemory();
    expect(await outcome(db, journal)).toMatchObject({ findings: [{ kind: 'journal-rewritten' }] });
    expect(journal.changes).toHaveLength(2);
    await expectAgreement(db, journal);
  });

  test('where the log does not lead to the rows, the rows themselves are handed over', async () => {
    const db = await aDatabase();
    await journaled(db, new JournalInMemory(), [noting('a', 'một'), noting('b', 'hai')]);
    await db.changes.delete(1);
    const journal = new JournalInMemory();
    expect(await outcome(db, journal)).toMatchObject({ findings: [{ kind: 'journal-rewritten' }] });
    await expectAgreement(db, journal);
  });

  test('rows that are not what the database says are set aside and made anew', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một'), noting('b', 'hai')]);
    const damaged = anAnnotation({ id: 'a', note: 'm?t' });
    await db.annotations.put(damaged);
    expect(await outcome(db, journal, true)).toMatchObject({
      findings: [{ kind: 'database-restored', annotations: 2, setAside: 'set-aside/rows.jsonl' }],
    });
    expect(journal.setAside).toEqual([{ table: 'annotations', key: 'a', row: damaged }]);
    await expectAgreement(db, journal);
  });

  test('what the journal has not heard of survives rows that are damaged', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một')]);
    await commit(db, [noting('b', 'hai')], options());
    await db.annotations.delete('a');
    await outcome(db, journal, true);
    expect(await db.annotations.count()).toBe(2);
    await expectAgreement(db, journal);
  });

  test('what a damaged journal has lost, it gets from the database', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một'), noting('b', 'hai'), noting('c', 'ba')]);
    const whole = journal.changes;
    journal.changes = whole.filter(({ seq }) => seq !== 2);
    const damage = { what: 'journal', setAside: 'set-aside/x', missing: [[2, 2]] } as const;
    journal.damages = [damage];
    const finding = { kind: 'journal-damaged', setAside: 'set-aside/x' };
    expect(await outcome(db, journal)).toMatchObject({ findings: [{ ...finding, lost: 0 }] });
    expect(journal.changes).toEqual(whole);

    journal.changes = whole.filter(({ seq }) => seq !== 2);
    journal.damages = [damage];
    await db.changes.delete(2);
    expect(await outcome(db, journal)).toMatchObject({ findings: [{ ...finding, lost: 1 }] });
  });

  test('a file of the journal that another program saved is told as that, not as damage', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một')]);
    const damage = { what: 'journal', setAside: 'set-aside/x', missing: [] } as const;
    journal.damages = [{ ...damage, isResaved: true }];
    const finding = { kind: 'journal-resaved', setAside: 'set-aside/x' };
    expect(await outcome(db, journal)).toMatchObject({ findings: [finding] });
  });

  test('where both have lost something, what is left is what both go on from', async () => {
    let db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một'), noting('b', 'hai'), noting('c', 'ba')]);
    journal.changes = journal.changes.filter(({ seq }) => seq !== 2);
    db = await wipe(db);
    await outcome(db, journal);
    expect((await db.annotations.toArray()).map(({ id }) => id)).toEqual(['a', 'c']);
    await expectAgreement(db, journal);
    await journaled(db, journal, [noting('d', 'bốn')]);
    await expectAgreement(db, journal);
  });

  test('a journal that does not answer changes nothing', async () => {
    const db = await aDatabase();
    const journal = new JournalInMemory();
    await journaled(db, journal, [noting('a', 'một')]);
    journal.problem = { kind: 'disk', system: 'EIO' };
    expect(await bringTogether(db, journal)).toEqual({ ok: false, reason: journal.problem });
    expect(await db.annotations.count()).toBe(1);
  });
});

type Step =
  | {
      readonly do: 'edit';
      readonly key: string;
      readonly note: string | null;
      readonly heard: boolean;
    }
  | { readonly do: 'undo'; readonly heard: boolean }
  | { readonly do: 'wipe' | 'lose the tail' | 'damage' | 'take the journal away' | 'agree' };

const heard = fc.boolean();
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      key: fc.constantFrom('a', 'b', 'c'),
      note: fc.option(fc.constantFrom('một', 'hai', 'ba')),
      heard,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), heard }) },
  fc.record({
    do: fc.constantFrom(
      ...(['wipe', 'lose the tail', 'damage', 'take the journal away', 'agree'] as const),
    ),
  }),
);

/** A database and a journal to which something happens, and what of it must still be there. */
class Fate {
  db: Database;
  journal = new JournalInMemory();
  /** The rows that were called saved. */
  saved: readonly TableRow[] = [];

  constructor(db: Database) {
    this.db = db;
  }

  async #written(changes: Parameters<typeof toJournal>[0], isHeard: boolean) {
    // The journal hears of everything in order, or of nothing.
    const isBehind = (this.journal.head?.seq ?? 0) + 1 !== changes[0]?.seq;
    if (!isHeard || isBehind) return;
    await this.journal.ask('journal:append', toJournal(changes));
    this.saved = await readContents(this.db);
  }

  async agree(areRowsBad = false) {
    await outcome(this.db, this.journal, areRowsBad);
    this.saved = await readContents(this.db);
  }

  async take(step: Step): Promise<void> {
    const { db, journal } = this;
    switch (step.do) {
      case 'edit':
        return this.#written(
          await commit(db, [noting(step.key, step.note)], options()),
          step.heard,
        );
      case 'undo':
        return this.#written(await stepHistory(db, 'undo', options()), step.heard);
      case 'agree':
        return this.agree();
      case 'take the journal away':
        this.journal = new JournalInMemory();
        return this.agree();
      case 'wipe':
        this.db = await wipe(db);
        break;
      case 'lose the tail': {
        // As if the newest transactions had never been.
        const rows = journal.rows();
        const head = { seq: Math.max(0, (journal.head?.seq ?? 1) - 1), digest: digestOf([]) };
        await replaceContents(db, rows.slice(1), { ...head, digest: digestOf(rows.slice(1)) });
        break;
      }
      case 'damage':
        await db.annotations.clear();
        await this.#expectSaved(true);
        return;
    }
    await this.#expectSaved(false);
  }

  /** Nothing that was called saved is missing once the two agree. */
  async #expectSaved(areRowsBad: boolean) {
    const saved = sorted(this.saved);
    const isAllHeard = (this.journal.head?.seq ?? 0) >= ((await readHead(this.db))?.seq ?? 0);
    await outcome(this.db, this.journal, areRowsBad);
    if (isAllHeard) expect(sorted(await readContents(this.db))).toEqual(saved);
    this.saved = await readContents(this.db);
  }
}

test(
  'whatever befalls one of them, both agree in the end, at once and for good',
  PATIENCE,
  async () => {
    const property = fc.asyncProperty(fc.array(steps, { maxLength: 20 }), async (story) => {
      const fate = new Fate(await aDatabase());
      for (const step of story) await fate.take(step);
      await fate.agree();
      await expectAgreement(fate.db, fate.journal);
      const log = await fate.db.changes.toArray();

      expect((await outcome(fate.db, fate.journal)).findings).toEqual([]);
      await expectAgreement(fate.db, fate.journal);
      expect(await fate.db.changes.toArray()).toEqual(log);
      // And what comes next finds its place.
      await journaled(fate.db, fate.journal, [noting('d', 'bốn')]);
      await expectAgreement(fate.db, fate.journal);
      await fate.db.delete();
    });
    await fc.assert(property, { numRuns: 150 });
  },
);
