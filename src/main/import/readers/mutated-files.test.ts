import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anArticle } from '../../../domain/brief/brief.testing.ts';
import { unaccounted } from '../../../domain/exchange/project-accounts.testing.ts';
import { aChange } from '../../../domain/exchange/project-mutations.testing.ts';
import { aProject, type GeneratedProject } from '../../../domain/exchange/projects.testing.ts';
import { readXml } from '../../../domain/exchange/read-xml.ts';
import { decodeText } from './decode-text.ts';
import { type ImportContext, readForeignWork, readImport } from './read-import.ts';

/**
 * `BENLE_FUZZ=20000`, and `BENLE_SEED`, for a long run. `BENLE_CORPUS` is a folder of real `.qdpx`, `.qde` and `.qdc`
 * files, which are mutated as well.
 */
const RUNS = Number(process.env.BENLE_FUZZ ?? 60);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_129);
const CORPUS = process.env.BENLE_CORPUS;
const TIMEOUT = 7_200_000;
/** Longer texts are cut: what is tried is the project, not the search for its passages. */
const MOST_TEXT = 20_000;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const utf8 = (text: string) => new TextEncoder().encode(text);

type Entries = [path: string, bytes: Uint8Array][];

const entriesOf = ({ document, files, path }: GeneratedProject): Entries => [
  [path, utf8(document)],
  ...[...files].map(([name, text]): [string, Uint8Array] => [name, utf8(text)]),
];

const zip = (entries: Entries) => zipSync(Object.fromEntries(entries), { level: 0 });

/** What is wrong with what becomes of a file. */
function faultsOf(bytes: Uint8Array, document: Uint8Array | undefined, context: ImportContext) {
  const read = readForeignWork(bytes, context);
  if (!read.ok)
    return read.reason.kind === 'unknown' || read.reason.detail !== '' ? [] : ['no reason'];
  expect(readImport(bytes, context).ok).toBe(true);
  const root = readXml(decodeText(document ?? bytes) ?? '');
  if (!root.ok) return ['read, but not well-formed'];
  return unaccounted(root.value, read.value.work, context);
}

const contextOf = ({ article }: GeneratedProject): ImportContext => ({
  articles: [article],
  codebook: [],
});

/** Writes other bytes of the same length wherever some stand, as in an archive's two lists of names. */
function overwrite(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1)) {
    changed.write(to, at);
  }
  return changed;
}

/** Takes away the mark that says that names are UTF-8, as the Archive Utility of macOS leaves it out. */
function withoutNameMark(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  for (const [signature, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    for (let at = changed.indexOf(signature); at >= 0; at = changed.indexOf(signature, at + 1)) {
      changed.writeUInt16LE(changed.readUInt16LE(at + flags) & ~0x800, at + flags);
    }
  }
  return changed;
}

const TEXT = 'Chính phủ cho biết.\nBộ Tài chính đề nghị.';
const context: ImportContext = {
  articles: [{ ...anArticle('a', TEXT.split('\n')), textHash: sha256(TEXT) }],
  codebook: [],
};
const projectWith = (path: string) =>
  utf8(
    `<Project><Codes><Code guid="c" name="ODA"/></Codes><TextSource name="b" plainTextPath="${path}"><PlainTextSelection startPosition="0" endPosition="9"><CodeRef targetGUID="c"/></PlainTextSelection></TextSource></Project>`,
  );
const quotesIn = (bytes: Uint8Array) => {
  const read = readImport(bytes, context);
  if (!read.ok) throw new Error(read.reason.detail);
  expect(read.value.leftOut).toEqual([]);
  return read.value.rows.flatMap(({ table, row }) =>
    table === 'annotations' ? [(row as { quote: { exact: string } }).quote.exact] : [],
  );
};

describe('the files of a project are found', () => {
  const name = 'Bài báo số 1.txt';
  test.each<[string, string, Entries]>([
    ['decomposed, as macOS names files', name, [[`sources/${name}`.normalize('NFD'), utf8(TEXT)]]],
    ['percent-encoded in the project', encodeURIComponent(name), [[`sources/${name}`, utf8(TEXT)]]],
    ['percent-encoded in the archive', name, [[`sources/${encodeURIComponent(name)}`, utf8(TEXT)]]],
    ['with a percent sign of their own', '100%.txt', [['sources/100%.txt', utf8(TEXT)]]],
    ['with backslashes', name, [[`Sources\\${name}`, utf8(TEXT)]]],
    ['in capitals', name, [[`SOURCES/${name.toUpperCase()}`, utf8(TEXT)]]],
    ['with another extension', 'b.md', [['sources/b.md', utf8(TEXT)]]],
    ['in any other folder', name, [[`Bản sao/Tệp/${name}`, utf8(TEXT)]]],
    [
      'beside what macOS adds',
      name,
      [
        ['__MACOSX/._project.qde', Uint8Array.of(0, 5, 22, 7, 255)],
        ['__MACOSX/sources/._x.txt', utf8('x')],
        [`sources/${name}`, utf8(TEXT)],
      ],
    ],
  ])('%s', (_, path, entries) => {
    const files: Entries = [['project.qde', projectWith(`internal://${path}`)], ...entries];
    expect(quotesIn(zip(files))).toEqual(['Chính phủ']);
  });

  test.each(['Du an/project.qde', 'Dự án/PROJECT.QDE', 'a\\b\\Trial.qde'])(
    'and the project itself, as %s',
    (path) => {
      const folder = path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      const files: Entries = [
        ['sources/b.txt', utf8('Một bài khác.')],
        [path, projectWith('internal://b.txt')],
        [`${folder}sources/b.txt`, utf8(TEXT)],
      ];
      expect(quotesIn(zip(files))).toEqual(['Chính phủ']);
    },
  );

  test('with names in UTF-8 that are not marked as such', () => {
    const files: Entries = [
      ['project.qde', projectWith(`internal://${name}`)],
      [`sources/${name}`.normalize('NFD'), utf8(TEXT)],
    ];
    expect(quotesIn(withoutNameMark(zip(files)))).toEqual(['Chính phủ']);
  });
});

describe('refused, since nobody can tell what is meant, are', () => {
  const project = projectWith('internal://b.txt');
  const refusal = (bytes: Uint8Array) => {
    const read = readImport(bytes, context);
    return read.ok ? undefined : read.reason;
  };

  test('two files of one name', () => {
    const files: Entries = [
      ['project.qde', project],
      ['sources/b.txt', utf8(TEXT)],
      ['sources/c.txt', utf8('khác')],
    ];
    const doubled = overwrite(zip(files), 'sources/c.txt', 'sources/b.txt');
    expect(refusal(doubled)).toEqual({ kind: 'damaged', detail: 'two files sources/b.txt' });
  });

  test('two projects', () => {
    const files: Entries = [
      ['a.qde', project],
      ['b.qde', project],
    ];
    expect(refusal(zip(files))).toMatchObject({ kind: 'damaged', detail: /a\.qde, b\.qde/ });
  });
});

test('a project without its archive is read; its texts are told to be missing', () => {
  const read = readImport(projectWith('internal://b.txt'), context);
  expect(read).toMatchObject({
    ok: true,
    value: {
      format: 'qdpx',
      rows: [{ table: 'tags' }],
      leftOut: [
        { thing: 'source', reason: 'missing-text', count: 1 },
        { thing: 'selection', reason: 'missing-text', count: 1 },
        { thing: 'coding', reason: 'missing-text', count: 1 },
      ],
    },
  });
});

/** A change of an archive: of its list of files, of one file's encoding, or of its bytes. */
const aDamage = fc.oneof(
  fc
    .nat()
    .map(
      (at) => (entries: Entries) =>
        zip(entries.filter((_, index) => index !== at % entries.length)),
    ),
  fc
    .tuple(fc.nat(), fc.constantFrom('x.txt', 'project.qde', 'Sources/y.TXT', 'a.docx', '../b.txt'))
    .map(
      ([at, name]) =>
        (entries: Entries) =>
          zip(
            entries.map(([path, bytes], index) => [
              index === at % entries.length ? name : path,
              bytes,
            ]),
          ),
    ),
  fc.tuple(fc.nat(), fc.constantFrom('utf16le' as const, 'latin1' as const, 'hex' as const)).map(
    ([at, encoding]) =>
      (entries: Entries) =>
        zip(
          entries.map(([path, bytes], index) => {
            const text = Buffer.from(bytes).toString('utf8');
            const mark = encoding === 'utf16le' ? '\ufeff' : '';
            const encoded = new Uint8Array(Buffer.from(mark + text, encoding));
            return [path, index === at % entries.length ? encoded : bytes];
          }),
        ),
  ),
  fc.nat().map((at) => (entries: Entries) => {
    const bytes = zip(entries);
    return bytes.subarray(0, at % bytes.length);
  }),
  fc
    .array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((flips) => (entries: Entries) => {
      const bytes = zip(entries);
      for (const [at, value] of flips) bytes[at % bytes.length] = value;
      return bytes;
    }),
);

/** The project in an archive, as another reader finds it. */
function documentIn(bytes: Uint8Array): Uint8Array | undefined {
  const files = unzipSync(bytes, { filter: ({ name }) => /\.qde$/i.test(name) });
  const [[, document] = []] = Object.entries(files).sort(
    ([a], [b]) => Number(/project\.qde$/i.test(b)) - Number(/project\.qde$/i.test(a)),
  );
  return document;
}

test(
  'damaged archives of mutated projects: each thing is in the rows or told, or the file is refused',
  () => {
    fc.assert(
      fc.property(aProject, aChange, aDamage, (project, change, damage) => {
        const changed = { ...project, document: change(project.document) };
        const bytes = damage(entriesOf(changed));
        const read = readForeignWork(bytes, contextOf(project));
        const document = read.ok ? documentIn(bytes) : undefined;
        expect(faultsOf(bytes, document, contextOf(project))).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT,
);

describe.runIf(CORPUS !== undefined)('real files, mutated', () => {
  const names =
    CORPUS === undefined
      ? []
      : readdirSync(CORPUS).filter((name) => /\.q(?:dpx|de|dc)$/.test(name));

  /** A real file: its project or codebook, its texts, and articles of those. */
  const realFiles = names.map((name) => {
    const bytes = new Uint8Array(readFileSync(join(CORPUS ?? '', name)));
    const files = name.endsWith('.qdpx') ? unzipSync(bytes) : { [name]: bytes };
    const cut = (text: string) => text.replace(/^\ufeff/, '').slice(0, MOST_TEXT);
    const texts = Object.entries(files).flatMap(([path, file]) =>
      path.endsWith('.txt') ? [[path, cut(decodeText(file) ?? '')] as const] : [],
    );
    const articles = texts.map(([path, text]) => {
      const plain = text.replace(/\r\n?/g, '\n').normalize('NFC');
      return { ...anArticle(path, plain.split('\n')), textHash: sha256(plain) };
    });
    const document = Object.entries(files).find(([path]) => /\.q(?:de|dc)$/.test(path))?.[1];
    return {
      name,
      document: decodeText(document ?? bytes)?.replace(/^\ufeff/, '') ?? '',
      texts,
      articles,
    };
  });

  test.each(realFiles)(
    '$name',
    ({ name, document, texts, articles }) => {
      let refused = 0;
      let slowest = 0;
      let things = 0;
      let told = 0;
      fc.assert(
        fc.property(aChange, (change) => {
          const changed = utf8(change(document));
          const files: Entries = texts.map(([path, text]) => [path, utf8(text)]);
          const bytes = name.endsWith('.qdpx')
            ? zip([['project.qde', changed], ...files])
            : changed;
          const of = { articles, codebook: [] };
          const began = performance.now();
          const read = readForeignWork(bytes, of);
          slowest = Math.max(slowest, performance.now() - began);
          refused += Number(!read.ok);
          const outcomes = read.ok ? (read.value.work.outcomes ?? []) : [];
          things += outcomes.length;
          told += outcomes.filter(({ into }) => into === undefined).length;
          expect(faultsOf(bytes, changed, of)).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED },
      );
      // biome-ignore lint/suspicious/noConsole: the figures of a long run
      console.info({
        name,
        runs: RUNS,
        seed: SEED,
        refused,
        things,
        told,
        slowest: Math.round(slowest),
      });
    },
    TIMEOUT,
  );
});
