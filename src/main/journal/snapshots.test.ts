import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
import { readRowsFile, writeRowsFile } from './rows-file.ts';
import { SNAPSHOT_EVERY_MS } from './snapshot-timer.ts';
import { takeSnapshot, thinSnapshots } from './snapshots.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = place.folder;
  silenceLog();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  return place.remove();
});

const snapshots = async () =>
  (await readdir(folder)).filter((name) => name.startsWith('snapshot')).sort();

describe('a snapshot', () => {
  test('is a file of all rows', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(30));
    const at = { folder, app: '0.2.0', now: () => TIME };
    expect(await takeSnapshot(at, writer.head)).toEqual({ ok: true, value: [] });
    const [name = ''] = await snapshots();
    const { header, rows, faults } = accepted(await readRowsFile(join(folder, name)));
    expect(header).toMatchObject({ app: '0.2.0', head: writer.head });
    expect(byKey(rows)).toEqual(writer.sortedRows());
    expect(faults).toEqual([]);
  });

  test('of an earlier change holds nothing of the later ones', async () => {
    const writer = new Writer();
    writer.write(5);
    const { head } = writer;
    const rows = writer.sortedRows();
    writer.write(20);
    await journalIn(folder).append(writer.changes);
    accepted(await takeSnapshot({ folder, app: '', now: () => TIME }, head));
    const [name = ''] = await snapshots();
    expect(byKey(accepted(await readRowsFile(join(folder, name))).rows)).toEqual(rows);
  });

  test.each<[string, typeof writeRowsFile]>([
    [
      'cut short',
      async (path, content) => {
        await writeRowsFile(path, content);
        await writeFile(path, (await readFile(path)).subarray(0, -20));
      },
    ],
    [
      'with one row missing',
      (path, content) => writeRowsFile(path, { ...content, rows: content.rows.slice(1) }),
    ],
    [
      'with another head',
      (path, content) => writeRowsFile(path, { ...content, head: { ...content.head, seq: 9 } }),
    ],
    ['of nothing at all', (path) => writeFile(path, '')],
  ])('that comes out %s does not count', async (_, write) => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(30));
    const taken = await takeSnapshot({ folder, app: '', now: () => TIME }, writer.head, write);
    expect(taken).toMatchObject({ ok: false, reason: { kind: 'disk' } });
    expect(await snapshots()).toEqual([]);
  });

  test('is not taken of rows that do not add up', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(30));
    const head = { seq: 30, digest: '0123456789ab' };
    expect(await takeSnapshot({ folder, app: '', now: () => TIME }, head)).toMatchObject({
      ok: false,
      reason: { kind: 'gap' },
    });
    expect(await snapshots()).toEqual([]);
  });
});

describe('snapshots', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

  /** Lets the time for a snapshot come, and the snapshot be done. */
  async function passTime(journal: ReturnType<typeof journalIn>): Promise<void> {
    vi.advanceTimersByTime(SNAPSHOT_EVERY_MS);
    await journal.snapshot();
  }

  test('follow a change within five minutes, and none follows where none was', async () => {
    const kinds: string[] = [];
    const journal = journalIn(folder, {
      runJob: (job) => {
        kinds.push(job.kind);
        return runHere(job);
      },
    });
    await journal.open();
    expect(vi.getTimerCount()).toBe(0);
    const writer = new Writer();
    for (let n = 0; n < 10; n += 1) await journal.append(writer.write(1));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(SNAPSHOT_EVERY_MS - 1);
    expect(kinds).toEqual([]);
    await passTime(journal);
    expect(kinds).toEqual(['snapshot']);
    expect(await snapshots()).toEqual(['snapshot-000000000010-20261122T040000000Z.jsonl']);
    expect(vi.getTimerCount()).toBe(0);
    await passTime(journal);
    await journal.append([]);
    await journal.append(writer.changes);
    await passTime(journal);
    expect(kinds).toEqual(['snapshot']);
    await journal.append(writer.write(1));
    await passTime(journal);
    expect(kinds).toEqual(['snapshot', 'snapshot']);
  });

  test('are owed for what the run before wrote', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(3));
    vi.clearAllTimers();
    const journal = journalIn(folder);
    await journal.open();
    expect(vi.getTimerCount()).toBe(1);
    await passTime(journal);
    expect(await snapshots()).toHaveLength(1);
    const next = journalIn(folder);
    await next.open();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that fail are tried again after the next change', async () => {
    let fails = true;
    const journal = journalIn(folder, {
      runJob: (job) => (fails ? Promise.reject(new Error('a bug')) : runHere(job)),
    });
    const writer = new Writer();
    await journal.append(writer.write(1));
    vi.advanceTimersByTime(SNAPSHOT_EVERY_MS);
    await expect(journal.snapshot()).rejects.toThrow('a bug');
    fails = false;
    await journal.append(writer.write(1));
    await passTime(journal);
    expect(await snapshots()).toEqual(['snapshot-000000000002-20261122T040000000Z.jsonl']);
  });

  test('do not hold up what is appended meanwhile', async () => {
    let finish = () => undefined as undefined;
    const held = new Promise<void>((resolve) => {
      finish = () => void resolve();
    });
    const journal = journalIn(folder, {
      runJob: async (job) => {
        await held;
        return runHere(job);
      },
    });
    const writer = new Writer();
    await journal.append(writer.write(5));
    const taken = journal.snapshot();
    // The snapshot has begun when something asked after it is answered.
    await journal.readChanges(0);
    expect(accepted(await journal.append(writer.write(5)))).toEqual(writer.head);
    finish();
    accepted(await taken);
    expect(await snapshots()).toEqual(['snapshot-000000000005-20261122T040000000Z.jsonl']);
    await journal.snapshot();
    expect(await snapshots()).toHaveLength(2);
  });

  test('are thinned as they age, and the newest stays though the clock was set back', async () => {
    const DAY = 24 * 60 * 60 * 1_000;
    let now = TIME;
    const journal = journalIn(folder, { now: () => now });
    const writer = new Writer();
    for (let n = 0; n < 60; n += 1) {
      await journal.append(writer.write(1));
      await journal.snapshot();
      now += DAY / 4;
    }
    const names = await snapshots();
    expect(names.length).toBeLessThan(25);
    expect(names.at(-1)).toContain('snapshot-000000000060');
    now = TIME - 400 * DAY;
    await journal.append(writer.write(1));
    await journal.snapshot();
    now = TIME + DAY;
    await thinSnapshots({ folder, app: '', now: () => now });
    expect((await snapshots()).at(-1)).toContain('snapshot-000000000061');
    expect(accepted(await journalIn(folder).readRows()).head).toEqual(writer.head);
  });
});
