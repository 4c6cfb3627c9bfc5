import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFormulas } from '../src/domain/brief/cell-text.ts';
import { writeCsv } from '../src/main/export/formats/csv.ts';
import { written } from '../src/main/export/formats/written.testing.ts';
import { bundledBrief } from './bundled-brief.ts';
import { ATTACKS, attackedBrief } from './formulas.ts';
import { type Office, startOffice } from './office.ts';
import { type Cell, cellsOf } from './open-document.ts';

/**
 * How a person can have LibreOffice read a file, as their computer's settings propose: by which separators (tab 9,
 * comma 44, semicolon 59), in UTF-8 (76), with formulas evaluated (the last token).
 */
const reading = (separators: string) =>
  `CSV:${separators},34,76,1,,0,false,true,false,false,false,0,true`;
const READINGS = {
  commas: reading('44'),
  semicolons: reading('59'),
  tabs: reading('9'),
  all: reading('9/44/59'),
} as const;
type Reading = keyof typeof READINGS;

const bundled = bundledBrief();
const attacked = attackedBrief();

/** The attacks as they are, which shows that the reading is one that they work in. */
const BARE = ATTACKS.map((attack) => `"${attack.replaceAll('"', '""')}"\r\n`).join('');

let office: Office;
const rows = new Map<string, Cell[][]>();
const rowsOf = (name: string, how: Reading) => rows.get(`${name} by ${how}`) ?? [];

beforeAll(async () => {
  office = startOffice();
  const contents = {
    bundled: await written(writeCsv, bundled),
    attacked: await written(writeCsv, attacked),
    bare: `\uFEFF${BARE}`,
  };
  const files = Object.entries(contents).map(([name, content]) => {
    const file = join(office.folder, `${name}.csv`);
    writeFileSync(file, content);
    return { name, file };
  });
  for (const [how, filter] of Object.entries(READINGS)) {
    const paths = files.map(({ file }) => file);
    for (const [index, sheet] of office.opened(paths, 'fods', filter).entries()) {
      rows.set(`${files[index]?.name} by ${how}`, cellsOf(sheet));
    }
  }
});
afterAll(() => office.close());

const formulasIn = (name: string, how: Reading) =>
  rowsOf(name, how)
    .flat()
    .filter(({ formula }) => formula !== undefined);

test('the bundled articles’ passages come out as they went in', () => {
  const [, ...passages] = rowsOf('bundled', 'commas');
  const found = new Map(passages.map((row) => [row[14]?.text, row]));
  expect(found.size).toBe(bundled.annotations.length);
  expect(found.size).toBeGreaterThan(70);
  for (const { id, quote, note, translation } of bundled.annotations) {
    const row = found.get(id);
    expect(withFormulas(row?.[0]?.text ?? '')).toBe(quote.exact);
    expect(row?.[1]?.text ?? '').toBe(translation?.text ?? '');
    expect(withFormulas(row?.[4]?.text ?? '')).toBe(note);
    expect(row?.[6]?.date).toMatch(/^202[35]-\d\d-\d\d$/);
    expect(row?.[8]?.type).toBe('float');
  }
});

describe.each(Object.keys(READINGS) as Reading[])('attacks in a file that is read by %s', (how) => {
  test('work where nothing keeps them from it', () => {
    expect(formulasIn('bare', how).length).toBeGreaterThan(1);
  });

  test('come to nothing', () => {
    expect(formulasIn('attacked', how)).toEqual([]);
    expect(formulasIn('bundled', how)).toEqual([]);
  });
});

test('attacks can be had back', () => {
  // LibreOffice shows other white space in cells as spaces.
  const shown = (text: string | undefined = '') => text.replace(/\s+/g, ' ');
  const [, ...passages] = rowsOf('attacked', 'commas');
  expect(passages.map((row) => shown(withFormulas(row[0]?.text ?? '')))).toEqual(
    attacked.annotations.map(({ quote }) => shown(quote.exact)),
  );
});
