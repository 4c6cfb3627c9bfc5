import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aPassage, testSource } from '../../../domain/brief/brief.testing.ts';
import type { BriefPassage } from '../../../domain/brief/brief.ts';
import { MOST_OF_A_CELL } from '../../../domain/brief/cell-text.ts';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { evidenceWordsEn } from '../../../shared/texts/evidence.en.ts';
import { inputOf, written } from './written.testing.ts';
import { writeXlsx } from './xlsx.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  isArray: (name) => ['si', 'row', 'c', 'hyperlink', 'Relationship'].includes(name),
});

interface Cell {
  readonly v: string;
  readonly '@_r': string;
  readonly '@_t'?: string;
}

/** The cells of a sheet by their addresses: `A1`, … */
function cellsOf(sheet: { sheetData: { row: { c: Cell[] }[] } }, strings: readonly string[]) {
  const cells = sheet.sheetData.row.flatMap(({ c }) => c);
  const valueIn = ({ v, '@_t': type }: Cell) => (type === 's' ? strings[Number(v)] : Number(v));
  return Object.fromEntries(cells.map((cell) => [cell['@_r'], valueIn(cell)]));
}

async function workbookOf(...passages: Partial<BriefPassage>[]) {
  const input = inputOf(
    passages.map((rest, index) => aPassage({ annotationId: `a${index}`, ...rest })),
  );
  const files = unzipSync(await written(writeXlsx, input));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  for (const name of Object.keys(files)) {
    expect(XMLValidator.validate(part(name))).toBe(true);
    // Which the validator does not look at.
    expect(part(name)).toBe(xmlText(part(name)));
  }
  const items: { t: string | { '#text': string } }[] = parser.parse(part('xl/sharedStrings.xml'))
    .sst.si;
  const strings = items.map(({ t }) => (typeof t === 'string' ? t : t['#text']));
  const { worksheet } = parser.parse(part('xl/worksheets/sheet1.xml'));
  return { cells: cellsOf(worksheet, strings), worksheet, part };
}

test('a row says what there is to say, with real days and times', async () => {
  const { cells } = await workbookOf({
    quote: ' Hai nước ký kết “3 công hàm” & <ODA>\nvà lao động 🇻🇳',
    translation: { text: 'The two countries…', checked: true },
    note: '=1+1',
    tagNames: ['ODA', 'Lao động'],
  });
  const columns = [...'ABCDEFGHIJKLMNO'];
  const headings = columns.map((column) => cells[`${column}1`]);
  expect(headings).toEqual(Object.values(evidenceWordsEn.headings));
  expect(columns.map((column) => cells[`${column}2`])).toEqual([
    ' Hai nước ký kết “3 công hàm” & <ODA>\nvà lao động 🇻🇳',
    'The two countries…',
    'yes',
    'ODA; Lao động',
    '=1+1',
    'Tin vắn',
    45_278,
    'printed',
    40,
    'yes',
    'benle://annotation/a0',
    expect.closeTo(46_348 + 8 / 24, 6),
    expect.closeTo(46_348 + 8 / 24, 6),
    'ab12',
    'a0',
  ]);
});

test('the heading stays in view, and passages can be clicked', async () => {
  const { worksheet, part } = await workbookOf({}, { annotationId: 'a"<&1' });
  expect(worksheet.sheetViews.sheetView.pane).toMatchObject({
    '@_state': 'frozen',
    '@_ySplit': '1',
  });
  expect(worksheet.hyperlinks.hyperlink).toEqual([
    { '@_ref': 'K2', '@_r:id': 'link-0' },
    { '@_ref': 'K3', '@_r:id': 'link-1' },
  ]);
  const { Relationships } = parser.parse(part('xl/worksheets/_rels/sheet1.xml.rels'));
  expect(Relationships.Relationship).toMatchObject([
    { '@_Id': 'link-0', '@_Target': 'benle://annotation/a0', '@_TargetMode': 'External' },
    { '@_Id': 'link-1', '@_Target': 'benle://annotation/a"<&1' },
  ]);
});

test('no cell holds a formula', async () => {
  const { worksheet, part } = await workbookOf({ quote: '=1+1', note: '@x', tagNames: ['+1'] });
  expect(part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
  expect(worksheet.sheetData.row[1].c[0]).toMatchObject({ '@_t': 's' });
});

test.each(Object.getOwnPropertyNames(Object.prototype))(
  '%s is a text like any other',
  async (name) => {
    const { cells } = await workbookOf({ quote: name }, { quote: name });
    expect([cells.A2, cells.A3]).toEqual([name, name]);
  },
);

test.each([
  ['a\u0000b\u001Bc', 'a□b□c'],
  ['\uD800a\uDC00b', '□a□b'],
  ['a\uFFFDb\u0081c\uFDD0d', 'a□b□c□d'],
  ['\u{10FFFF}y', '□y'],
  ['_x000D_ và _X0041_', '_x005F_x000D_ và _x005F_X0041_'],
  ['_xin chào_', '_xin chào_'],
])('%j is written %j', async (quote, expected) => {
  const { cells } = await workbookOf({ quote });
  expect(cells.A2).toBe(expected);
});

test('what is too long for a cell says that it was cut', async () => {
  const { cells } = await workbookOf({ quote: 'ế'.repeat(MOST_OF_A_CELL + 1) });
  expect(cells.A2).toHaveLength(MOST_OF_A_CELL);
  expect(cells.A2).toMatch(/ế \[…\] \(cut: a cell holds no more\)$/);
});

test('a day that workbooks cannot hold is a text', async () => {
  const article = { id: 'x', title: 'Xưa', dateBasis: 'printed' } as const;
  const { cells } = await workbookOf(
    { article: { ...article, date: '1885-06-09' } },
    { article: { ...article, date: 'Tết' } },
  );
  expect([cells.G2, cells.G3]).toEqual(['1885-06-09', 'Tết']);
});

test.each<[lines: number, passage: Partial<BriefPassage>]>([
  [1, {}],
  [2, { quote: 'Đoạn một.\nĐoạn hai.' }],
  [2, { note: 'Ghi chú một.\n\u0301Ghi chú hai'.normalize('NFD') }],
  [6, { quote: `${'Hai nước ký kết '.repeat(14)}công hàm.` }],
  [3, { article: { ...testSource, title: 'Chuyến công tác Nhật Bản của Thủ tướng: Kết quả' } }],
])(
  'a row is high enough for %i lines, which LibreOffice does not see to',
  async (lines, passage) => {
    const { worksheet } = await workbookOf(passage);
    const [heads, row] = worksheet.sheetData.row;
    expect([heads['@_ht'], row['@_ht']]).toEqual(['26', `${lines * 13}`]);
  },
);

test('no row is higher than Excel allows', async () => {
  const { worksheet } = await workbookOf({ quote: 'Vốn vay ODA.\n'.repeat(100) });
  expect(worksheet.sheetData.row[1]).toMatchObject({ '@_ht': '409', '@_customHeight': '1' });
});

test('no passages are an empty table', async () => {
  const { cells, part } = await workbookOf();
  expect(Object.keys(cells)).toHaveLength(15);
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('hyperlink');
});

test('the heads filter and repeat, and what people read fits the width of a page', async () => {
  const { worksheet, part } = await workbookOf({}, {});
  expect(worksheet.sheetPr.pageSetUpPr).toEqual({ '@_fitToPage': '1' });
  expect(worksheet.autoFilter).toEqual({ '@_ref': 'A1:O3' });
  expect(worksheet.pageSetup).toMatchObject({
    '@_orientation': 'landscape',
    '@_fitToWidth': '1',
    '@_fitToHeight': '0',
  });
  const order = Object.keys(worksheet).filter((name) => !name.startsWith('@'));
  expect(order).toEqual([
    ...['sheetPr', 'sheetViews', 'cols', 'sheetData', 'autoFilter', 'hyperlinks'],
    ...['pageMargins', 'pageSetup', 'headerFooter'],
  ]);
  const { definedName } = parser.parse(part('xl/workbook.xml')).workbook.definedNames;
  expect(
    definedName.map((name: Record<string, string>) => [name['@_name'], name['#text']]),
  ).toEqual([
    ['_xlnm._FilterDatabase', "'Evidence'!$A$1:$O$3"],
    ['_xlnm.Print_Area', "'Evidence'!$A$1:$J$3"],
    ['_xlnm.Print_Titles', "'Evidence'!$1:$1"],
  ]);
});

test('what the brief does not show has no column', async () => {
  const input = inputOf([aPassage({ note: 'Lời.' })]);
  const shows = { notes: false, tags: false, paragraphs: true, hashes: false };
  const file = await written(writeXlsx, { ...input, brief: { ...input.brief, shows } });
  const strings = strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array());
  const { headings } = evidenceWordsEn;
  const isThere = (name: string) => strings.includes(`>${name}<`);
  expect([headings.note, headings.tags, headings.sha256, 'Lời.'].map(isThere)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([headings.paragraph, headings.passage].map(isThere)).toEqual([true, true]);
});
