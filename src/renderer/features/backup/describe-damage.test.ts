import { describe, expect, test } from 'vitest';
import type { BackupFile, BackupRow } from '../../../shared/backup.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';
import { describeDamage } from './describe-damage.ts';

const row: BackupRow = { table: 'annotations', key: 'a', row: {} };

const file = (part: Partial<BackupFile> = {}): BackupFile => ({
  path: '/a.benle',
  header: { app: '1', time: '2026-01-01T00:00:00.000Z', counts: { annotations: 3, tags: 0 } },
  rows: [row, row, row],
  faults: [],
  ...part,
});

const said = (part: Partial<BackupFile>) => describeDamage(file(part)).sentences;

describe('of a backup', () => {
  test('that is whole nothing is said', () => {
    expect(describeDamage(file())).toEqual({ isDamaged: false, sentences: [] });
  });

  test('with damaged lines, which they are, what is missing, and that the rest is good', () => {
    const faults = [{ kind: 'line', line: 4 }, { kind: 'line', line: 9 }, { kind: 'sum' }] as const;
    expect(said({ rows: [row], faults })).toEqual([
      '2 entries cannot be read (lines 4 and 9 of the file).',
      'Missing: 2 of 3 annotations.',
      words.readableRest,
    ]);
  });

  test('with many damaged lines, the first few', () => {
    const faults = Array.from({ length: 8 }, (_, line) => ({ kind: 'line', line }) as const);
    expect(said({ faults })[0]).toContain('(lines 0, 1, 2, 3, 4 and 3 more of the file)');
  });

  test('that was cut short, that its end is missing', () => {
    expect(said({ rows: [row], faults: [{ kind: 'end' }] })).toEqual([
      words.damagedEnd,
      'Missing: 2 of 3 annotations.',
      words.readableRest,
    ]);
  });

  test('without its first line, that nobody knows what is missing', () => {
    const faults = [{ kind: 'header' }, { kind: 'sum' }] as const;
    expect(said({ header: null, faults })).toEqual([words.damagedHeader, words.readableRest]);
  });

  test('from which whole lines were taken, that it is not as it was written', () => {
    expect(said({ rows: [row, row], faults: [{ kind: 'sum' }] })).toEqual([
      words.damagedSum,
      'Missing: 1 of 3 annotations.',
      words.readableRest,
    ]);
  });

  test('of which nothing can be read, nothing good is said', () => {
    expect(said({ rows: [], faults: [{ kind: 'end' }] })).not.toContain(words.readableRest);
  });

  test('that another program saved in another form, that it did, and that nothing is missing', () => {
    expect(describeDamage(file({ faults: [{ kind: 'resaved' }] }))).toEqual({
      isDamaged: false,
      sentences: [words.resavedAndWhole],
    });
    expect(
      said({ rows: [row, row], faults: [{ kind: 'line', line: 4 }, { kind: 'resaved' }] }),
    ).toEqual([
      words.resaved,
      '1 entry cannot be read (line 4 of the file).',
      'Missing: 1 of 3 annotations.',
      words.readableRest,
    ]);
  });

  test('with entries of a later version, that they are left out; it is not damaged', () => {
    const faults = [
      { kind: 'unknown', line: 3, table: 'maps' },
      { kind: 'unknown', line: 4 },
      { kind: 'unknown', line: 7, table: 'maps' },
    ] as const;
    expect(describeDamage(file({ faults }))).toEqual({
      isDamaged: false,
      sentences: [
        '3 entries are of a kind that this version of Bên Lề does not know, and will be left out: 2 entries of “maps” and 1 other. A newer version can restore them.',
      ],
    });
  });
});
