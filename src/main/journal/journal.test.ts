import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { CHUNK, type JournaledChange } from '../../shared/journal.ts';
import { accepted, byKey, journalIn, temporaryFolder, Writer } from './journal.testing.ts';
import type { Journal } from './journal.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = place.folder;
});

afterEach(() => place.remove());

const file = (name: string) => join(folder, name);

/** All changes, as a window reads them. */
async function readOn(journal: Journal): Promise<JournaledChange[]> {
  const read: JournaledChange[] = [];
  for (;;) {
    const some = accepted(await journal.readChanges(read.at(-1)?.seq ?? 0));
    if (some.length === 0) return read;
    expect(some.length).toBeLessThanOrEqual(CHUNK);
    read.push(...some);
  }
}

describe('a journal', () => {
  test('is empty at first', async () => {
    const journal = journalIn(folder);
    expect(await journal.open()).toEqual({ ok: true, value: { head: null, damages: [] } });
    expect(await readdir(folder)).toEqual(['owner']);
    expect(accepted(await journal.readRows())).toEqual({ head: FIRST_HEAD, rows: [] });
    expect(accepted(await journal.readChanges(0))).toEqual([]);
    expect(await journal.snapshot()).toEqual({ ok: true, value: null });
    expect(await journal.check()).toEqual({ ok: true, value: [] });
  });

  test('has what was appended, in this run and the next', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    expect(accepted(await journal.append(writer.write(10)))).toEqual(writer.head);
    expect(accepted(await journal.append(writer.write(1)))).toEqual(writer.head);
    for (const either of [journal, journalIn(folder)]) {
      expect(accepted(await either.open())).toEqual({ head: writer.head, damages: [] });
      expect(accepted(await either.readChanges(0))).toEqual(writer.changes);
      expect(accepted(await either.readChanges(4))).toEqual(writer.changes.slice(4));
      const { head, rows } = accepted(await either.readRows());
      expect(head).toEqual(writer.head);
      expect(byKey(rows)).toEqual(writer.sortedRows());
    }
  });

  test('begins a new file after a thousand changes, and reads on across them', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    for (const count of [999, 2, 1000, 500]) await journal.append(writer.write(count));
    expect((await readdir(folder)).filter((name) => name.startsWith('changes'))).toEqual([
      'changes-000000000001.jsonl',
      'changes-000000001002.jsonl',
      'changes-000000002002.jsonl',
    ]);
    expect(await readOn(journal)).toEqual(writer.changes);
    expect(accepted(await journalIn(folder).open()).head).toEqual(writer.head);
  });

  test('begins a new file sooner where notes are long, and does not read them all at once', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    for (let count = 0; count < 16; count += 1) {
      const note = String(count % 10).repeat(600_000);
      accepted(await journal.append([writer.change('a', { id: 'a', note })]));
    }
    const names = (await readdir(folder)).filter((name) => name.startsWith('changes'));
    const sizes = await Promise.all(names.map(async (name) => (await stat(file(name))).size));
    expect(Math.max(...sizes)).toBeLessThan(10_000_000);
    expect(accepted(await journal.readChanges(0)).length).toBeLessThan(10);
    expect(await readOn(journal)).toEqual(writer.changes);
  });

  test('is lines of JSON that say what their description says', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(2));
    const text = await readFile(file('changes-000000000001.jsonl'), 'utf8');
    const [header, , second] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toEqual({
      sum: expect.stringMatching(/^[0-9a-f]{16}$/),
      format: 'ben-le-journal',
      version: 1,
      app: '0.2.0',
      time: '2026-11-22T04:00:00.000Z',
      after: FIRST_HEAD,
    });
    expect(Object.keys(second)).toEqual(['sum', 'seq', 'digest', 'change']);
    expect(second).toMatchObject({ ...writer.head, change: writer.changes[1] });
  });

  test('takes a snapshot', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(10));
    expect(await journal.snapshot()).toEqual({ ok: true, value: null });
    await journal.snapshot();
    expect((await readdir(folder)).filter((name) => name.startsWith('snapshot'))).toEqual([
      'snapshot-000000000010-20261122T040000000Z.jsonl',
    ]);
    await journal.append(writer.write(3));
    const { head, rows } = accepted(await journalIn(folder).readRows());
    expect(head).toEqual(writer.head);
    expect(byKey(rows)).toEqual(writer.sortedRows());
  });
});

describe('what is appended', () => {
  test('twice is there once', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(5));
    expect(accepted(await journal.append(writer.changes))).toEqual(writer.head);
    expect(accepted(await journal.append([...writer.changes, ...writer.write(2)]))).toEqual(
      writer.head,
    );
    expect(accepted(await journalIn(folder).readChanges(0))).toEqual(writer.changes);
  });

  test('must follow upon what is there, and upon itself', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(3));
    const [fourth, fifth, sixth] = writer.write(3);
    if (!fourth || !fifth || !sixth) throw new Error('no changes');
    for (const changes of [[fifth], [fourth, sixth], [fifth, fourth], [fourth, fourth]]) {
      expect(await journal.append(changes)).toMatchObject({ ok: false, reason: { kind: 'gap' } });
    }
    expect(accepted(await journal.open()).head?.seq).toBe(3);
  });

  test('may begin with any number where there is nothing', async () => {
    const writer = new Writer();
    writer.write(10);
    const journal = journalIn(folder);
    expect(accepted(await journal.append(writer.changes.slice(6))).seq).toBe(10);
    expect(await readdir(folder)).toContain('changes-000000000007.jsonl');
    expect(accepted(await journalIn(folder).readChanges(0))).toEqual(writer.changes.slice(6));
  });

  test('under a number that is taken by another change is refused', async () => {
    const journal = journalIn(folder);
    await journal.append(new Writer().write(3));
    const other = new Writer();
    other.change('z', { other: true });
    expect(await journal.append(other.changes)).toMatchObject({
      ok: false,
      reason: { kind: 'gap', system: 'another change 1' },
    });
  });

  test('at the same time is written one after the other', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    const answers = Array.from({ length: 20 }, () => journal.append(writer.write(3)));
    const heads = (await Promise.all(answers)).map((answer) => accepted(answer).seq);
    expect(heads).toEqual(Array.from({ length: 20 }, (_, index) => 3 * index + 3));
    expect(accepted(await journalIn(folder).open()).head).toEqual(writer.head);
  });
});

test('what is set aside is kept as lines of JSON, each time in a file of its own', async () => {
  const journal = journalIn(folder);
  const first = accepted(await journal.setAside([{ a: 'Đầu tư\n' }, { b: 1 }]));
  const second = accepted(await journal.setAside([]));
  expect(first).toBe('set-aside/rows-20261122T040000000Z.jsonl');
  expect(second).not.toBe(first);
  expect(await readFile(file(first), 'utf8')).toBe('{"a":"Đầu tư\\n"}\n{"b":1}\n');
});
