import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seal } from './checked-line.ts';
import { findLines } from './find-lines.ts';
import {
  accepted,
  byKey,
  journalIn,
  silenceLog,
  TIME,
  temporaryFolder,
  Writer,
} from './journal.testing.ts';
import {
  ENCODINGS,
  lacksNewlineOnly,
  numbersFrom,
  RESAVES,
  type Resaving,
  resave,
  resavings,
} from './resave.testing.ts';

/** By hand: more runs, from another seed. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 12);
const SEED = process.env.BENLE_SEED ? { seed: Number(process.env.BENLE_SEED) } : {};

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

/** Puts a file of this content in the place of the segment, and nothing beside it. */
async function restart(bytes: Uint8Array): Promise<void> {
  await place.remove();
  place = await temporaryFolder();
  folder = place.folder;
  await journalIn(folder).open();
  await writeFile(file(FIRST), bytes);
}

const setAside = async () =>
  (await readdir(file('set-aside')).catch(() => [])).filter((name) => name.startsWith('changes'));

/** All single changes and encodings, by name. */
const SINGLE: readonly (readonly [name: string, resaving: Resaving])[] = [
  ...RESAVES.map(({ name }) => [name, { steps: [name], encoding: 'UTF-8', seed: 7 }] as const),
  ...Object.keys(ENCODINGS)
    .slice(1)
    .map((encoding) => [encoding, { steps: ['CRLF'], encoding, seed: 7 }] as const),
];

describe('a segment that another program saved', () => {
  const writer = new Writer();
  writer.write(12);
  writer.change('a1', { id: 'a1', note: 'Vốn vay ưu đãi: “thế hệ mới” 😀 \u2028 \ufffd' });
  let whole: Buffer;

  beforeEach(async () => {
    await journalIn(folder).append(writer.changes);
    whole = await readFile(file(FIRST));
  });

  async function expectWhole(saved: Buffer): Promise<void> {
    await restart(saved);
    const journal = journalIn(folder);
    const opened = accepted(await journal.open());
    expect(opened.head).toEqual(writer.head);
    expect(accepted(await journal.readChanges(0))).toEqual(writer.changes);
    // In the app's own form before anything is appended.
    expect(await readFile(file(FIRST))).toEqual(whole);
    if (!lacksNewlineOnly(saved, whole)) {
      const kept = opened.damages[0]?.setAside ?? '';
      const told = { what: 'journal', setAside: kept, missing: [], isResaved: true };
      expect(opened.damages).toEqual([told]);
      expect(await readFile(file(kept))).toEqual(saved);
    }
    const again = journalIn(folder);
    expect(accepted(await again.open()).damages).toEqual([]);
    expect(accepted(await again.check())).toEqual([]);
    expect(byKey(accepted(await again.readRows()).rows)).toEqual(writer.sortedRows());
  }

  test.each(SINGLE)('with %s, is read whole, told, and put back', (_, resaving) =>
    expectWhole(resave(whole, resaving)),
  );

  test('by several programs after one another, is read whole, told, and put back', async () => {
    await fc.assert(
      fc.asyncProperty(resavings, (resaving) => expectWhole(resave(whole, resaving))),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('and damaged loses the damaged changes, and says so', async () => {
    const lines = whole.toString('utf8').trimEnd().split('\n');
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(resavings, some, async (resaving, lost) => {
        // What is neither first nor last.
        const damaged = lines.map((line, index) =>
          lost.includes(index) ? line.replace('"edit"', '"tide"') : line,
        );
        await restart(resave(Buffer.from(`${damaged.join('\n')}\n`), resaving));
        const journal = journalIn(folder);
        const { head, damages } = accepted(await journal.open());
        expect(head).toEqual(writer.head);
        expect(damages).toMatchObject([{ what: 'journal' }]);
        expect(damages[0]?.isResaved).toBeUndefined();
        const missing = damages[0]?.missing.flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(missing).toEqual([...lost].sort((a, b) => a - b));
        await journal.mend(writer.changes);
        expect(await readFile(file(FIRST))).toEqual(whole);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('and then damaged in any of its bytes loses one change at most, and is told', async () => {
    const flips = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(resavings, flips, async (resaving, [place, mask]) => {
        const saved = resave(whole, resaving);
        const at = place % saved.length;
        saved[at] = (saved[at] ?? 0) ^ mask;
        await restart(saved);
        const journal = journalIn(folder);
        accepted(await journal.open());
        const found = accepted(await journal.readChanges(0));
        expect(found.length).toBeGreaterThanOrEqual(writer.changes.length - 1);
        for (const change of found) expect(writer.changes).toContainEqual(change);
        // In what is there now, everything fits.
        const again = journalIn(folder);
        expect(accepted(await again.open()).damages).toEqual([]);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('and torn off anywhere loses the line that was torn off', async () => {
    await fc.assert(
      fc.asyncProperty(resavings, fc.nat(), async (resaving, cut) => {
        const saved = resave(whole, { ...resaving, steps: ['CRLF', ...resaving.steps] });
        const kept = saved.subarray(0, (saved.length >> 1) + (cut % (saved.length >> 1)));
        const rows = findLines(kept).lines.flatMap(({ payload }) => payload ?? []).length - 1;
        await restart(kept);
        const journal = journalIn(folder);
        const { head, damages } = accepted(await journal.open());
        expect(head?.seq).toBe(rows);
        expect(damages).toMatchObject([{ missing: [], isResaved: true }]);
        const rest = writer.changes.slice(rows);
        expect(accepted(await journal.append(rest))).toEqual(writer.head);
        expect(await readFile(file(FIRST))).toEqual(whole);
      }),
      { numRuns: Math.ceil(RUNS / 2), ...SEED },
    );
  });

  test.each([
    [
      'with a mark before the header',
      (bytes: Buffer) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
    ],
    [
      'with a blank line before it',
      (bytes: Buffer) => Buffer.concat([Buffer.from(' \r\n'), bytes]),
    ],
    [
      'with a stranger’s line before it',
      (bytes: Buffer) => Buffer.concat([Buffer.from('<<<<<<< HEAD\n'), bytes]),
    ],
    ['joined with itself', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
    [
      'sorted',
      (bytes: Buffer) =>
        Buffer.from(`${bytes.toString().trimEnd().split('\n').sort().join('\n')}\n`),
    ],
  ])('%s, is not called newer, and put back', async (_, change) => {
    await restart(change(whole));
    const journal = journalIn(folder);
    const { head, damages } = accepted(await journal.open());
    expect(head).toEqual(writer.head);
    expect(damages).toMatchObject([{ what: 'journal', missing: [] }]);
    expect(await readFile(file(FIRST))).toEqual(whole);
  });

  test('of a newer version stays what it is, and untouched', async () => {
    const header = `${seal({ format: 'ben-le-journal', version: 2, what: 'ever' })}\n`;
    for (const [, resaving] of SINGLE) {
      const saved = resave(Buffer.from(header), resaving);
      await restart(saved);
      expect(await journalIn(folder).open()).toMatchObject({ reason: { kind: 'newer' } });
      expect(await readFile(file(FIRST))).toEqual(saved);
    }
  });

  test('killed after any step of putting it back, the next start ends the same', async () => {
    const saved = resave(whole, { steps: ['CRLF'], encoding: 'UTF-16 LE', seed: 1 });
    await restart(saved);
    const [damage] = accepted(await journalIn(folder).open()).damages;
    const [kept = ''] = await setAside();
    // Before the original was set aside, while it was, and before the new file took its place.
    for (const leftover of ['.ben-le-1.tmp', `set-aside/${kept}`]) {
      await writeFile(file(FIRST), saved);
      await writeFile(file(leftover), saved);
      await writeFile(file('.ben-le-2.tmp'), whole.subarray(0, 100));
      const journal = journalIn(folder, { now: () => Date.parse('2027-01-01T00:00:00.000Z') });
      expect(accepted(await journal.open())).toEqual({ head: writer.head, damages: [damage] });
      expect(await readFile(file(FIRST))).toEqual(whole);
      expect(await setAside()).toEqual([kept]);
      expect((await readdir(folder)).sort()).toEqual([FIRST, 'owner', 'set-aside']);
    }
  });

  test('while the app runs, is put back, and told before more is saved', async () => {
    await restart(whole);
    const journal = journalIn(folder);
    accepted(await journal.open());
    const more = new Writer();
    for (const { key, after } of writer.changes) more.change(key, after);
    const fresh = more.write(2);
    for (const read of [() => journal.append([]), () => journal.readRows()]) {
      await writeFile(
        file(FIRST),
        resave(whole, { steps: ['CR'], encoding: 'UTF-16 BE', seed: 1 }),
      );
      expect(await read()).toMatchObject({ ok: true });
      expect(await readFile(file(FIRST))).toEqual(whole);
      // This has the window open the journal again.
      expect(await journal.append(fresh)).toMatchObject({ ok: false, reason: { kind: 'gap' } });
      expect(accepted(await journal.open()).damages).toMatchObject([{ isResaved: true }]);
    }
    await writeFile(file(FIRST), resave(whole, { steps: ['CRLF'], encoding: 'UTF-8', seed: 1 }));
    expect(await journal.append(fresh)).toMatchObject({ ok: false, reason: { kind: 'gap' } });
    expect(accepted(await journal.open()).damages).toMatchObject([{ isResaved: true }]);
    expect(accepted(await journal.append(fresh))).toEqual(more.head);
    expect((await readFile(file(FIRST))).subarray(0, whole.length)).toEqual(whole);
    expect(accepted(await journal.readRows()).head).toEqual(more.head);
  });
});

test('an older segment is found by a check, told once, and put back', async () => {
  const writer = new Writer();
  const journal = journalIn(folder);
  for (const count of [1000, 10]) await journal.append(writer.write(count));
  const whole = await readFile(file(FIRST));
  await writeFile(file(FIRST), resave(whole, { steps: ['CRLF'], encoding: 'UTF-16 LE', seed: 1 }));
  expect(accepted(await journal.check())).toMatchObject([{ what: 'journal', isResaved: true }]);
  expect(await readFile(file(FIRST))).toEqual(whole);
  expect(accepted(await journal.check())).toEqual([]);
});

test('that a segment is gone is told, though the one before it had been saved by another program', async () => {
  const writer = new Writer();
  const journal = journalIn(folder);
  for (const count of [1000, 1000, 10]) await journal.append(writer.write(count));
  const whole = await readFile(file(FIRST), 'utf8');
  await writeFile(file(FIRST), whole.replaceAll('\n', '\r\n'));
  expect(accepted(await journal.check())).toMatchObject([{ isResaved: true }]);
  await rm(file('changes-000000001001.jsonl'));
  expect(accepted(await journal.check())).toEqual([
    { what: 'journal', setAside: '', missing: [[1001, 2000]] },
  ]);
});

describe('a snapshot that another program saved', () => {
  async function withSnapshot() {
    const writer = new Writer();
    writer.write(20);
    const journal = journalIn(folder);
    await journal.open();
    // All that there is: without it, nothing is known.
    await journal.rebase(writer.head, writer.sortedRows());
    const [name = ''] = (await readdir(folder)).filter((each) => each.startsWith('snapshot'));
    return { writer, name, whole: await readFile(file(name)) };
  }

  test('is as good as one in the app’s form, told, and put back', async () => {
    const { writer, name, whole } = await withSnapshot();
    await fc.assert(
      fc.asyncProperty(resavings, async (resaving) => {
        const saved = resave(whole, resaving);
        await writeFile(file(name), saved);
        const journal = journalIn(folder);
        expect(accepted(await journal.open())).toEqual({ head: writer.head, damages: [] });
        const { head, rows } = accepted(await journal.readRows());
        expect(head).toEqual(writer.head);
        expect(byKey(rows)).toEqual(writer.sortedRows());
        if (!saved.equals(whole)) {
          const { damages } = accepted(await journal.open());
          expect(damages).toMatchObject([{ what: 'snapshot', missing: [], isResaved: true }]);
          expect(await readFile(file(damages[0]?.setAside ?? ''))).toEqual(saved);
        }
        expect(await readFile(file(name))).toEqual(whole);
        expect(accepted(await journal.check())).toEqual([]);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('behind more blank lines than a header takes, it is found all the same', async () => {
    const { writer, name, whole } = await withSnapshot();
    await writeFile(file(name), Buffer.concat([Buffer.alloc(100_000, '\n'), whole]));
    const journal = journalIn(folder, { now: () => TIME + 1_000 });
    expect(accepted(await journal.open())).toEqual({ head: writer.head, damages: [] });
    expect(accepted(await journal.check())).toMatchObject([{ isResaved: true }]);
    expect(await readFile(file(name))).toEqual(whole);
  });
});

describe('a large file', () => {
  const line = seal({ seq: 1, note: 'Đầu tư '.repeat(200) });

  test.each([
    ['of carriage returns alone', () => Buffer.alloc(8_000_000, '\r'), 0],
    ['of blank lines', () => Buffer.alloc(8_000_000, ' \n'), 0],
    ['of something else', () => Buffer.alloc(8_000_000, 'x\n'), 0],
    ['in UTF-16', () => Buffer.from(`${line}\r\n`.repeat(3_000), 'utf16le'), 3_000],
    ['with carriage returns', () => Buffer.from(`${line}\r`.repeat(3_000)), 3_000],
  ])('%s is read in proportion to its size', (_, make, count) => {
    const { lines } = findLines(make());
    expect(lines.filter(({ payload }) => payload !== undefined)).toHaveLength(count);
    expect(lines.length).toBeLessThanOrEqual(Math.max(1, count));
  });
});

test('a byte that UTF-16 lost or got costs one line', () => {
  const lines = Array.from({ length: 20 }, (_, seq) => seal({ seq, note: 'Đầu tư, vốn vay' }));
  const random = numbersFrom(11);
  for (const encode of Object.values(ENCODINGS).slice(1)) {
    for (let run = 0; run < 20; run += 1) {
      const saved = encode(`${lines.join('\n')}\n`);
      const at = random(saved.length);
      const rest = saved.subarray(at + random(2));
      const found = findLines(
        Buffer.concat([saved.subarray(0, at), Buffer.alloc(random(2) * 1, 1), rest]),
      );
      const whole = found.lines.filter(({ payload }) => payload !== undefined);
      expect(whole.length).toBeGreaterThanOrEqual(lines.length - 1);
    }
  }
});
