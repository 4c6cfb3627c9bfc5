import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { CHUNK } from '../../shared/journal.ts';
import { accepted, byKey, journalIn, temporaryFolder, Writer } from './journal.testing.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = place.folder;
});

afterEach(() => place.remove());

const file = (name: string) => join(folder, name);

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
    const read = [];
    for (let after = 0; ; ) {
      const some = accepted(await journal.readChanges(after));
      if (some.length === 0) break;
      expect(some.length).toBeLessThanOrEqual(CHUNK);
      read.push(...some);
      after = some.at(-1)?.seq ?? 0;
    }
    expect(read).toEqual(writer.changes);
    expect(accepted(await journalIn(folder).open()).head).toEqual(writer.head);
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
