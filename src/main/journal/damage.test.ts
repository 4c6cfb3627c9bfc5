import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Head } from '../../domain/change/head.ts';
import type { JournalDamage } from '../../shared/journal.ts';
import { seal } from './checked-line.ts';
import {
  accepted,
  byKey,
  contentOf,
  journalIn,
  silenceLog,
  temporaryFolder,
  Writer,
} from './journal.testing.ts';

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

const FIRST = 'changes-000000000001.jsonl';
const file = (name: string) => join(folder, name);

/** Puts the first segment back to these bytes, and nothing beside it. */
async function restart(bytes: Uint8Array): Promise<void> {
  await place.remove();
  place = await temporaryFolder();
  folder = place.folder;
  await journalIn(folder).open();
  await writeFile(file(FIRST), bytes);
}

async function segmentOf(writer: Writer): Promise<Buffer> {
  await journalIn(folder).append(writer.changes);
  return readFile(file(FIRST));
}

async function contentsOfAside(): Promise<Buffer[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.startsWith(join('set-aside', 'changes')));
  return Promise.all(files.map((name) => readFile(file(name))));
}

const numbers = (damages: readonly JournalDamage[]) =>
  damages.flatMap(({ missing }) =>
    missing.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)),
  );

describe('a write that a crash cut off', () => {
  const writer = new Writer();
  writer.write(3);
  const headBefore = writer.head;
  const [last] = writer.write(1);

  async function expectHead(head: Head, setAside: readonly Buffer[]): Promise<void> {
    const journal = journalIn(folder);
    expect(accepted(await journal.open())).toEqual({ head, damages: [] });
    expect(accepted(await journal.readChanges(0))).toEqual(writer.changes.slice(0, head.seq));
    expect(await contentsOfAside()).toEqual(setAside);
    expect(accepted(await journal.append(last ? [last] : []))).toEqual(writer.head);
  }

  test('anywhere in the last line is no damage, and what is before it stays', async () => {
    const whole = await segmentOf(writer);
    const start = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    await restart(whole.subarray(0, start));
    await expectHead(headBefore, []);
    for (let length = start + 1; length < whole.length - 1; length += 1) {
      await restart(whole.subarray(0, length));
      await expectHead(headBefore, [whole.subarray(start, length)]);
      // Written again, it is as if nothing had been.
      expect(await readFile(file(FIRST))).toEqual(whole);
    }
    // Of the newline alone, nothing was lost.
    await restart(whole.subarray(0, -1));
    await expectHead(writer.head, []);
    expect(await readFile(file(FIRST))).toEqual(whole);
  });

  test('also when it left zeros', async () => {
    const whole = await segmentOf(writer);
    await restart(Buffer.concat([whole, Buffer.alloc(4096)]));
    expect(accepted(await journalIn(folder).open())).toEqual({ head: writer.head, damages: [] });
    expect(await readFile(file(FIRST))).toEqual(whole);
  });
});

describe('a damaged segment', () => {
  test('one flipped bit anywhere costs one change at most, is told, and can be mended', async () => {
    const writer = new Writer();
    writer.write(8);
    const whole = await segmentOf(writer);
    const header = whole.indexOf(0x0a);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await restart(bytes);
        const journal = journalIn(folder);
        const { damages, head } = accepted(await journal.open());
        const there = accepted(await journal.readChanges(0));
        const missing = numbers(damages);
        // The very last newline is as good as torn off.
        if (at < whole.length - 1) {
          expect(damages).toHaveLength(1);
          expect(await readFile(file(damages[0]?.setAside ?? ''))).toEqual(bytes);
        }
        expect(missing.length).toBeLessThanOrEqual(1);
        const kept = writer.changes.filter(({ seq }) => !missing.includes(seq));
        expect(there).toEqual(kept);
        expect(head?.seq).toBe(kept.at(-1)?.seq);
        // What the window has puts it right.
        await journal.mend(writer.changes);
        const tail = writer.changes.filter(({ seq }) => seq > (head?.seq ?? 0));
        expect(accepted(await journal.append(tail))).toEqual(writer.head);
        const mended = await readFile(file(FIRST));
        const from = at <= header ? mended.indexOf(0x0a) : 0;
        expect(mended.subarray(from).equals(whole.subarray(at <= header ? header : 0))).toBe(true);
        // And it stays right.
        const again = journalIn(folder);
        expect(accepted(await again.open())).toEqual({ head: writer.head, damages: [] });
        expect(accepted(await again.readRows()).head).toEqual(writer.head);
        expect(accepted(await again.check())).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('many damaged lines cost just those', async () => {
    const writer = new Writer();
    writer.write(30);
    const whole = await segmentOf(writer);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 29 })), async (lost) => {
        const lines = whole.toString('utf8').trimEnd().split('\n');
        for (const index of lost)
          lines[index + 1] = (lines[index + 1] ?? '').replace('edit', 'tide');
        await restart(Buffer.from(`${lines.join('\n')}\n`));
        const journal = journalIn(folder);
        const opened = accepted(await journal.open());
        expect(numbers(opened.damages)).toEqual(lost.map((n) => n + 1).sort((a, b) => a - b));
        expect(accepted(await journal.readChanges(0))).toEqual(
          writer.changes.filter(({ seq }) => !lost.includes(seq - 1)),
        );
        await journal.mend(writer.changes);
        const head = opened.head?.seq ?? 0;
        if (lost.length < 30) {
          await journal.append(writer.changes.filter(({ seq }) => seq > head));
          expect(await readFile(file(FIRST))).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of which nothing can be read makes way for the one before it', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    for (const count of [1000, 10]) await journal.append(writer.write(count));
    await writeFile(file('changes-000000001001.jsonl'), 'x\n'.repeat(50));
    const again = journalIn(folder);
    const { head, damages } = accepted(await again.open());
    expect(head?.seq).toBe(1000);
    // How much there was cannot be told, but that there was something.
    expect(damages).toMatchObject([{ what: 'journal', missing: [[1001, 1001]] }]);
    expect(await readFile(file(damages[0]?.setAside ?? ''), 'utf8')).toBe('x\n'.repeat(50));
    expect(accepted(await again.append(writer.changes.slice(1000)))).toEqual(writer.head);
    expect(accepted(await journalIn(folder).readRows()).head).toEqual(writer.head);
  });

  test('that is an old one is found when it is read, and by a check', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    for (const count of [1000, 1000, 10]) await journal.append(writer.write(count));
    const whole = await readFile(file('changes-000000001001.jsonl'));
    const lines = whole.toString('utf8').trimEnd().split('\n');
    // The last lines of a file that is not the last: how far it went is known from the next.
    for (const index of [5, 999, 1000]) lines[index] = 'lost';
    await writeFile(file('changes-000000001001.jsonl'), `${lines.join('\n')}\n`);
    const missing = [
      [1005, 1005],
      [1999, 2000],
    ];
    const setAside = 'set-aside/changes-000000001001-20261122T040000000Z.jsonl';

    const checked = journalIn(folder);
    expect(accepted(await checked.open())).toEqual({ head: writer.head, damages: [] });
    expect(accepted(await checked.check())).toEqual([{ what: 'journal', setAside, missing }]);
    // Told once, and what is missing stays missing quietly.
    expect(accepted(await checked.check())).toEqual([]);
    await checked.mend(writer.changes.slice(1000, 2000));
    expect(await readFile(file('changes-000000001001.jsonl'))).toEqual(whole);

    await writeFile(file('changes-000000001001.jsonl'), `${lines.join('\n')}\n`);
    expect(accepted(await checked.readChanges(1000))).toHaveLength(1000 - 3 + 3);
    const [damage] = accepted(await checked.open()).damages;
    expect(damage).toMatchObject({ what: 'journal', missing });
  });

  test('that is gone altogether is told by a check', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    for (const count of [1000, 1000, 10]) await journal.append(writer.write(count));
    await rm(file('changes-000000001001.jsonl'));
    expect(accepted(await journal.check())).toEqual([
      { what: 'journal', setAside: '', missing: [[1001, 2000]] },
    ]);
    await journal.mend(writer.changes.slice(1000, 2000));
    expect(accepted(await journal.check())).toEqual([]);
    expect(accepted(await journal.readRows()).head).toEqual(writer.head);
  });
});

describe('a damaged snapshot', () => {
  async function withTwoSnapshots() {
    const writer = new Writer();
    let now = Date.parse('2026-11-22T04:00:00.000Z');
    const journal = journalIn(folder, { now: () => now });
    await journal.append(writer.write(10));
    await journal.snapshot();
    now += 1_000;
    await journal.append(writer.write(10));
    await journal.snapshot();
    await journal.append(writer.write(5));
    const names = (await readdir(folder)).filter((name) => name.startsWith('snapshot')).sort();
    const newest = names[1] ?? '';
    return { writer, journal, newest, whole: await readFile(file(newest)) };
  }

  test('one flipped bit anywhere is told, and the rows come whole from elsewhere', async () => {
    const { writer, newest, whole } = await withTwoSnapshots();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await writeFile(file(newest), bytes);
        const journal = journalIn(folder);
        const opened = accepted(await journal.open());
        expect(opened.head).toEqual(writer.head);
        const { head, rows } = accepted(await journal.readRows());
        expect(head).toEqual(writer.head);
        expect(byKey(rows)).toEqual(writer.sortedRows());
        const damages = [...opened.damages, ...accepted(await journal.open()).damages];
        expect(damages).toMatchObject([{ what: 'snapshot', missing: [] }]);
        expect(await readFile(file(damages[0]?.setAside ?? ''))).toEqual(bytes);
        expect(await readdir(folder)).not.toContain(newest);
      }),
      { numRuns: 60 },
    );
  });

  test('all of them: the changes from the first on are enough', async () => {
    const { writer } = await withTwoSnapshots();
    for (const name of await readdir(folder)) {
      if (name.startsWith('snapshot')) await truncate(file(name), 700);
    }
    const journal = journalIn(folder);
    const { head, rows } = accepted(await journal.readRows());
    expect(head).toEqual(writer.head);
    expect(byKey(rows)).toEqual(writer.sortedRows());
    expect(accepted(await journal.open()).damages).toHaveLength(2);
  });

  test('is found by a check, which first sees to it that there is a good one', async () => {
    const { writer, newest, whole } = await withTwoSnapshots();
    await writeFile(file(newest), whole.subarray(0, -10));
    const journal = journalIn(folder);
    const [damage] = accepted(await journal.check());
    expect(damage?.setAside).toContain('set-aside/snapshot-000000000020');
    expect(accepted(await journal.check())).toEqual([]);
    const names = (await readdir(folder)).filter((name) => name.startsWith('snapshot')).sort();
    expect(names.at(-1)).toContain('snapshot-000000000025');
    expect(accepted(await journal.readRows()).head).toEqual(writer.head);
  });

  test('that is all there is stays in use, and what is missing shows in the digest', async () => {
    const writer = new Writer();
    writer.write(20);
    const journal = journalIn(folder);
    await journal.open();
    await journal.rebase(writer.head, writer.sortedRows());
    const [name = ''] = (await readdir(folder)).filter((each) => each.startsWith('snapshot'));
    const text = await readFile(file(name), 'utf8');
    await writeFile(file(name), text.replace('ghi chú', 'ghi chu'));
    const again = journalIn(folder);
    expect(accepted(await again.open())).toEqual({ head: writer.head, damages: [] });
    const { head, rows } = accepted(await again.readRows());
    expect(head.seq).toBe(20);
    expect(head.digest).not.toBe(writer.head.digest);
    expect(rows).toHaveLength(writer.rows.size - 1);
    expect(accepted(await again.open()).damages).toEqual([
      { what: 'snapshot', setAside: name, missing: [] },
    ]);
  });

  test('with all segments gone, the newest good one says where the journal stands', async () => {
    const { writer, newest } = await withTwoSnapshots();
    await rm(file(FIRST));
    const journal = journalIn(folder);
    const { head } = accepted(await journal.open());
    expect(head?.seq).toBe(20);
    expect(accepted(await journal.append(writer.changes.slice(20)))).toEqual(writer.head);
    expect(accepted(await journal.readRows()).head).toEqual(writer.head);
    expect(accepted(await journalIn(folder).open()).head).toEqual(writer.head);
    expect(await readdir(folder)).toContain(newest);
  });

  test('with the last segment cut, a snapshot beyond it says how far the journal had gone', async () => {
    const { writer } = await withTwoSnapshots();
    const lines = (await readFile(file(FIRST), 'utf8')).split('\n');
    await writeFile(file(FIRST), `${lines.slice(0, 16).join('\n')}\n`);
    const journal = journalIn(folder);
    const { head, damages } = accepted(await journal.open());
    expect(head?.seq).toBe(20);
    expect(damages).toEqual([{ what: 'journal', setAside: '', missing: [[16, 20]] }]);
    await journal.mend(writer.changes);
    await journal.append(writer.changes.slice(20));
    expect(accepted(await journal.readChanges(0))).toEqual(writer.changes);
    expect(accepted(await journal.check())).toEqual([]);
  });
});

describe('what a newer version wrote', () => {
  test.each([
    ['a segment', FIRST, { format: 'ben-le-journal', version: 2, what: 'ever' }],
    [
      'a snapshot',
      'snapshot-000000000009-20261122T040000000Z.jsonl',
      { format: 'ben-le-backup', version: 2, what: 'ever' },
    ],
  ])('%s is not touched', async (_, name, header) => {
    await journalIn(folder).append(new Writer().write(3));
    await writeFile(file(name), `${seal(header)}\n{"half a li`);
    const before = await contentOf(folder);
    const journal = journalIn(folder);
    const newer = { ok: false, reason: { kind: 'newer' } };
    expect(await journal.open()).toMatchObject(newer);
    expect(await journal.append(new Writer().write(1))).toMatchObject(newer);
    expect(await journal.mend([])).toMatchObject(newer);
    expect(await journal.rebase(new Writer().head, [])).toMatchObject(newer);
    expect(await journal.readChanges(0)).toMatchObject(newer);
    expect(await journal.readRows()).toMatchObject(newer);
    expect(await journal.setAside([{}])).toMatchObject(newer);
    expect(await journal.snapshot()).toMatchObject(newer);
    expect(await journal.check()).toMatchObject(newer);
    expect(await contentOf(folder)).toEqual(before);
  });

  test('a line of another shape is not taken for damage', async () => {
    const writer = new Writer();
    writer.write(2);
    const whole = await segmentOf(writer);
    const strange = seal({ seq: 3, digest: '000000000000', change: { seq: 3, dream: true } });
    await restart(Buffer.concat([whole, Buffer.from(`${strange}\n`)]));
    expect(await journalIn(folder).open()).toEqual({
      ok: false,
      reason: { kind: 'newer', system: `${FIRST}, line 4` },
    });
  });
});
