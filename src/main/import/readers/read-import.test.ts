import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anArticle } from '../../../domain/brief/brief.testing.ts';
import { composeBrief } from '../../../domain/brief/compose-brief.ts';
import { FIRST_PLAN } from '../../../domain/brief/saved-brief.ts';
import { aLibrary, type Library } from '../../../domain/exchange/exchange.testing.ts';
import { FIRST_TAGS } from '../../../domain/tag/codebook.ts';
import { annotationSchema, tagSchema } from '../../../shared/rows.ts';
import { briefWordsEn } from '../../../shared/texts/brief-words.en.ts';
import type { ExportInput, FormatWriter } from '../../export/format.ts';
import { writeJsonLd } from '../../export/formats/json-ld.ts';
import { writeQdc } from '../../export/formats/qdc.ts';
import { writeQdpx } from '../../export/formats/qdpx.ts';
import { written } from '../../export/formats/written.testing.ts';
import { readImport } from './read-import.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const empty = { articles: [], codebook: [] };

function inputOf(library: Library, onProgress: ExportInput['onProgress'] = () => {}): ExportInput {
  const request = { ...library, title: 'ODA', created: '2026-11-22', plan: FIRST_PLAN };
  return {
    ...library,
    brief: composeBrief(request),
    words: briefWordsEn,
    dialect: 'commonmark',
    hasLinks: true,
    onProgress,
  };
}

const byKey = (rows: readonly { table: string; key: string }[]) =>
  rows.toSorted((a, b) => (a.table + a.key < b.table + b.key ? -1 : 1));

const rowsOf = ({ annotations, codebook }: Library) => [
  ...annotations.map((row) => ({ table: 'annotations', key: row.id, row })),
  ...codebook.map((row) => ({ table: 'tags', key: row.id, row })),
];

describe.each([
  ['json-ld', writeJsonLd],
  ['qdpx', writeQdpx],
] as const)('%s', (format, writer: FormatWriter) => {
  test('gives back all rows that were written, and tells how far it is', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary(8, sha256), async (library) => {
        let passages = 0;
        const bytes = await written(
          writer,
          inputOf(library, (more) => {
            passages += more;
          }),
        );
        const read = readImport(bytes, { ...empty, articles: library.articles });
        if (!read.ok) throw new Error(read.reason.detail);
        expect(byKey(read.value.rows)).toStrictEqual(byKey(rowsOf(library)));
        expect(read.value).toMatchObject({ format, origin: 'Bên Lề', leftOut: [] });
        expect(passages).toBe(library.annotations.length);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same bytes each time', async () => {
    const [library] = fc.sample(aLibrary(8, sha256), { seed: 1, numRuns: 1 });
    if (!library) throw new Error('no sample');
    const [one, other] = [
      await written(writer, inputOf(library)),
      await written(writer, inputOf(library)),
    ];
    expect(one.equals(other)).toBe(true);
  });

  test('cut short anywhere is never taken for whole', async () => {
    const [library] = fc.sample(aLibrary(8, sha256), { seed: 2, numRuns: 1 });
    if (!library) throw new Error('no sample');
    const bytes = await written(writer, inputOf(library));
    for (let length = 0; length < bytes.length - 2; length += 97) {
      expect(readImport(bytes.subarray(0, length), empty)).toMatchObject({ ok: false });
    }
  });
});

test('a codebook comes into an empty one as it was, in its order, with new keys', async () => {
  const library = { articles: [], annotations: [], codebook: FIRST_TAGS };
  const bytes = await written(writeQdc, inputOf(library));
  const read = readImport(bytes, empty);
  if (!read.ok) throw new Error(read.reason.detail);
  expect(read.value).toMatchObject({ format: 'qdc', origin: 'Bên Lề', leftOut: [] });
  const withoutId = (tag: Record<string, unknown>) => ({ ...tag, id: '' });
  expect(read.value.rows.map(({ row }) => withoutId(row))).toEqual(
    FIRST_TAGS.map((tag) => withoutId({ ...tag })),
  );
});

test('a codebook that is known brings nothing', async () => {
  const library = { articles: [], annotations: [], codebook: FIRST_TAGS };
  const bytes = await written(writeQdc, inputOf(library));
  expect(readImport(bytes, { ...empty, codebook: FIRST_TAGS })).toMatchObject({
    ok: true,
    value: { rows: [] },
  });
});

describe('what it is not', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['nothing', ''],
    ['Markdown', '---\ntitle: ODA\n---\n\n# ODA\n'],
    ['Markdown that begins with HTML', '<!-- a comment -->\n\n# ODA\n'],
    ['JSON', '{"a": 1}'],
    ['half of some JSON', '{"a": '],
    ['another XML', '<html><body/></html>'],
  ])('%s is unknown', (_, text) => {
    expect(readImport(utf8(text), empty)).toMatchObject({ ok: false, reason: { kind: 'unknown' } });
  });

  test('annotations of another program are not ours', () => {
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://example.org/anno1',
      type: 'Annotation',
      target: 'http://example.com/page1',
    };
    expect(readImport(utf8(JSON.stringify(foreign)), empty)).toMatchObject({
      ok: false,
      reason: { kind: 'not-ours' },
    });
  });

  test('an archive of something else is damaged: there is no project in it', () => {
    const bytes = zipSync({ 'word/document.xml': utf8('<a/>') });
    expect(readImport(bytes, empty)).toMatchObject({ ok: false, reason: { kind: 'damaged' } });
  });

  test('a project with a document type is damaged', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa">]><Project name="&a;"/>';
    expect(readImport(zipSync({ 'project.qde': utf8(bomb) }), empty)).toMatchObject({
      ok: false,
      reason: { kind: 'damaged', detail: 'document type declaration' },
    });
  });

  test('an archive that would not fit into memory is refused before it is opened', () => {
    const bytes = zipSync({
      'project.qde': utf8('<Project name=""/>'),
      'sources/a.txt': utf8('a'),
    });
    // Its directory says that the text were 4 gigabytes large.
    const directory = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (directory.getUint32(at, true) === 0x02014b50)
        directory.setUint32(at + 24, 0xfffffffe, true);
    }
    expect(readImport(bytes, empty)).toMatchObject({ ok: false, reason: { kind: 'too-large' } });
  });
});

test.each([
  [
    'that mentions projects in a comment',
    '<!-- <Project> --><CodeBook><Code name="A"/></CodeBook>',
  ],
  [
    'that mentions projects in CDATA',
    '<CodeBook><Code name="A"><Description><![CDATA[<Project/>]]></Description></Code></CodeBook>',
  ],
  ['of one code', '<?xml version="1.0"?>\n<q:Code xmlns:q="x" name="A" q:name="B"/>'],
])('a codebook %s is read', (_, text) => {
  const read = readImport(new TextEncoder().encode(text), empty);
  expect(read).toMatchObject({
    ok: true,
    value: { format: 'qdc', rows: [{ row: { name: 'A' } }], leftOut: [] },
  });
});

describe('annotations about an article that is here are read', () => {
  const TEXT = 'Chính phủ cho biết.';
  const articles = [{ ...anArticle('a', [TEXT]), textHash: sha256(TEXT) }];
  const selector = { type: 'TextQuoteSelector', exact: 'Chính phủ' };
  const one = { type: 'Annotation', target: { source: 'benle://article/a', selector } };
  const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
  const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
  const expanded = {
    '@type': [oa('Annotation')],
    [oa('hasTarget')]: [
      {
        [oa('hasSource')]: [{ '@id': 'benle://article/a' }],
        [oa('hasSelector')]: [
          { '@type': [oa('TextQuoteSelector')], [oa('exact')]: [{ '@value': 'Chính phủ' }] },
        ],
      },
    ],
  };

  test.each([
    [
      'with escaped slashes',
      JSON.stringify({ '@context': CONTEXT, ...one }).replaceAll('/', '\\/'),
    ],
    ['with a context by https', JSON.stringify({ '@context': CONTEXT.replace(':', 's:'), ...one })],
    ['without a context', JSON.stringify([one])],
    ['in expanded form', JSON.stringify([expanded])],
  ])('%s', (_, text) => {
    const read = readImport(new TextEncoder().encode(text), { articles, codebook: [] });
    expect(read).toMatchObject({ ok: true, value: { format: 'json-ld', leftOut: [] } });
    expect(read.ok && read.value.rows).toMatchObject([{ row: { quote: { exact: 'Chính phủ' } } }]);
  });
});

test('a project in UTF-16, as some programs write XML, is read', () => {
  const xml = `\ufeff<?xml version="1.0" encoding="utf-16"?><Project name="x" origin="Đ"><CodeBook><Codes><Code guid="7D5B5B5C-0000-4000-8000-00000000000A" name="Đầu tư" isCodable="true"/></Codes></CodeBook></Project>`;
  const bytes = zipSync({ 'project.qde': new Uint8Array(Buffer.from(xml, 'utf16le')) });
  expect(readImport(bytes, { ...empty, articles: [anArticle('a', ['x'])] })).toMatchObject({
    ok: true,
    value: {
      origin: 'Đ',
      rows: [
        { table: 'tags', key: '7d5b5b5c-0000-4000-8000-00000000000a', row: { name: 'Đầu tư' } },
      ],
    },
  });
});

describe('damage', () => {
  const [library] = fc.sample(
    aLibrary(8, sha256).filter(({ annotations }) => annotations.length > 3),
    { seed: 3, numRuns: 1 },
  );
  if (!library) throw new Error('no sample');
  const context = { ...empty, articles: library.articles, codebook: FIRST_TAGS };

  /** Whatever comes of it, it is a reason or rows that can be kept. */
  function expectSound(bytes: Uint8Array) {
    const read = readImport(bytes, context);
    for (const { table, row } of read.ok ? read.value.rows : []) {
      const schema = table === 'tags' ? tagSchema : annotationSchema;
      expect(schema.safeParse(row).success).toBe(true);
    }
  }

  test.each([
    ['json-ld', writeJsonLd],
    ['qdpx', writeQdpx],
    ['qdc', writeQdc],
  ] as const)('of bytes of %s never throws', async (_, writer: FormatWriter) => {
    const bytes = await written(writer, inputOf(library));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1 }), (flips) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, value] of flips) damaged[at % damaged.length] = value;
        expectSound(damaged);
      }),
      { numRuns: 300 },
    );
  });

  test('of what the files of a project say never throws', async () => {
    const files = unzipSync(await written(writeQdpx, inputOf(library)));
    const decoder = new TextDecoder();
    const words = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '/',
      '0',
      '-1',
      '[',
      '{',
      'null',
      'x',
      ' ',
    );
    const edit = fc.record({ file: fc.nat(), at: fc.nat(), length: fc.nat(40), word: words });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const all = { ...files };
        for (const { file, at, length, word } of edits) {
          const name = Object.keys(all)[file % Object.keys(all).length] ?? '';
          const text = decoder.decode(all[name]);
          const from = at % (text.length + 1);
          const edited = text.slice(0, from) + word + text.slice(from + length);
          all[name] = new TextEncoder().encode(edited);
        }
        expectSound(zipSync(all, { level: 0 }));
      }),
      { numRuns: 300 },
    );
  });
});
