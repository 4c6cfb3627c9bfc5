import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passageLink } from '../src/domain/annotation/link.ts';
import { hostileBrief } from '../src/domain/brief/hostile-brief.testing.ts';
import { anyText } from '../src/domain/brief/hostile-text.testing.ts';
import { written } from '../src/main/export/formats/written.testing.ts';
import { writeXlsx } from '../src/main/export/formats/xlsx.ts';
import { all, type Element } from '../src/main/export/formats/xml-tree.testing.ts';
import { evidenceWordsEn } from '../src/shared/texts/evidence.en.ts';
import { bundledBrief } from './bundled-brief.ts';
import { ATTACKS, attackedBrief } from './formulas.ts';
import { type Office, startOffice } from './office.ts';
import { type Cell, cellsOf, rowHeightsOf } from './open-document.ts';

const bundled = bundledBrief();
const attacked = attackedBrief();
const texts = [
  ...fc.sample(anyText, { numRuns: 400, seed: 20_261_122 }),
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['_x000D_', 'a_x0041_b', '\u0001\u0002', 'a\uFFFDb', '\u{10FFFF}z'],
];
const hostile = { ...bundled, annotations: [], brief: hostileBrief(texts, 'plain').brief };

let office: Office;
let sheets: Record<'bundled' | 'attacked' | 'hostile', Cell[][]>;
let heights: number[];
let book: Element;

beforeAll(async () => {
  office = startOffice();
  const files: string[] = [];
  for (const [name, input] of Object.entries({ bundled, attacked, hostile })) {
    const file = join(office.folder, `${name}.xlsx`);
    writeFileSync(file, await written(writeXlsx, input));
    files.push(file);
  }
  const opened = office.opened(files, 'fods');
  [book = book] = opened;
  const [first = [], second = [], third = []] = opened.map(cellsOf);
  heights = opened.slice(0, 1).flatMap(rowHeightsOf);
  sheets = { bundled: first, attacked: second, hostile: third };
});
afterAll(() => office.close());

test('the bundled articles’ passages come out as they went in', () => {
  const [headings, ...rows] = sheets.bundled;
  expect(headings?.map(({ text }) => text)).toEqual(Object.values(evidenceWordsEn.headings));
  const found = new Map(rows.map((row) => [row[14]?.text, row]));
  expect(found.size).toBe(bundled.annotations.length);
  const titles = new Map(bundled.articles.map(({ id, title }) => [id, title]));
  const tagNames = new Map(bundled.codebook.map(({ id, name }) => [id, name]));
  for (const annotation of bundled.annotations) {
    const row = found.get(annotation.id);
    const names = annotation.tagIds.map((id) => tagNames.get(id));
    expect(row?.slice(0, 6).map(({ text }) => text)).toEqual([
      annotation.quote.exact,
      annotation.translation?.text ?? '',
      annotation.translation ? (annotation.translation.checked ? 'yes' : 'no') : '',
      names.join('; '),
      annotation.note,
      titles.get(annotation.articleId),
    ]);
  }
});

test('days and times are such, and passages can be clicked', () => {
  const [, ...rows] = sheets.bundled;
  const days = new Set(bundled.articles.map(({ date }) => date));
  for (const row of rows) {
    expect(days).toContain(row[6]?.date);
    expect(row[8]?.type).toBe('float');
    expect(row[10]?.links).toEqual([passageLink(row[14]?.text ?? '')]);
    expect([row[11]?.date, row[12]?.date]).toEqual(['2026-11-22T08:00:00', '2026-11-22T09:30:00']);
  }
});

test('rows have room for the lines of their passages', () => {
  // As LibreOffice sets them in Arial's twin: so high, in inches, and so many letters long.
  const line = { height: 0.157, letters: 50 };
  for (const [index, [passage]] of sheets.bundled.entries()) {
    const lines = (passage?.text ?? '').split('\n').map(({ length }) => length / line.letters);
    const needed = lines.reduce((sum, each) => sum + Math.ceil(each), 0) * line.height;
    expect(heights[index]).toBeGreaterThan(needed);
  }
});

test('printed, what people read fits the width of a page, with the heads on each', () => {
  const pages = all(book, 'style:page-layout-properties').map(({ attributes }) => attributes);
  expect(pages).toContainEqual(
    expect.objectContaining({
      'style:print-orientation': 'landscape',
      'style:scale-to-X': '1',
    }),
  );
  const [table] = all(book, 'table:table');
  expect(table?.attributes['table:print-ranges']).toMatch(/A1:.*\.J\d+$/);
  const heads = table ? all(table, 'table:table-header-rows') : [];
  expect(heads.flatMap((row) => all(row, 'table:table-row'))).toHaveLength(1);
  const filters = all(book, 'table:database-range').map(({ attributes }) => attributes);
  expect(filters.map((range) => range['table:display-filter-buttons'])).toContain('true');
});

/** White space aside: saving a cell of several lines, LibreOffice 7.4 leaves out its tabs. */
const shown = (text: string) => text.replace(/\s+/g, '');

test('attacks stand there as texts, verbatim and without an apostrophe', () => {
  const cells = sheets.attacked.flat();
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  const [, ...rows] = sheets.attacked;
  expect(rows.map(([passage]) => shown(passage?.text ?? ''))).toEqual(ATTACKS.map(shown));
  expect(new Set(rows.map(([passage]) => passage?.type))).toEqual(new Set(['string']));
});

test('any text can be read back, but for what is seen to be lost', () => {
  const [, ...rows] = sheets.hostile;
  const printed = (text: string) =>
    shown(
      text.replace(/[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\t\n\r\u0085])\p{Cc}/gu, '□'),
    );
  const passages = hostile.brief.sections.flatMap((section) => section.passages);
  const expected = new Map(passages.map((passage) => [passage.annotationId, passage]));
  expect(rows).toHaveLength(texts.length);
  for (const row of rows) {
    const passage = expected.get(row.at(-1)?.text ?? '');
    expect([row[0], row[4]].map((cell) => shown(cell?.text ?? ''))).toEqual([
      printed(passage?.quote ?? ''),
      printed(passage?.note ?? ''),
    ]);
  }
});
