import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import {
  accepted,
  byKey,
  journalIn,
  silenceLog,
  TIME,
  temporaryFolder,
  Writer,
} from './journal.testing.ts';
import type { Journal } from './journal.ts';

beforeEach(silenceLog);

afterEach(() => {
  vi.restoreAllMocks();
});

type Step =
  | {
      readonly do: 'edit';
      readonly edits: readonly (readonly [key: string, value: number | null])[];
    }
  | { readonly do: 'many'; readonly count: number }
  | { readonly do: 'again' | 'snapshot' | 'reopen' | 'check' | 'rebase' | 'read' };

const edits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.integer())), {
  maxLength: 5,
});
const many = fc.integer({ min: 600, max: 1000 });
const others = fc.constantFrom<Step>(
  ...(['again', 'snapshot', 'reopen', 'check', 'rebase', 'read'] as const).map((what) => ({
    do: what,
  })),
);
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: edits.map((list): Step => ({ do: 'edit', edits: list })) },
    { weight: 1, arbitrary: many.map((count): Step => ({ do: 'many', count })) },
    { weight: 6, arbitrary: others },
  ),
  { maxLength: 25 },
);

/** A journal beside the map that it should be. */
class Pair {
  readonly writer = new Writer();
  readonly folder: string;
  journal: Journal;
  /** Time passes with every look at the clock. */
  #time = TIME;

  constructor(folder: string) {
    this.folder = folder;
    this.journal = this.#begin();
  }

  #begin = () =>
    journalIn(this.folder, {
      now: () => {
        this.#time += 1_000;
        return this.#time;
      },
    });

  async take(step: Step): Promise<void> {
    const { writer, journal } = this;
    switch (step.do) {
      case 'edit':
        await this.#append(step.edits.length, () => {
          for (const [key, value] of step.edits)
            writer.change(key, value === null ? null : { value });
        });
        break;
      case 'many':
        await this.#append(step.count, () => writer.write(step.count));
        break;
      case 'again':
        expect(accepted(await journal.append(writer.changes.slice(-1000)))).toEqual(writer.head);
        break;
      case 'snapshot':
        accepted(await journal.snapshot());
        break;
      case 'reopen':
        this.journal = this.#begin();
        break;
      case 'check':
        expect(accepted(await journal.check())).toEqual([]);
        break;
      case 'rebase':
        accepted(await journal.rebase(writer.head, writer.sortedRows()));
        break;
      case 'read':
        await this.compare();
    }
  }

  async #append(count: number, write: () => void): Promise<void> {
    write();
    const fresh = count === 0 ? [] : this.writer.changes.slice(-count);
    expect(accepted(await this.journal.append(fresh))).toEqual(this.writer.head);
  }

  async compare(): Promise<void> {
    const { head, rows } = accepted(await this.journal.readRows());
    expect(head).toEqual(this.writer.head);
    expect(byKey(rows)).toEqual(this.writer.sortedRows());
  }

  async allChanges() {
    const all = [];
    for (let after = 0; ; after = all.at(-1)?.seq ?? 0) {
      const some = accepted(await this.journal.readChanges(after));
      if (some.length === 0) return all;
      all.push(...some);
    }
  }
}

test('a journal is the map that its changes make, whatever happens between them', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const own = await temporaryFolder();
      const pair = new Pair(own.folder);
      for (const step of all) await pair.take(step);
      await pair.compare();
      expect(await pair.allChanges()).toEqual(pair.writer.changes);
      await pair.take({ do: 'reopen' });
      const { head, damages } = accepted(await pair.journal.open());
      expect(head ?? FIRST_HEAD).toEqual(pair.writer.head);
      expect(damages).toEqual([]);
      await pair.compare();
      await own.remove();
    }),
    { numRuns: 40 },
  );
}, 60_000);
