import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seal } from './checked-line.ts';
import {
  accepted,
  byKey,
  journalIn,
  silenceLog,
  temporaryFolder,
  Writer,
} from './journal.testing.ts';
import { type Disk, realDisk } from './segment-file.ts';

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
const isWindows = process.platform === 'win32';
const refusedWith = (kind: string, system?: string) => ({
  ok: false,
  reason: { kind, ...(system === undefined ? {} : { system }) },
});

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** A disk that can be told to fail. */
class FailingDisk implements Disk {
  /** How many bytes it has room for; then it is full. */
  room = Number.POSITIVE_INFINITY;
  failsToSync = false;
  failsToTruncate = false;

  async write(...[to, bytes, position]: Parameters<Disk['write']>): Promise<number> {
    if (this.room === 0) throw systemError('ENOSPC');
    const taken = Math.min(this.room, bytes.length);
    this.room -= taken;
    return realDisk.write(to, bytes.subarray(0, taken), position);
  }

  async sync(of: Parameters<Disk['sync']>[0]): Promise<void> {
    if (this.failsToSync) throw systemError('EIO');
    await realDisk.sync(of);
  }

  async truncate(...[of, size]: Parameters<Disk['truncate']>): Promise<void> {
    if (this.failsToTruncate) throw systemError('EIO');
    await realDisk.truncate(of, size);
  }
}

describe('a disk that is full', () => {
  test.each([0, 1, 100, 700])(
    'with room for %i bytes takes nothing, and goes on later',
    async (room) => {
      const writer = new Writer();
      const disk = new FailingDisk();
      const journal = journalIn(folder, { disk });
      await journal.append(writer.write(3));
      const before = await readFile(file(FIRST));
      const more = writer.write(5);
      disk.room = room;
      expect(await journal.append(more)).toEqual(refusedWith('disk', 'ENOSPC'));
      expect(await readFile(file(FIRST))).toEqual(before);
      expect(accepted(await journal.open()).head?.seq).toBe(3);
      disk.room = Number.POSITIVE_INFINITY;
      expect(accepted(await journal.append(more))).toEqual(writer.head);
      expect(accepted(await journalIn(folder).readChanges(0))).toEqual(writer.changes);
    },
  );

  test('and does not even let the file be cut back: it is, before anything else', async () => {
    const writer = new Writer();
    const disk = new FailingDisk();
    const journal = journalIn(folder, { disk });
    await journal.append(writer.write(3));
    const [next, ...others] = writer.write(5);
    if (!next) throw new Error('no change');
    disk.room = Buffer.byteLength(seal({ seq: 4, digest: writer.head.digest, change: next })) + 10;
    disk.failsToTruncate = true;
    expect(await journal.append([next, ...others])).toEqual(refusedWith('disk', 'ENOSPC'));
    disk.room = Number.POSITIVE_INFINITY;
    expect(await journal.readChanges(0)).toEqual(refusedWith('disk', 'EIO'));
    expect(await journal.append([next])).toEqual(refusedWith('disk', 'EIO'));
    disk.failsToTruncate = false;
    expect(accepted(await journal.readChanges(0))).toEqual(writer.changes.slice(0, 3));
    expect(accepted(await journal.append([next, ...others]))).toEqual(writer.head);
    expect(accepted(await journalIn(folder).open())).toEqual({ head: writer.head, damages: [] });
  });

  test('can be read: opening takes no more room', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(3));
    const whole = await readFile(file(FIRST));
    await writeFile(file(FIRST), Buffer.concat([whole, Buffer.from('{"sum":"torn')]));
    // No new file can be made in the place of one that is full: here, in the place of the folder for it.
    await writeFile(file('set-aside'), '');
    const { ino } = await stat(file('owner'));
    const journal = journalIn(folder);
    expect(accepted(await journal.open())).toEqual({ head: writer.head, damages: [] });
    expect(await readFile(file(FIRST))).toEqual(whole);
    expect((await stat(file('owner'))).ino).toBe(ino);
    expect(accepted(await journal.append(writer.write(1)))).toEqual(writer.head);
  });

  /** A limit on the size of files stands in for a disk that fills up, and is lifted while the app runs. */
  test.skipIf(process.platform !== 'linux')('in earnest: the write comes out short', async () => {
    const script = `
      process.on('SIGXFSZ', () => undefined);
      const { execFileSync } = await import('node:child_process');
      const { Journal } = await import(${JSON.stringify(join(import.meta.dirname, 'journal.ts'))});
      const journal = new Journal({ folder: ${JSON.stringify(folder)}, app: '1', runJob: undefined });
      const change = (seq, text) => ({ seq, batch: 'b', kind: 'edit', time: '2026-11-22T04:00:00.000Z',
        table: 'settings', key: 'k' + seq, before: null, after: { key: 'k' + seq, value: text } });
      const tell = (result) => console.log(JSON.stringify(result.ok ? result.value.seq : result.reason));
      tell(await journal.append([change(1, 'x')]));
      tell(await journal.append([change(2, 'x'.repeat(100_000))]));
      execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited:unlimited']);
      tell(await journal.append([change(2, 'x'.repeat(100_000))]));`;
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -S -f 16; exec "$0" --input-type=module -e "$1"',
      process.execPath,
      script,
    ]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([1, { kind: 'disk', system: 'EFBIG' }, 2]);
    const { head, damages } = accepted(await journalIn(folder).open());
    expect(head?.seq).toBe(2);
    expect(damages).toEqual([]);
  });
});

describe('a disk that fails to sync', () => {
  test('is not believed again: what comes next goes to a new file', async () => {
    const writer = new Writer();
    const disk = new FailingDisk();
    const journal = journalIn(folder, { disk });
    await journal.append(writer.write(3));
    const before = await readFile(file(FIRST));
    const more = writer.write(2);
    disk.failsToSync = true;
    expect(await journal.append(more)).toEqual(refusedWith('disk', 'EIO'));
    // Looking at the file does not make it any better.
    expect(accepted(await journal.readChanges(0))).toHaveLength(3);
    disk.failsToSync = false;
    expect(accepted(await journal.append(more))).toEqual(writer.head);
    expect(await readFile(file(FIRST))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual([FIRST, 'changes-000000000004.jsonl', 'owner']);
    const again = journalIn(folder);
    expect(accepted(await again.open())).toEqual({ head: writer.head, damages: [] });
    expect(accepted(await again.readChanges(0))).toEqual(writer.changes);
    expect(accepted(await again.check())).toEqual([]);
  });

  test('nor is a file of which nothing was ever synced', async () => {
    const writer = new Writer();
    const disk = new FailingDisk();
    const journal = journalIn(folder, { disk });
    await journal.open();
    await journal.rebase(writer.head, []);
    disk.failsToSync = true;
    const more = writer.write(2);
    expect(await journal.append(more)).toEqual(refusedWith('disk', 'EIO'));
    disk.failsToSync = false;
    expect(accepted(await journal.append(more))).toEqual(writer.head);
    expect(accepted(await journalIn(folder).open())).toEqual({ head: writer.head, damages: [] });
    expect(await readdir(file('set-aside'))).toHaveLength(1);
  });
});

describe('a journal that cannot be opened', () => {
  test('says why, and opens as soon as it can be', async () => {
    await writeFile(folder, 'a file in the place of the folder');
    const journal = journalIn(folder);
    const refused = refusedWith('disk', isWindows ? 'ENOENT' : 'ENOTDIR');
    expect(await journal.open()).toEqual(refused);
    const writer = new Writer();
    expect(await journal.append(writer.write(1))).toEqual(refused);
    await rm(folder);
    expect(accepted(await journal.append(writer.changes))).toEqual(writer.head);
  });

  test.skipIf(isWindows)('since a folder stands where its file should be', async () => {
    await mkdir(file(FIRST), { recursive: true });
    expect(await journalIn(folder).open()).toEqual(refusedWith('disk', 'EISDIR'));
  });

  test('does not mind a folder in the place of a snapshot', async () => {
    const writer = new Writer();
    await journalIn(folder).append(writer.write(3));
    await mkdir(file('snapshot-000000000003-20261122T040000000Z.jsonl'));
    const journal = journalIn(folder);
    const { head, damages } = accepted(await journal.open());
    expect(head).toEqual(writer.head);
    expect(damages).toMatchObject([{ what: 'snapshot' }]);
    expect((await stat(file(damages[0]?.setAside ?? ''))).isDirectory()).toBe(true);
  });

  test('takes away what a write left behind that was cut short with its process', async () => {
    await mkdir(folder);
    await writeFile(file('.ben-le-0a1b.tmp'), 'half of a snapsh');
    await journalIn(folder).open();
    expect(await readdir(folder)).toEqual(['owner']);
  });
});

describe('two copies of the app on one journal', () => {
  test('the one that opened last writes; the other says so, and writes nothing', async () => {
    const writer = new Writer();
    const first = journalIn(folder);
    await first.append(writer.write(3));
    const second = journalIn(folder);
    await second.open();
    const more = writer.write(2);
    const taken = refusedWith('taken', 'another copy of the app');
    expect(await first.append(more)).toEqual(taken);
    expect(await first.mend(more)).toEqual(taken);
    expect(await first.rebase(writer.head, writer.sortedRows())).toEqual(taken);
    expect(await first.snapshot()).toEqual(taken);
    expect(await first.setAside([{}])).toEqual(taken);
    expect((await readdir(folder)).sort()).toEqual([FIRST, 'owner']);
    expect(accepted(await second.append(more))).toEqual(writer.head);
    expect(accepted(await second.readChanges(0))).toEqual(writer.changes);
    // Who opens again is the last to have opened.
    expect(accepted(await first.open()).head).toEqual(writer.head);
    expect(await second.append(more)).toEqual(taken);
  });

  test('a file that grew or shrank is not written to either', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(3));
    const more = writer.write(1);
    const text = await readFile(file(FIRST), 'utf8');
    for (const other of [`${text}x`, text.slice(0, -1)]) {
      await writeFile(file(FIRST), other);
      expect(await journal.append(more)).toMatchObject(refusedWith('taken'));
      expect(await readFile(file(FIRST), 'utf8')).toBe(other);
    }
  });
});

describe('files that go away while the app runs', () => {
  test.each<[string, () => Promise<void>]>([
    ['the folder', () => rm(folder, { recursive: true })],
    ['the folder, moved', () => rename(folder, join(place.base, 'elsewhere'))],
    ['the file', () => rm(file(FIRST))],
  ])('%s: the window has to say what is the truth', async (_, remove) => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(3));
    await remove();
    const more = writer.write(2);
    const gap = refusedWith('gap');
    expect(await journal.append(more)).toMatchObject(gap);
    // Into the journal that is empty now, the changes would fit, and be wrong.
    expect(await journal.append(more)).toMatchObject(gap);
    expect(await journal.mend(more)).toMatchObject(gap);
    expect(await journal.rebase(writer.head, writer.sortedRows())).toEqual({
      ok: true,
      value: null,
    });
    expect(accepted(await journal.append(writer.write(1)))).toEqual(writer.head);
    const { head, rows } = accepted(await journalIn(folder).readRows());
    expect(head).toEqual(writer.head);
    expect(byKey(rows)).toEqual(writer.sortedRows());
  });

  test('an owner that makes no sense is nobody', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(3));
    await writeFile(file('owner'), 'x'.repeat(100));
    const more = writer.write(2);
    expect(await journal.append(more)).toMatchObject(refusedWith('taken'));
    expect(accepted(await journal.open()).head?.seq).toBe(3);
    expect(accepted(await journal.append(more))).toEqual(writer.head);
  });

  test('the owner alone: nothing is lost, and nothing is said', async () => {
    const writer = new Writer();
    const journal = journalIn(folder);
    await journal.append(writer.write(3));
    await rm(file('owner'));
    expect(accepted(await journal.append(writer.write(2)))).toEqual(writer.head);
  });
});
