import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { anAnnotation, anArticle } from '../brief/brief.testing.ts';
import { FIRST_TAGS } from '../tag/codebook.ts';
import { aLibrary, hashOf, type Library } from './exchange.testing.ts';
import type { ReadingContext } from './find-home.ts';
import { readProject } from './read-project.ts';
import type { ForeignWork } from './work.ts';
import { writeProject } from './write-project.ts';

function write(library: Library, title = 'ODA') {
  const files = new Map(
    writeProject({ ...library, title, created: '2026-11-22' }).map(({ path, pieces }) => [
      path,
      [...pieces].join(''),
    ]),
  );
  return { document: files.get('project.qde') ?? '', files };
}

type Written = ReturnType<typeof write>;

function read({ document, files }: Written, context: Partial<ReadingContext>): ForeignWork {
  const result = readProject(document, files, { articles: [], codebook: [], hashOf, ...context });
  if (!result.ok) throw new Error(result.reason.detail);
  return result.value;
}

const byId = (rows: readonly { readonly id: string }[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('what is written is read back as the very same rows', () => {
  fc.assert(
    fc.property(aLibrary(), fc.string(), (library, title) => {
      const work = read(write(library, title), library.articles.length ? library : {});
      expect(byId(work.annotations)).toStrictEqual(byId(library.annotations));
      expect(byId(work.tags)).toStrictEqual(byId(library.codebook));
      expect(work).toMatchObject({ origin: 'Bên Lề', leftOut: [] });
    }),
    { numRuns: 300 },
  );
});

test('also into a library that has other tags, and when no article could be read as it was written', () => {
  fc.assert(
    fc.property(aLibrary(), (library) => {
      const written = write({ ...library, articles: [] });
      const work = read(written, { articles: library.articles, codebook: FIRST_TAGS });
      expect(byId(work.annotations)).toStrictEqual(byId(library.annotations));
      expect(work.leftOut).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('what is in no article of the library is told, all of it', () => {
  fc.assert(
    fc.property(aLibrary(), (library) => {
      const { annotations, outcomes = [] } = read(write(library), {});
      expect(annotations).toEqual([]);
      const told = outcomes.filter(({ into }) => into === undefined);
      expect(told.map(({ reason }) => reason)).toEqual(told.map(() => 'no-article'));
      const count = (thing: string) => told.filter((one) => one.thing === thing).length;
      const articles = new Set(library.annotations.map(({ articleId }) => articleId));
      expect(count('source')).toBe(articles.size);
      expect(count('selection') + count('note')).toBeGreaterThanOrEqual(library.annotations.length);
    }),
    { numRuns: 100 },
  );
});

const article = {
  ...anArticle('article-1', [
    'Hai nước 😀 ký kết 3 công hàm về hợp tác ODA.',
    'Lao động sang Nhật.',
  ]),
  textHash: hashOf('Hai nước 😀 ký kết 3 công hàm về hợp tác ODA.\nLao động sang Nhật.'),
};
const ID = '0192f0c0-0000-7000-8000-00000000000';

const annotation = (id: string, exact: string, rest: Partial<Annotation> = {}) =>
  anAnnotation(ID + id, article, exact, rest);

const library: Library = {
  articles: [article],
  codebook: FIRST_TAGS,
  annotations: [
    annotation('1', '3 công hàm', {
      tagIds: ['tag-oda', 'tag-azec'],
      note: 'hỏi <JICA>',
      translation: { text: 'three notes', checked: true },
    }),
    annotation('2', 'Lao động'),
    annotation('3', 'sang Nhật', { note: 'không \u0001 có', createdAt: '2026-01-01T00:00:00Z' }),
    {
      ...annotation('4', 'ODA', { tagIds: ['tag-oda'], note: 'mất chỗ' }),
      textHash: hashOf('then'),
      quote: { exact: 'không còn', prefix: '', suffix: '' },
    },
  ],
};

describe('what all tools can see', () => {
  const { document, files } = write(library);

  test('is the text of the article, counted in code points', () => {
    expect(files.get(`sources/${document.match(/internal:\/\/([^"]+)"/)?.[1]}`)).toBe(
      'Hai nước 😀 ký kết 3 công hàm về hợp tác ODA.\nLao động sang Nhật.',
    );
    expect(document).toMatch(/name="3 công hàm" startPosition="18" endPosition="28"/);
  });

  test('is the note of a passage, as description and as note, and its translation', () => {
    expect(document).toContain('<Description>hỏi &lt;JICA&gt;</Description>');
    expect(document).toMatch(
      /<Note [^>]*name="Note"[^>]*><PlainTextContent>hỏi &lt;JICA&gt;<\/PlainTextContent>/,
    );
    expect(document).toMatch(
      /<Note [^>]*name="Translation \(checked\)"[^>]*><PlainTextContent>three notes</,
    );
  });

  test('is a highlight without tags, too, and a code for each tag with its colour', () => {
    expect(document).toMatch(/<PlainTextSelection [^>]*name="Lao động"[^>]*\/>/);
    expect(document).toMatch(/<Code [^>]*name="ODA" isCodable="true" color="#a36200">/);
  });

  test('is a passage without a place as a note of its source, and nowhere in the text', () => {
    expect(document).toMatch(/<Note guid="0192f0c0-0000-7000-8000-000000000004" name="không còn"/);
    expect(document).not.toMatch(/<PlainTextSelection [^>]*000000000004"/);
  });

  test('has a replacement for what XML cannot hold', () => {
    expect(document).toContain('<Description>không \ufffd có</Description>');
  });
});

describe('what another program did to it', () => {
  const context = { articles: [article], codebook: FIRST_TAGS };

  function edited(edit: (document: string) => string, files?: (all: Written['files']) => void) {
    const written = write(library);
    files?.(written.files);
    return read({ ...written, document: edit(written.document) }, context);
  }
  const rowOf = (work: ForeignWork, id: string) =>
    work.annotations.find((row) => row.id === ID + id);

  test('an edited note is the note, also where ours could not be written', () => {
    const work = edited((document) => document.replaceAll('không \ufffd có', 'có rồi'));
    expect(rowOf(work, '3')).toMatchObject({ note: 'có rồi', createdAt: '2026-01-01T00:00:00Z' });
  });

  test('a note that was edited in one of its two places is kept in both versions', () => {
    const work = edited((document) =>
      document.replace(
        '<Description>hỏi &lt;JICA&gt;</Description>',
        '<Description>đã hỏi</Description>',
      ),
    );
    expect(rowOf(work, '1')?.note).toBe('đã hỏi\n\nhỏi <JICA>');
  });

  test('a coding that was taken away is gone, a name that was changed is new', () => {
    const work = edited((document) =>
      document
        .replace(/<Coding [^>]*>(?:(?!<\/Coding>).)*<\/Coding>/, '')
        .replace('name="AZEC"', 'name="Khí thải"'),
    );
    expect(rowOf(work, '1')?.tagIds).toEqual(['tag-azec']);
    expect(work.tags.find(({ id }) => id === 'tag-azec')).toMatchObject({
      name: 'Khí thải',
      shortcut: '3',
    });
  });

  test('a passage that was moved is where it was moved to', () => {
    const work = edited((document) =>
      document.replace('startPosition="18" endPosition="28"', 'startPosition="0" endPosition="8"'),
    );
    expect(rowOf(work, '1')).toMatchObject({
      position: { start: 0, end: 8 },
      quote: { exact: 'Hai nước' },
      note: 'hỏi <JICA>',
    });
  });

  test('without our note, all that tools can see is still there', () => {
    const work = edited(
      (document) => document.replace(/<Note [^>]*REFI-QDA[^>]*\/>/, ''),
      (files) => files.delete([...files.keys()][1] ?? ''),
    );
    expect(rowOf(work, '1')).toMatchObject({
      quote: { exact: '3 công hàm' },
      tagIds: ['tag-oda', 'tag-azec'],
      note: 'hỏi <JICA>',
      translation: { text: 'three notes', checked: true },
    });
    expect(rowOf(work, '3')?.note).toBe('không \ufffd có');
    expect(work.tags).toEqual([]);
    expect(work.leftOut).toEqual([
      { thing: 'note', reason: 'no-passage', count: 2, examples: ['không còn', 'Note'] },
      { thing: 'coding', reason: 'no-passage', count: 1, examples: ['không còn'] },
      { thing: 'reference', reason: 'unresolved', count: 1, examples: [] },
    ]);
  });

  test('with other GUIDs, notes and translations are still those of their passages', () => {
    const work = edited((document) =>
      document.replace(/(?<=(?:guid|GUID)=")[0-9a-f]{8}(?=-)/g, (first) =>
        `${first.slice(1)}${first[0]}`.toUpperCase(),
      ),
    );
    expect(
      work.annotations.map(({ note, translation, tagIds }) => [note, translation, tagIds]),
    ).toEqual([
      ['hỏi <JICA>', { text: 'three notes', checked: true }, ['tag-oda', 'tag-azec']],
      ['', undefined, []],
      ['không \ufffd có', undefined, []],
    ]);
  });
});

describe('an article that has another text now', () => {
  const now = {
    ...anArticle('article-1', ['Tin mới nhận.', ...article.blocks.map(({ text }) => text)]),
    textHash: 'now',
  };

  test('has the rows as they were, for it to look for their passages', () => {
    const work = read(write(library), { articles: [now], codebook: FIRST_TAGS });
    expect(byId(work.annotations)).toStrictEqual(byId(library.annotations));
  });

  test('and another id, the passages where they stand in it', () => {
    const other = { ...now, id: 'article-2' };
    const work = read(write(library), { articles: [other], codebook: FIRST_TAGS });
    const { annotations } = library;
    const moved = 'Tin mới nhận.\n'.length;
    expect(work.annotations).toStrictEqual(
      annotations.slice(0, 3).map((row, at) => ({
        ...row,
        articleId: 'article-2',
        textHash: 'now',
        position: { start: row.position.start + moved, end: row.position.end + moved },
        quote: work.annotations[at]?.quote,
      })),
    );
    expect(work.annotations.map(({ quote }) => quote.exact)).toEqual(
      annotations.slice(0, 3).map(({ quote }) => quote.exact),
    );
    expect(work.leftOut).toEqual([
      { thing: 'note', reason: 'no-article', count: 2, examples: ['không còn', 'Note'] },
      { thing: 'coding', reason: 'no-article', count: 1, examples: ['không còn'] },
    ]);
  });

  test('of which passages are gone, says what they were', () => {
    const half = {
      ...anArticle(
        'article-2',
        article.blocks.slice(0, 1).map(({ text }) => text),
      ),
    };
    const work = read(write(library), { articles: [half], codebook: FIRST_TAGS });
    expect(work.annotations.find(({ id }) => id === `${ID}2`)).toMatchObject({
      quote: { exact: 'Lao động' },
      anchor: { state: 'lost', textHash: half.textHash, accepted: false },
    });
  });
});
