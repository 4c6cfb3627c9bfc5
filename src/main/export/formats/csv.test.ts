import { expect, test } from 'vitest';
import { aPassage } from '../../../domain/brief/brief.testing.ts';
import type { BriefPassage } from '../../../domain/brief/brief.ts';
import { MOST_OF_A_CELL, withFormulas } from '../../../domain/brief/cell-text.ts';
import { evidenceWordsEn } from '../../../shared/texts/evidence.en.ts';
import { writeCsv } from './csv.ts';
import { inputOf, written } from './written.testing.ts';

/** A reader by the grammar of RFC 4180, which is stricter than any program. */
function readCsv(file: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < file.length) {
    const found = cell.exec(file);
    if (!found) throw new Error('not a file of RFC 4180');
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

async function rowsOf(...passages: Partial<BriefPassage>[]): Promise<string[][]> {
  const input = inputOf(
    passages.map((rest, index) => aPassage({ annotationId: `a${index}`, ...rest })),
  );
  const file = (await written(writeCsv, input)).toString();
  return readCsv(file.replace(/^\uFEFF/, ''));
}

test('the file begins with the mark that tells Excel of UTF-8, and has one row a passage', async () => {
  const done: number[] = [];
  const input = inputOf([aPassage({}), aPassage({ annotationId: 'a2' })], (count) => {
    done.push(count);
  });
  const file = await written(writeCsv, input);
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(readCsv(file.toString().slice(1))).toHaveLength(3);
  expect(done).toEqual([1, 1]);
});

test('a row says what there is to say', async () => {
  const [headings, row] = await rowsOf({
    quote: 'Hai nước ký kết “3 công hàm”, "ODA"\nvà lao động 🇻🇳',
    translation: { text: 'The two countries…', checked: false },
    note: 'Đầu tư, xem ¶ 3',
    tagNames: ['ODA', 'Lao động'],
  });
  expect(headings).toEqual(Object.values(evidenceWordsEn.headings));
  expect(row).toEqual([
    'Hai nước ký kết “3 công hàm”, "ODA"\nvà lao động 🇻🇳',
    'The two countries…',
    'no',
    'ODA; Lao động',
    'Đầu tư, xem ¶ 3',
    'Tin vắn',
    '2023-12-18',
    'printed',
    '40',
    'yes',
    'benle://annotation/a0',
    '2026-11-22T08:00:00.000Z',
    '2026-11-22T08:00:00.000Z',
    'ab12',
    'a0',
  ]);
});

test('no cell is a formula, whichever it is', async () => {
  const attack = "\u200B=cmd|' /C calc'!A0\n@x";
  const [, row] = await rowsOf({
    quote: attack,
    note: attack,
    translation: { text: attack, checked: true },
    tagNames: [attack, attack],
    article: { id: attack, title: attack, date: attack, dateBasis: 'printed' },
    annotationId: attack,
  });
  const attacked = row?.filter((cell) => cell.includes('calc')) ?? [];
  expect(attacked).toHaveLength(8);
  for (const cell of attacked) {
    expect(cell).toMatch(/^(?:'\u200B|benle:)/);
    expect(cell).toContain("\n'@x");
    expect(withFormulas(cell)).toContain(attack);
  }
});

test('control characters are seen to be lost, and leave no formula behind', async () => {
  const [, row] = await rowsOf({ quote: '\u0000=1+1\uD800', note: 'a\u001Bb' });
  expect(row?.[0]).toBe('\uFFFD=1+1\uFFFD');
  expect(row?.[4]).toBe('a\uFFFDb');
});

test('what is too long for a cell says that it was cut', async () => {
  const [, row] = await rowsOf({ quote: '=ế'.repeat(MOST_OF_A_CELL) });
  expect(row?.[0]).toHaveLength(MOST_OF_A_CELL);
  expect(row?.[0]).toMatch(/^'=ế=ế.*ế? \[…\] \(cut: a cell holds no more\)$/);
});
