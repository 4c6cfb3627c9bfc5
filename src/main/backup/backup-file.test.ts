import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seal } from '../journal/checked-line.ts';
import { ENCODINGS, resave, resavings } from '../journal/resave.testing.ts';
import { readBackup, writeBackup } from './backup-file.ts';

const ABOUT = { app: '1.2.3', time: '2026-11-22T04:30:00.000Z' };
const CONTENT = {
  head: { seq: 9, digest: '00000000000a' },
  rows: [
    { table: 'tags', key: 'tag-oda', row: { id: 'tag-oda', name: 'ODA' }, past: ['0123456789ab'] },
    { table: 'annotations', key: 'a', row: { id: 'a', note: 'Vốn vay “thế hệ mới”\nhai dòng' } },
    { table: 'settings', key: 'last-article', row: { key: 'last-article', value: 'x' } },
  ],
} as const satisfies Parameters<typeof writeBackup>[1];

/** More by hand. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 40);

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-backup-'));
  path = join(folder, 'a.benle');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** The backup with other bytes. */
async function damaged(change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeBackup(path, CONTENT, ABOUT);
  await writeFile(path, change(await readFile(path)));
}

describe('a backup', () => {
  test('is read as it was written', async () => {
    const counts = { annotations: 1, tags: 1, trash: 0, settings: 1 };
    expect(await writeBackup(path, CONTENT, ABOUT)).toMatchObject({
      ok: true,
      value: { kind: 'saved', path, counts },
    });
    expect(await readBackup(path)).toMatchObject({
      ok: true,
      value: { path, header: { ...ABOUT, counts }, rows: CONTENT.rows, faults: [] },
    });
    expect(await readdir(folder)).toEqual(['a.benle']);
  });

  test('that cannot be written leaves what was there', async () => {
    await writeFile(path, 'older');
    const below = join(path, 'b.benle');
    expect(await writeBackup(below, CONTENT, ABOUT)).toEqual({
      ok: false,
      reason: { kind: 'file', path: below, system: 'ENOTDIR' },
    });
    expect(await readFile(path, 'utf8')).toBe('older');
  });

  test('that does not read back as written is no backup, and the older one stays', async () => {
    await writeFile(path, 'older');
    // A table that this version does not know: it could be written, but not be read.
    const rows = [{ ...CONTENT.rows[0], table: 'unheard-of' as 'tags' }];
    expect(await writeBackup(path, { ...CONTENT, rows }, ABOUT)).toEqual({
      ok: false,
      reason: { kind: 'unverified', path },
    });
    expect(await readFile(path, 'utf8')).toBe('older');
    expect(await readdir(folder)).toEqual(['a.benle']);
  });
});

describe('from a damaged backup', () => {
  test('one flipped bit costs one row, and the damage is told', async () => {
    await damaged((bytes) => {
      const at = bytes.indexOf('Vốn vay');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    const read = await readBackup(path);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [CONTENT.rows[0], CONTENT.rows[2]],
        faults: [{ kind: 'line', line: 3 }, { kind: 'sum' }],
      },
    });
  });

  test('that breaks off, what came before is read', async () => {
    await damaged((bytes) => bytes.subarray(0, bytes.indexOf('"settings","key"')));
    const read = await readBackup(path);
    expect(read).toMatchObject({ ok: true, value: { rows: CONTENT.rows.slice(0, 2) } });
    expect(read.ok && read.value.faults.at(-1)).toEqual({ kind: 'end' });
  });

  test('without its first line, the rows are read', async () => {
    await damaged((bytes) => bytes.subarray(bytes.indexOf('\n') + 1));
    const read = await readBackup(path);
    expect(read).toMatchObject({ ok: true, value: { header: null, rows: CONTENT.rows } });
  });
});

describe('a backup that another program saved in another form', () => {
  test('is read whole, and that is told', async () => {
    await writeBackup(path, CONTENT, ABOUT);
    const whole = await readFile(path);
    const expected = await readBackup(path);
    if (!expected.ok) throw new Error(expected.reason.detail);
    await fc.assert(
      fc.asyncProperty(resavings, async (resaving) => {
        const saved = resave(whole, resaving);
        await writeFile(path, saved);
        const faults = saved.equals(whole) ? [] : [{ kind: 'resaved' }];
        expect(await readBackup(path)).toEqual({ ok: true, value: { ...expected.value, faults } });
      }),
      { numRuns: RUNS },
    );
  });

  test('and damaged loses the damaged row, and says so', async () => {
    await writeBackup(path, CONTENT, ABOUT);
    const damage = (await readFile(path, 'utf8')).replace('Vốn vay', 'Vốn cho');
    await fc.assert(
      fc.asyncProperty(resavings, async (resaving) => {
        await writeFile(path, resave(Buffer.from(damage), resaving));
        const read = await readBackup(path);
        if (!read.ok) throw new Error(read.reason.detail);
        expect(read.value.rows).toEqual([CONTENT.rows[0], CONTENT.rows[2]]);
        expect(read.value.faults).toContainEqual({ kind: 'line', line: 3 });
        expect(read.value.faults).toContainEqual({ kind: 'sum' });
      }),
      { numRuns: RUNS },
    );
  });

  test('is refused as newer where a newer app wrote it, and as another’s where another did', async () => {
    for (const [encoding, encode] of Object.entries(ENCODINGS)) {
      for (const [format, version, kind] of [
        ['ben-le-backup', 2, 'newer'],
        ['theirs', 1, 'not-a-backup'],
      ] as const) {
        await writeFile(path, encode(`\ufeff${seal({ format, version })}\r\n`));
        expect([encoding, await readBackup(path)]).toMatchObject([encoding, { reason: { kind } }]);
      }
    }
  });
});

describe('nothing is taken', () => {
  test.each([
    ['a text', 'not-a-backup', '', 'Đầu tư\n'],
    ['nothing', 'not-a-backup', '', ''],
    ['another program’s', 'not-a-backup', 'theirs', `${seal({ format: 'theirs', version: 1 })}\n`],
    ['a newer app’s', 'newer', '2', `${seal({ format: 'ben-le-backup', version: 2 })}\n`],
  ])('from a file that holds %s', async (_, kind, detail, text) => {
    await writeFile(path, text);
    expect(await readBackup(path)).toEqual({ ok: false, reason: { kind, path, detail } });
  });

  test('from what is not there, or is a folder', async () => {
    const reason = { kind: 'file', path, detail: 'ENOENT' };
    expect(await readBackup(path)).toEqual({ ok: false, reason });
    expect(await readBackup(folder)).toMatchObject({ ok: false, reason: { detail: 'EISDIR' } });
  });

  test('from a file that is too large', async () => {
    await writeFile(path, '');
    await truncate(path, 200_000_001);
    expect(await readBackup(path)).toEqual({
      ok: false,
      reason: { kind: 'too-large', path, detail: '200000001' },
    });
  });
});
