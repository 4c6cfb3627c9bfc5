import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIRST_HEAD, type Head } from '../../domain/change/head.ts';
import type { JournaledChange } from '../../shared/journal.ts';
import {
  accepted,
  byKey,
  journalIn,
  runHere,
  silenceLog,
  TIME,
  temporaryFolder,
  Writer,
} from './journal.testing.ts';
import type { Journal } from './journal.ts';
import { before } from './segment.ts';

// Thousands of syncs take a while where the temporary folder is on a disk.
vi.setConfig({ testTimeout: 60_000 });

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = place.folder;
  silenceLog();
});

afterEach(() => {
  vi.restoreAllMocks();
  return place.remove();
});

async function expectStanding(journal: Journal, writer: Writer): Promise<void> {
  // What comes after them is asked of the one that opens last.
  for (const either of [journalIn(folder), journal]) {
    expect(accepted(await either.open())).toEqual({ head: writer.head, damages: [] });
    const { head, rows } = accepted(await either.readRows());
    expect(head).toEqual(writer.head);
    expect(byKey(rows)).toEqual(writer.sortedRows());
    expect(accepted(await either.check())).toEqual([]);
  }
}

/** The head that a writer had after a change. */
function headAt(writer: Writer, seq: number): Head {
  return writer.changes
    .slice(seq)
    .reduceRight((head: Head, change: JournaledChange) => before(head, change), writer.head);
}

describe('a journal that is given rows to go on from', () => {
  test.each([0, 3, 1200])('when it has %i changes, and the rows are ahead', async (count) => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(Math.min(count, 1000)));
    if (count > 1000) await journal.append(writer.write(count - 1000));
    writer.write(50);
    accepted(await journal.rebase(writer.head, writer.sortedRows()));
    await expectStanding(journal, writer);
    expect(accepted(await journal.append(writer.write(3)))).toEqual(writer.head);
    await expectStanding(journal, writer);
    expect(accepted(await journal.readChanges(count)).map(({ seq }) => seq)).toEqual(
      [1, 2, 3].map((n) => count + 50 + n),
    );
  });

  test('when they stand where it does, and are others', async () => {
    const old = new Writer();
    const journal = journalIn(folder);
    await journal.append(old.write(5));
    await journal.snapshot();
    const writer = new Writer();
    for (let n = 1; n <= 5; n += 1) writer.change(`b${n}`, { n });
    const later = journalIn(folder, { now: () => TIME + 1 });
    accepted(await later.rebase(writer.head, writer.sortedRows()));
    await expectStanding(later, writer);
    // What it had stays as the history.
    expect(accepted(await journalIn(folder).readChanges(0))).toEqual(old.changes);
  });

  test.each([3, 1000, 1001])('when they stand at change %i, before its end', async (seq) => {
    const old = new Writer();
    const journal = journalIn(folder);
    await journal.append(old.write(1000));
    await journal.append(old.write(10));
    await journal.snapshot();
    const writer = new Writer();
    writer.write(seq);
    expect(writer.head).toEqual(headAt(old, seq));
    accepted(await journal.rebase(writer.head, writer.sortedRows()));
    await expectStanding(journal, writer);
    expect(accepted(await journal.readChanges(seq - 1))).toEqual(old.changes.slice(seq - 1, seq));
    expect(accepted(await journal.append(writer.write(2)))).toEqual(writer.head);
    await expectStanding(journal, writer);
    // Nothing of what was is gone.
    const aside = await readdir(join(folder, 'set-aside'));
    const texts = await Promise.all(
      aside.map((name) => readFile(join(folder, 'set-aside', name), 'utf8')),
    );
    const all = texts.join('\n');
    for (const change of old.changes.slice(seq)) expect(all).toContain(JSON.stringify(change));
  });

  test('refuses rows that do not add up to their head', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(4));
    const files = await readdir(folder);
    expect(await journal.rebase(writer.head, writer.sortedRows().slice(1))).toMatchObject({
      ok: false,
      reason: { kind: 'gap' },
    });
    expect(await readdir(folder)).toEqual(files);
    expect(accepted(await journal.append(writer.write(1)))).toEqual(writer.head);
  });

  test('even when there are none', async () => {
    const journal = journalIn(folder);
    accepted(await journal.rebase(FIRST_HEAD, []));
    const writer = new Writer();
    expect(accepted(await journal.append(writer.write(2)))).toEqual(writer.head);
    await expectStanding(journal, writer);
  });

  test('waits for a snapshot that is being taken of what no longer counts', async () => {
    const old = new Writer();
    let finish = () => undefined as undefined;
    const held = new Promise<void>((resolve) => {
      finish = () => void resolve();
    });
    const journal = journalIn(folder, {
      runJob: async (job) => {
        if (job.kind === 'snapshot') await held;
        return runHere(job);
      },
    });
    await journal.append(old.write(10));
    const snapshot = journal.snapshot();
    const writer = new Writer();
    writer.write(4);
    // The snapshot has begun when something asked after it is answered.
    await journal.readChanges(0);
    const rebased = journal.rebase(writer.head, writer.sortedRows());
    finish();
    accepted(await snapshot);
    accepted(await rebased);
    await expectStanding(journal, writer);
  });
});
