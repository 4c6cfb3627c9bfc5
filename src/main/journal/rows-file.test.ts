import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seal } from './checked-line.ts';
import {
  countByTable,
  type FileRow,
  parseRowsFile,
  type RowsFileContent,
  readRowsFile,
  rowsFilePieces,
  writeRowsFile,
} from './rows-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-rows-'));
});

afterEach(() => rm(folder, { recursive: true }));

const content = (rows: readonly FileRow[]): RowsFileContent => ({
  app: '0.2.0',
  time: '2026-11-22T04:00:00.000Z',
  head: { seq: rows.length, digest: '0123456789ab' },
  rows,
});

const note = (key: string, text = 'Đầu tư'): FileRow => ({
  table: 'annotations',
  key,
  row: { id: key, note: text },
});

const bytesOf = (rows: readonly FileRow[]) => Buffer.concat([...rowsFilePieces(content(rows))]);

const fileRows = fc.array(
  fc.record(
    {
      table: fc.constantFrom('annotations' as const, 'tags' as const, 'settings' as const),
      key: fc.string({ minLength: 1, maxLength: 20 }),
      row: fc.dictionary(
        fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
        fc.jsonValue(),
      ),
      past: fc.array(fc.constantFrom('0123456789ab', 'ffffffffffff')),
    },
    { requiredKeys: ['table', 'key', 'row'] },
  ),
  { maxLength: 20 },
);

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe('a whole file', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(fileRows, (rows) => {
        const read = parseRowsFile(bytesOf(rows));
        const { app, time, head } = content(rows);
        expect(read).toEqual({
          ok: true,
          value: {
            header: {
              format: 'ben-le-backup',
              version: 1,
              app,
              time,
              head,
              counts: countByTable(rows),
            },
            rows: asJson(rows),
            faults: [],
          },
        });
      }),
    );
  });

  test('is written in pieces, whole, and alone', async () => {
    const path = join(folder, 'a.jsonl');
    const rows = Array.from({ length: 2_000 }, (_, index) => note(`n${index}`, 'x'.repeat(500)));
    await writeRowsFile(path, content(rows));
    expect(await readdir(folder)).toEqual(['a.jsonl']);
    const read = await readRowsFile(path);
    expect(read.ok && read.value.rows).toEqual(rows);
    expect(read.ok && read.value.faults).toEqual([]);
  });

  test('is what the example of its description is, sums included', async () => {
    const path = new URL('../../../docs/formats/backup.md', import.meta.url);
    const page = await readFile(path, 'utf8');
    const example = Buffer.from(/```json\n([^`]+)```/.exec(page)?.[1] ?? '');
    const rows = [note('a', 'Vốn vay')];
    const read = parseRowsFile(example);
    expect(read).toMatchObject({ ok: true, value: { header: { app: '0.2.0' }, rows, faults: [] } });
    // As another programmer would, without anything of ours.
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const lines = example.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const rest = Buffer.from(line).subarray(26);
      expect(sha256(rest).slice(0, 16)).toBe(JSON.parse(line).sum);
    }
    const before = Buffer.from(`${lines[0]}\n${lines[1]}\n`);
    expect(sha256(before)).toBe(JSON.parse(lines[2] ?? '').sha256);
    const printed = /printf '%s' '(.+)' \| sha256sum\n# ([0-9a-f]{16}) ([0-9a-f]{48}) /.exec(page);
    expect(sha256(Buffer.from(printed?.[1] ?? ''))).toBe(`${printed?.[2]}${printed?.[3]}`);
    expect(lines[1]).toContain(printed?.[1]);
  });

  test('is what its description says', () => {
    const [header, row, end] = bytesOf([{ ...note('a'), past: ['0123456789ab'] }])
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(header)[0]).toBe('sum');
    expect(header).toMatchObject({ format: 'ben-le-backup', version: 1, counts: { tags: 0 } });
    expect(row).toEqual({
      sum: expect.stringMatching(/^[0-9a-f]{16}$/),
      ...note('a'),
      past: ['0123456789ab'],
    });
    expect(end).toMatchObject({ end: true, lines: 2 });
  });
});

describe('a damaged file', () => {
  test('one flipped bit anywhere is noticed, and costs one row at most', () => {
    const rows = ['a', 'b', 'c', 'd'].map((key) => note(key));
    const whole = bytesOf(rows);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const read = parseRowsFile(bytes);
        if (!read.ok) throw new Error('refused');
        expect(read.value.faults).not.toEqual([]);
        expect(read.value.rows.length).toBeGreaterThanOrEqual(rows.length - 1);
        for (const row of read.value.rows) expect(rows).toContainEqual(row);
      }),
      { numRuns: 1_000 },
    );
  });

  test('cut off anywhere, it is noticed, and no whole row is lost', () => {
    const rows = ['a', 'b', 'c'].map((key) => note(key));
    const whole = bytesOf(rows);
    const starts = whole.toString('latin1').split('\n');
    for (let length = 0; length < whole.length; length += 1) {
      const read = parseRowsFile(whole.subarray(0, length));
      if (!read.ok) {
        // Not even the header is there.
        expect(length).toBeLessThan((starts[0] ?? '').length);
        continue;
      }
      expect(read.value.faults).not.toEqual([]);
      let end = -1;
      const complete = starts.slice(1, 4).filter((line, index) => {
        if (index === 0) end = (starts[0] ?? '').length;
        end += 1 + line.length;
        return end <= length;
      });
      expect(read.value.rows).toEqual(rows.slice(0, complete.length));
    }
  });

  test('says which line is damaged', () => {
    const bytes = Buffer.from(bytesOf([note('a'), note('b')]));
    const at = bytes.indexOf('"key":"b"');
    bytes.write('x', at + 7);
    const read = parseRowsFile(bytes);
    expect(read.ok && read.value.faults).toEqual([{ kind: 'line', line: 3 }, { kind: 'sum' }]);
  });

  test.each(['\u001a', '\0\0\0\0', 'x', '<<<<<<< HEAD\n'])(
    'with %j behind its end is not said to be cut short',
    (garbage) => {
      const bytes = Buffer.concat([bytesOf([note('a')]), Buffer.from(garbage)]);
      const faults = [{ kind: 'line', line: 4 }, { kind: 'sum' }];
      expect(parseRowsFile(bytes)).toMatchObject({ value: { rows: [note('a')], faults } });
    },
  );

  test('two files one after the other are not one', () => {
    const read = parseRowsFile(Buffer.concat([bytesOf([note('a')]), bytesOf([note('b')])]));
    expect(read.ok && read.value.faults).toContainEqual({ kind: 'sum' });
  });

  test('a row that this version does not understand is told from a damaged one', () => {
    const lines = bytesOf([note('a')])
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const strange = seal({ table: 'dreams', key: 'x', row: {} });
    const read = parseRowsFile(Buffer.from([lines[0], lines[1], strange, lines[2], ''].join('\n')));
    expect(read.ok && read.value.rows).toEqual([note('a')]);
    expect(read.ok && read.value.faults).toMatchObject([
      { kind: 'unknown', line: 3 },
      { kind: 'sum' },
    ]);
  });
});

describe('a file that is not for this app', () => {
  const header = { format: 'ben-le-backup', version: 1, app: '9', time: '', head: {}, counts: {} };

  test.each([
    ['empty', '', { kind: 'format', detail: '' }],
    ['text', 'Kính gửi\n', { kind: 'format', detail: '' }],
    ['JSON', '{"a":1}\n', { kind: 'format', detail: '' }],
    [
      'another format',
      `${seal({ ...header, format: 'ben-le-journal' })}\n`,
      { kind: 'format', detail: 'ben-le-journal' },
    ],
    [
      'a newer version',
      `${seal({ ...header, version: 2, more: [] })}\n`,
      { kind: 'newer', detail: '2' },
    ],
  ])('is refused: %s', async (_, text, reason) => {
    const path = join(folder, 'a.jsonl');
    await writeFile(path, text);
    expect(await readRowsFile(path)).toEqual({ ok: false, reason });
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
