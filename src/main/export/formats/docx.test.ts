import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPassage, aSection, testSource } from '../../../domain/brief/brief.testing.ts';
import type { Brief, BriefPassage } from '../../../domain/brief/brief.ts';
import { writeDocx } from './docx.ts';
import { readDocx, textOf, value } from './read-docx.testing.ts';
import { inputOf, written } from './written.testing.ts';
import { all } from './xml-tree.testing.ts';

async function documentOf(passages: readonly Partial<BriefPassage>[], rest: Partial<Brief> = {}) {
  const all = passages.map((each, index) => aPassage({ annotationId: idOf(index), ...each }));
  const input = inputOf(all);
  const sections = [aSection('ODA', all)];
  const brief = { ...input.brief, sections, ...rest };
  return readDocx(await written(writeDocx, { ...input, brief }));
}

const idOf = (index: number) => `0192f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** The paragraphs of a note, each with its style, as they stand in its frame below the label. */
async function noteOf(note: string): Promise<[style: string | undefined, text: string][]> {
  const { paragraphs } = await documentOf([{ note }]);
  const start = paragraphs.findIndex(({ style }) => style === 'BriefLabel') + 1;
  const end = paragraphs.findIndex(({ style }) => style === 'BriefGap');
  return paragraphs.slice(start, end).map(({ style, text }) => [style, text]);
}

test('every kind of block has its style', async () => {
  const passage = {
    quote: 'Hai nước ký kết “3 công hàm”.\nĐoạn hai  rộng.',
    translation: { text: 'The two countries…\nSecond.', checked: false },
    note: 'Xem **thêm**',
  };
  const sections = [{ ...aSection('ODA', [aPassage(passage)]), remark: 'Nhận xét' }];
  const { paragraphs } = await documentOf([], {
    title: 'ODA và lao động',
    introduction: '# Mở đầu\n\nLời giới thiệu',
    sections,
  });
  expect(paragraphs.map(({ style, text }) => [style, text])).toEqual([
    ['Title', 'ODA và lao động'],
    ['Heading2', 'Mở đầu'],
    ['BriefIntroduction', 'Lời giới thiệu'],
    ['Heading1', 'ODA'],
    ['BriefLabel', 'Remark:'],
    ['BriefRemark', 'Nhận xét'],
    ['BriefGap', ''],
    ['Quote', 'Hai nước ký kết “3 công hàm”.'],
    ['Quote', 'Đoạn hai  rộng.'],
    ['BriefTranslation', 'Unchecked: The two countries…'],
    ['BriefTranslation', 'Second.'],
    ['BriefAttribution', '— Tin vắn, day 2023-12-18, ¶ 40 · ODA · passage'],
    ['BriefLabel', 'Note:'],
    ['BriefNote', 'Xem thêm'],
    ['BriefGap', ''],
    ['Heading1', 'Sources'],
    ['BriefSource', 'Tin vắn, day 2023-12-18. 0 passages, quotes verified.'],
    ['Heading1', 'Checksums'],
    ['BriefSource', 'SHA-256 of the text of each article.'],
    ['BriefSource', 'Tin vắn: ab12'],
  ]);
});

test('only the last paragraph of a quote, and of a translation, stays with what follows', async () => {
  const { paragraphs } = await documentOf([
    { quote: 'Một.\nHai.\nBa.', translation: { text: 'One.\nTwo.\nThree.', checked: true } },
  ]);
  const kept = paragraphs.filter(({ element }) => all(element, 'w:keepNext').length > 0);
  expect(kept.map(({ text }) => text)).toEqual(['Ba.', 'Three.']);
});

test('a digest says of an article what it is, once', async () => {
  const subject = { by: 'article', article: testSource } as const;
  const sections = [{ ...aSection('', [aPassage({}), aPassage({})]), subject }];
  const { paragraphs } = await documentOf([], { template: 'digest', sections });
  expect(paragraphs.slice(1, 3).map(({ style, text }) => [style, text])).toEqual([
    ['Heading1', 'Tin vắn'],
    ['BriefFacts', 'day 2023-12-18 · 2 passages'],
  ]);
});

test('every style that is used is defined', async () => {
  const { paragraphs, part } = await documentOf([{ note: '> a\n\n    b\n\n###### c\n\n1. d' }]);
  const defined = all(part('word/styles.xml'), 'w:style').map(
    ({ attributes }) => attributes['w:styleId'],
  );
  const used = new Set(paragraphs.flatMap(({ style }) => style ?? []));
  expect(defined).toEqual(expect.arrayContaining([...used, 'Hyperlink']));
});

/** The tables of a document: what is in a frame, in its only cell. */
const framesOf = (body: Parameters<typeof all>[0]) =>
  all(body, 'w:tbl').map((table) => all(table, 'w:tc').map(textOf).join('|'));

test('the analyst’s words stand in frames, and no quoted passage does', async () => {
  const sections = [{ ...aSection('ODA', [aPassage({ note: '> trích' })]), remark: 'Nhận xét' }];
  const { body } = await documentOf([], { introduction: '> dẫn', sections });
  expect(framesOf(body)).toEqual(['Introduction:dẫn', 'Remark:Nhận xét', 'Note:trích']);
  const cells = all(body, 'w:tc');
  expect(cells.flatMap((cell) => all(cell, 'w:shd'))).toHaveLength(3);
});

test('a remark above a table of evidence is no row of it', async () => {
  const sections = [{ ...aSection('ODA', [aPassage({})]), remark: 'Nhận xét' }];
  const { body } = await documentOf([], { template: 'table', sections });
  const [frame, evidence] = framesOf(body);
  expect([frame, evidence?.startsWith('Passage|')]).toEqual(['Remark:Nhận xét', true]);
});

describe('notes', () => {
  test('keep their blocks', async () => {
    const note = '# Một\n\n> trích\n\n```\na\tb\n  c\n```\n\nhai\nba\\\nbốn\n\n***\n\n<b>x</b>';
    expect(await noteOf(note)).toEqual([
      ['Heading2', 'Một'],
      ['BriefNoteQuote', 'trích'],
      ['BriefCode', 'a\tb\n  c'],
      ['BriefNote', 'hai ba\nbốn'],
      [undefined, ''],
      ['BriefNote', '<b>x</b>'],
    ]);
  });

  test('keep their emphasis', async () => {
    const { body } = await documentOf([{ note: 'a *b* **c** ***d*** `e`' }]);
    const looks = all(body, 'w:r').map((run) => [
      textOf(run),
      all(run, 'w:i').length,
      all(run, 'w:b').length,
      all(run, 'w:rFonts')[0]?.attributes['w:ascii'],
    ]);
    expect(looks).toEqual(
      expect.arrayContaining([
        ['b', 1, 0, undefined],
        ['c', 0, 1, undefined],
        ['d', 1, 1, undefined],
        ['e', 0, 0, 'Courier New'],
      ]),
    );
  });

  test('keep their lists, which Word numbers', async () => {
    const { paragraphs, part } = await documentOf([
      { note: '3. ba\n4. bốn\n   - con\n     1. cháu\n\n   thêm' },
      { note: '3. khác' },
      { note: '-\n- > x' },
    ]);
    const items = paragraphs.filter(
      ({ element, style }) => style === 'BriefNote' && all(element, 'w:numPr').length > 0,
    );
    const numbering = part('word/numbering.xml');
    const listOf = (id: string | undefined) => {
      const list = all(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === id);
      const shape = list && value(list, 'w:abstractNumId');
      return all(numbering, 'w:abstractNum').find(
        ({ attributes }) => attributes['w:abstractNumId'] === shape,
      );
    };
    const told = items.map(({ text, element }) => {
      const level = value(element, 'w:ilvl');
      const list = listOf(value(element, 'w:numId'));
      const levels = list ? all(list, 'w:lvl') : [];
      const own = levels.find(({ attributes }) => attributes['w:ilvl'] === level);
      return [text, level, own && value(own, 'w:numFmt'), own && value(own, 'w:start')];
    });
    expect(told).toEqual([
      ['ba', '0', 'decimal', '3'],
      ['bốn', '0', 'decimal', '3'],
      ['con', '1', 'bullet', '1'],
      ['cháu', '2', 'decimal', '1'],
      ['khác', '0', 'decimal', '3'],
      ['', '0', 'bullet', '1'],
    ]);
    const ids = items.map(({ element }) => value(element, 'w:numId'));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[4]);
    expect(paragraphs.map(({ text }) => text)).toContain('thêm');
  });

  test('are numbered in words where Word does not count so far', async () => {
    expect(await noteOf('32767. một\n32768. hai\n       1. ba')).toEqual([
      ['BriefNote', '32767. một'],
      ['BriefNote', '32768. hai'],
      ['BriefNote', 'ba'],
    ]);
  });

  test('cannot speak of the parts of the file', async () => {
    const note = '{bullets-0} {numbers 0 1-1} {bullets\uFFFF-0} CURRENT\n\n- x';
    const { paragraphs } = await documentOf([{ note, quote: 'CURRENT' }]);
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain('CURRENT');
    expect(texts).toContain('{bullets-0} {numbers 0 1-1} {bullets\uFFFD-0} CURRENT');
  });
});

describe('links', () => {
  test('lead to passages, to the web and to mail', async () => {
    const note =
      '[a](https://vi.example/đầu tư?x=1&y="2"#mục) <mailto:a@b.vn> [c](benle://annotation/0192f0c0-0000-7000-8000-000000000009)';
    const { links } = await documentOf([{ note: note.replace('đầu tư', 'đầu%20tư') }]);
    expect(links).toEqual([
      { text: 'passage', target: `benle://annotation/${idOf(0)}` },
      {
        text: 'a',
        target: 'https://vi.example/%C4%91%E1%BA%A7u%20t%C6%B0?x=1&y=%222%22#m%E1%BB%A5c',
      },
      { text: 'mailto:a@b.vn', target: 'mailto:a@b.vn' },
      { text: 'c', target: `benle://annotation/${idOf(9)}/` },
    ]);
  });

  test.each([
    ['[x](javascript:alert(1))', 'x (javascript:alert(1))'],
    ['[x](file:///etc/passwd)', 'x (file:///etc/passwd)'],
    ['[x](http://[)', 'x (http://[)'],
    [`[x](https://a.vn/${'a'.repeat(2_000)})`, `x (https://a.vn/${'a'.repeat(2_000)})`],
  ])('%s is text', async (note, text) => {
    const { links, paragraphs } = await documentOf([{ note }]);
    expect(links).toHaveLength(1);
    expect(paragraphs.map((paragraph) => paragraph.text)).toContain(text);
  });
});

test('what is Vietnamese is said to be, and the rest to be in the language of the words', async () => {
  const { body, part } = await documentOf([{ quote: 'Vốn vay', note: 'A note' }]);
  const languages = new Map(all(body, 'w:r').map((run) => [textOf(run), value(run, 'w:lang')]));
  expect(languages.get('Vốn vay')).toBe('vi-VN');
  expect(languages.get('Tin vắn')).toBe('vi-VN');
  expect(languages.get('A note')).toBeUndefined();
  expect(all(part('word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
});

describe('a table of evidence', () => {
  const passages = Array.from({ length: 60 }, (_, index) => ({ quote: `Vốn vay ${index}` }));

  test('is one table, with its heads once, which stand on each page', async () => {
    const { body } = await documentOf(passages, { template: 'table' });
    const tables = all(body, 'w:tbl');
    expect(tables).toHaveLength(1);
    const rows = tables.flatMap((table) => all(table, 'w:tr'));
    expect(rows).toHaveLength(61);
    expect(rows.map((row) => all(row, 'w:tblHeader').length > 0)).toEqual([
      true,
      ...passages.map(() => false),
    ]);
    for (const row of rows) expect(all(row, 'w:cantSplit')).toHaveLength(1);
    const cells = rows.map((row) => all(row, 'w:tc').map(textOf));
    expect(cells[0]).toEqual(['Passage', 'Tags', 'Article', 'Date', 'Note']);
    expect(cells.slice(1).map(([quote]) => quote)).toEqual(
      passages.map(({ quote }) => `${quote} · passage`),
    );
  });

  test('begins anew in the next section', async () => {
    const sections = [aSection('ODA', [aPassage({})]), aSection('AZEC', [aPassage({})])];
    const { body, paragraphs } = await documentOf([], { template: 'table', sections });
    expect(all(body, 'w:tbl')).toHaveLength(2);
    expect(paragraphs.at(-1)?.style).toBe('BriefSource');
  });

  test('has a page on its side', async () => {
    const { body } = await documentOf(passages, { template: 'table' });
    const [size] = all(body, 'w:pgSz');
    expect(size?.attributes).toMatchObject({
      'w:orient': 'landscape',
      'w:w': '16838',
      'w:h': '11906',
    });
  });
});

test('the file says what it is, and numbers its pages', async () => {
  const { part } = await documentOf([], { title: 'ODA & lao động\u0000' });
  const properties = part('docProps/core.xml');
  const [title] = all(properties, 'dc:title');
  expect(title?.children).toEqual(['ODA & lao động\uFFFD']);
  expect(all(properties, 'dcterms:created')).toHaveLength(1);
  expect(all(part('word/footer1.xml'), 'w:instrText')[0]?.children).toEqual(['PAGE']);
});

test('lines are spaced by the size of their letters', async () => {
  const { part } = await documentOf([]);
  const [defaults] = all(part('word/styles.xml'), 'w:pPrDefault');
  // Without the rule, LibreOffice takes it for points: accents of long headings meet the line above.
  expect(defaults && all(defaults, 'w:spacing')[0]?.attributes).toMatchObject({
    'w:line': '288',
    'w:lineRule': 'auto',
  });
});

test('whatever the texts are, the file is XML that says them', async () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'<>&"\'{}[]*_`#-+\\|~ \t\n',
        '\u0000',
        '\uD800',
        '\uFFFE',
        ']]>',
        '&amp;',
        'ế',
        'e\u0301',
        '🇻🇳',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  });
  const many = fc.array(texts, { minLength: 20, maxLength: 20 });
  const bare = (whole: string) => whole.toWellFormed().replace(/[\s\p{C}\uFFFD/]/gu, '');
  await fc.assert(
    fc.asyncProperty(many, fc.constantFrom('plain', 'table'), async (some, template) => {
      const passages = some.map((text) => ({
        quote: text,
        note: text,
        tagNames: [text],
        translation: { text, checked: true },
      }));
      const [title = '', introduction = ''] = some;
      const { paragraphs } = await documentOf(passages, { template, title, introduction });
      const said = bare(paragraphs.map(({ text }) => text).join(''));
      for (const text of some) expect(said).toContain(bare(text));
    }),
    { numRuns: 10 },
  );
}, 30_000);
