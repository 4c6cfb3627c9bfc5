import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passageLink } from '../src/domain/annotation/link.ts';
import { hostileBrief } from '../src/domain/brief/hostile-brief.testing.ts';
import { anyText } from '../src/domain/brief/hostile-text.testing.ts';
import { TEMPLATES, type Template } from '../src/domain/brief/saved-brief.ts';
import type { ExportInput } from '../src/main/export/format.ts';
import { writeDocx } from '../src/main/export/formats/docx.ts';
import { written } from '../src/main/export/formats/written.testing.ts';
import { all, type Element } from '../src/main/export/formats/xml-tree.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { bundledBrief } from './bundled-brief.ts';
import { type Office, startOffice } from './office.ts';
import { type Paragraph, paragraphsOf, textOf } from './open-document.ts';

const texts = fc.sample(anyText, { numRuns: 300, seed: 20_261_122 });

const INPUTS: Record<string, ExportInput> = Object.fromEntries(
  TEMPLATES.flatMap((template) => {
    const bundled = bundledBrief(template);
    const hostile = { ...bundled, brief: hostileBrief(texts, template).brief };
    return Object.entries({ [template]: bundled, [`hostile ${template}`]: hostile });
  }),
);

let office: Office;
const documents = new Map<string, Element>();
const documentOf = (name: string) => documents.get(name) ?? { name, attributes: {}, children: [] };
const paragraphs = (name: string): Paragraph[] => paragraphsOf(documentOf(name));

beforeAll(async () => {
  office = startOffice();
  const files = new Map<string, string>();
  for (const [name, input] of Object.entries(INPUTS)) {
    const file = join(office.folder, `${name}.docx`);
    writeFileSync(file, await written(writeDocx, input));
    files.set(name, file);
  }
  const opened = office.opened([...files.values()], 'fodt');
  for (const [index, name] of [...files.keys()].entries()) {
    const document = opened[index];
    if (document) documents.set(name, document);
  }
});
afterAll(() => office.close());

/** The passages of a brief, in order, each as often as it is quoted. */
const passagesOf = (name: string) =>
  INPUTS[name]?.brief.sections.flatMap(({ passages }) => passages) ?? [];

/** Of a passage, all but its white space. */
const words = (text: string) => text.replace(/\s+/g, '');

describe.each(['plain', 'digest'] satisfies Template[])('a brief of the kind “%s”', (template) => {
  test('has every passage, word for word, in Vietnamese, in the style of quotes', () => {
    const quotes = paragraphs(template).filter(({ style }) => style === 'Quote');
    const blocks = passagesOf(template).flatMap(({ quote }) => quote.split('\n'));
    expect(quotes.map(({ text }) => text)).toEqual(blocks);
    expect(quotes.length).toBeGreaterThan(80);
    for (const { text, languages } of quotes) expect(languages.get(text)).toBe('vi-VN');
  });

  test('says where each stands, with a link to it', () => {
    const attributions = paragraphs(template).filter(({ style }) => style === 'Brief attribution');
    expect(attributions.map(({ links }) => links)).toEqual(
      passagesOf(template).map(({ annotationId }) => [
        { text: 'passage', target: passageLink(annotationId) },
      ]),
    );
    for (const [index, { text }] of attributions.entries()) {
      for (const name of passagesOf(template)[index]?.tagNames ?? []) expect(text).toContain(name);
    }
  });

  test('has every translation', () => {
    const found = paragraphs(template).filter(({ style }) => style === 'Brief translation');
    const translations = passagesOf(template).flatMap(({ translation }) => translation ?? []);
    expect(found.map(({ text }) => text)).toEqual(
      translations.map(({ text, checked }) =>
        checked ? `Translation: ${text}` : `Unchecked translation: ${text}`,
      ),
    );
  });
});

test('headings are headings, and the title is the title', () => {
  const all = paragraphs('plain');
  expect(all[0]).toMatchObject({ style: 'Title', text: INPUTS.plain?.brief.title });
  const headings = all.filter(({ level }) => level === 1).map(({ text }) => text);
  expect(headings).toEqual([
    ...(INPUTS.plain?.brief.tagNames ?? []),
    'Untagged',
    'Sources',
    'Appendix: checksums',
  ]);
  expect(all.filter(({ level }) => level === 3).map(({ text }) => text)).toContain('Câu hỏi');
});

test('notes keep their lists, their links and what they quote', () => {
  const all = paragraphs('plain');
  const items = all.filter(({ inList, style }) => inList && style === 'Brief note');
  expect(items.slice(0, 4).map(({ text }) => text)).toEqual([
    ...['vốn vay', 'lao động'],
    ...['tu nghiệp sinh', 'kỹ sư'],
  ]);
  expect(all.filter(({ text }) => text === 'trích lại')[0]?.style).toBe('Brief quote in a note');
  expect(all.flatMap(({ links }) => links)).toContainEqual({
    text: 'JICA',
    target: 'https://www.jica.go.jp/vietnam?x=1&y=2',
  });
  expect(all.map(({ text }) => text)).toContain('AZEC là gì? 🙂');
});

test('notes stand in frames of one cell, and quoted passages in none', () => {
  const frames = all(documentOf('plain'), 'table:table');
  const noted = (INPUTS.plain?.brief.sections ?? [])
    .flatMap(({ passages }) => passages)
    .filter(({ note }) => note !== '');
  expect(frames).toHaveLength(noted.length);
  const framed = frames.map((frame) => all(frame, 'text:p').map(textOf)[0]);
  expect(new Set(framed)).toEqual(new Set([briefWordsEn.labels.note]));
  expect(frames.flatMap((frame) => all(frame, 'table:table-cell'))).toHaveLength(noted.length);
});

test('the sources are a list', () => {
  const sources = paragraphs('plain').filter(({ style }) => style === 'Brief source');
  const listed = sources.filter(({ inList }) => inList).map(({ text }) => text);
  const cited = INPUTS.plain?.brief.sources ?? [];
  expect(listed).toEqual([
    ...cited.map(({ title }) => expect.stringContaining(title)),
    ...cited.map(({ title, textHash }) => `${title}: ${textHash}`),
  ]);
  const { inferredMark, inferredNote } = briefWordsEn;
  expect(sources.map(({ text }) => text)).toContain(`${inferredMark} ${inferredNote}`);
});

test('the table of evidence has a row a passage, and heads that stand on each page', () => {
  const tables = all(documentOf('table'), 'table:table');
  const sections = INPUTS.table?.brief.sections ?? [];
  expect(tables).toHaveLength(sections.length);
  for (const [index, table] of tables.entries()) {
    const [heads] = all(table, 'table:table-header-rows');
    expect(heads && all(heads, 'text:p').map(textOf)).toEqual([
      ...['Passage', 'Tags', 'Article', 'Date', 'Note'],
    ]);
    const rows = all(table, 'table:table-row').slice(1);
    const passages = sections[index]?.passages ?? [];
    expect(rows).toHaveLength(passages.length);
    for (const [at, row] of rows.entries()) {
      const [cell = ''] = all(row, 'text:p').map(textOf);
      expect(words(cell)).toContain(words(passages[at]?.quote.replaceAll('\n', '/') ?? '-'));
    }
  }
});

/** What XML cannot hold comes out as the sign for that. */
const printed = (text: string) =>
  words(text.toWellFormed().replace(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '\uFFFD'));

test.each(TEMPLATES)('any text stands in a brief of the kind “%s” as it is', (template) => {
  const name = `hostile ${template}`;
  const said = words(
    paragraphs(name)
      .map(({ text }) => text)
      .join(''),
  );
  for (const { quote, translation, tagNames } of passagesOf(name)) {
    const separator = template === 'table' ? '/' : '';
    expect(said).toContain(printed(quote.replace(/\n+/g, separator)));
    const lines = translation?.text.split('\n').filter((line) => line.trim() !== '') ?? [];
    expect(said).toContain(printed(lines.join(separator)));
    for (const tag of tagNames)
      expect(said).toContain(words(tag.toWellFormed().replace(/\p{Cc}/gu, ' ')));
  }
});
