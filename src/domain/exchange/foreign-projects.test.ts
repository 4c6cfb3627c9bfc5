import { describe, expect, test } from 'vitest';
import { anArticle } from '../brief/brief.testing.ts';
import { FIRST_TAGS } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { hashOf } from './exchange.testing.ts';
import { type ReadingContext, readProject } from './read-project.ts';
import type { ForeignWork } from './work.ts';

/*
 * Projects as other tools write them, each with the habits that are known of it. Written by hand: what the tools
 * do is known from their documentation, their sources and the reports of those who exchange projects between them.
 */

const TEXT = `Thủ tướng dự Hội nghị cấp cao 😀 tại Tokyo.
Hai nước ký kết 3 công hàm về hợp tác ODA.
Lao động Việt Nam được tiếp nhận nhiều hơn.`;
const article = anArticle('article-1', TEXT.split('\n'));

const ODA = '0F0D0A00-0000-4000-8000-000000000001';
const LABOUR = '0F0D0A00-0000-4000-8000-000000000002';

const CODES = `<CodeBook><Codes>
  <Code guid="${ODA}" name="oda" isCodable="true" color="#ff0000"/>
  <Code guid="${LABOUR}" name="Lao động" isCodable="true" color="#3399FF"><Description>Người lao động</Description></Code>
</Codes></CodeBook>`;

const project = (origin: string, inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Dự án" origin="${origin}" creationDateTime="2021-05-01T08:00:00Z">${inside}</Project>`;

function read(
  document: string,
  files: Readonly<Record<string, string>> = {},
  context: Partial<ReadingContext> = {},
): ForeignWork {
  const result = readProject(document, new Map(Object.entries(files)), {
    articles: [article],
    codebook: [],
    hashOf,
    ...context,
  });
  if (!result.ok) throw new Error(result.reason.detail);
  return result.value;
}

/** Where a passage of the article stands if a tool counts as it does. */
function span(within: string, exact: string, count: (text: string) => number) {
  const at = within.indexOf(exact);
  const start = count(within.slice(0, at));
  return `startPosition="${start}" endPosition="${start + count(exact)}"`;
}
const points = (text: string) => [...text].length;
const units = (text: string) => text.length;

const coding = (guid: string) =>
  `<Coding guid="{0F0D0A00-0000-4000-8000-0000000000C0}"><CodeRef targetGUID="${guid}"/></Coding>`;

const quotes = ({ annotations }: ForeignWork) => annotations.map(({ quote }) => quote.exact);

describe('QualCoder', () => {
  const document = project(
    'QualCoder 3.6',
    `<Users><User guid="0F0D0A00-0000-4000-8000-0000000000AA" name="default"/></Users>${CODES}
    <Sources><TextSource plainTextPath="internal://5A.txt" guid="0f0d0a00-0000-4000-8000-00000000005a" name="bài báo.txt">
    <PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" ${span(TEXT, '3 công hàm', points)} name="3 công hàm" creatingUser="0F0D0A00-0000-4000-8000-0000000000AA" creationDateTime="2021-05-02T10:00:00Z">
    <Description>hỏi &lt;JICA&gt;</Description>
    ${coding(ODA)}
    </PlainTextSelection>
    <PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000011" ${span(TEXT, '3 công hàm', points)} name="3 công hàm" creationDateTime="2021-05-02T10:01:00Z">${coding(LABOUR)}</PlainTextSelection>
    <NoteRef targetGUID="0f0d0a00-0000-4000-8000-000000000077"/>
    </TextSource></Sources>
    <Notes>
    <Note guid="0f0d0a00-0000-4000-8000-000000000077" modifiedDateTime="2021-05-03T00:00:00Z"><PlainTextContent>ghi chú riêng</PlainTextContent><PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000012" ${span(TEXT, 'Tokyo', points)}/></Note>
    <Note guid="0f0d0a00-0000-4000-8000-000000000078" name="Nhật ký" plainTextPath="internal://78.txt"/>
    </Notes>`,
  );
  const work = read(document, { 'sources/5a.txt': TEXT, 'sources/78.txt': 'Ngày đầu' });

  test('each coding of a passage is an annotation, a memo its note', () => {
    expect(work.annotations.slice(0, 2)).toMatchObject([
      {
        id: '0f0d0a00-0000-4000-8000-000000000010',
        articleId: 'article-1',
        textHash: article.textHash,
        quote: { exact: '3 công hàm' },
        tagIds: [ODA.toLowerCase()],
        note: 'hỏi <JICA>',
        createdAt: '2021-05-02T10:00:00.000Z',
        updatedAt: '2021-05-02T10:00:00.000Z',
      },
      { quote: { exact: '3 công hàm' }, tagIds: [LABOUR.toLowerCase()], note: '' },
    ]);
    for (const annotation of work.annotations) expect(annotation).not.toHaveProperty('anchor');
  });

  test('a note about a passage, which it hangs on the source, is an annotation without a tag', () => {
    expect(work.annotations[2]).toMatchObject({
      quote: { exact: 'Tokyo' },
      tagIds: [],
      note: 'ghi chú riêng',
      createdAt: '2021-05-03T00:00:00.000Z',
    });
  });

  test('a journal has no passage, and is told', () => {
    expect(work.leftOut).toEqual([{ reason: 'no-passage', name: 'Nhật ký', count: 1 }]);
  });

  test('codes become tags, with the nearest colour, their own ids, and free keys', () => {
    expect(work.origin).toBe('QualCoder 3.6');
    expect(work.tags).toEqual([
      {
        id: ODA.toLowerCase(),
        name: 'oda',
        description: '',
        colour: 'brick',
        shortcut: '1',
        order: 1,
      },
      {
        id: LABOUR.toLowerCase(),
        name: 'Lao động',
        description: 'Người lao động',
        colour: 'blue',
        shortcut: '2',
        order: 2,
      },
    ]);
  });

  test('or are ours of the same name', () => {
    const known = read(document, { 'sources/5a.txt': TEXT }, { codebook: FIRST_TAGS });
    expect(known.annotations[0]?.tagIds).toEqual(['tag-oda']);
    expect(known.tags.map(({ name, shortcut }) => [name, shortcut])).toEqual([['Lao động', '4']]);
  });
});

describe('a text with carriage returns', () => {
  const windows = TEXT.replaceAll('\n', '\r\n');
  const selection = (within: string, exact: string, name: string, count: typeof points) =>
    `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" name="${name}" ${span(within, exact, count)}>${coding(ODA)}</PlainTextSelection>`;
  const source = (selections: string) =>
    `${CODES}<Sources><TextSource guid="0F0D0A00-0000-4000-8000-00000000005A" name="a" plainTextPath="internal://a.txt">${selections}</TextSource></Sources>`;
  const wanted = 'được tiếp nhận nhiều hơn';

  test.each([
    ['which are not counted (ATLAS.ti)', windows, TEXT, 'Đoạn 1', points],
    ['which are counted (NVivo)', windows, windows, 'được tiếp nhận...', points],
    ['which are counted, under any name', windows, windows, '', points],
    ['which only the positions know of', TEXT, windows, 'được tiếp nhận nhiều hơn', points],
    ['counted in code units', windows, windows, 'được tiếp nhận nhiều hơn', units],
    ['behind a byte order mark', `\ufeff${windows}`, windows, 'được tiếp nhận nhiều hơn', points],
    ['behind one that is counted', `\ufeff${TEXT}`, `\ufeff${TEXT}`, 'được tiếp…', points],
  ])('%s', (_, inFile, counted, name, count) => {
    const work = read(project('A tool', source(selection(counted, wanted, name, count))), {
      'sources/a.txt': inFile,
    });
    expect(quotes(work)).toEqual([wanted]);
    expect(work.annotations[0]?.position.start).toBe(TEXT.indexOf(wanted));
  });

  test('positions that are wrong altogether give way to names that quote', () => {
    const wrong = `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" name="Hai nước ký kết 3 công hàm" startPosition="2" endPosition="28"/>`;
    const work = read(project('A tool', source(wrong)), { 'sources/a.txt': TEXT });
    expect(quotes(work)).toEqual(['Hai nước ký kết 3 công hàm']);
  });

  test('of which a name that stands there twice makes none', () => {
    const twice = anArticle('twice', [
      'Hai nước ký kết.',
      'Hôm qua, hai nước.',
      'Hai nước ký kết.',
    ]);
    const text = twice.blocks.map((block) => block.text).join('\n');
    const wrong = `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" name="Hai nước ký kết" startPosition="3" endPosition="18"/>`;
    const work = read(
      project('A tool', source(wrong)),
      { 'sources/a.txt': text },
      { articles: [twice] },
    );
    expect(work).toMatchObject({ annotations: [], leftOut: [{ reason: 'no-passage', count: 1 }] });
  });

  test('what stands behind the text has no passage', () => {
    const behind = ['900|910', '5|5', '9|5', '-1|5', 'x|9'].map((pair) => {
      const [start, end] = pair.split('|');
      return `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" startPosition="${start}" endPosition="${end}"/>`;
    });
    const work = read(project('A tool', source(behind.join(''))), { 'sources/a.txt': TEXT });
    expect(work.annotations).toEqual([]);
    expect(work.leftOut).toEqual([{ reason: 'no-passage', name: 'a', count: 5 }]);
  });
});

describe('sources', () => {
  const selection = `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" ${span(TEXT, 'Tokyo', points)}/>`;
  const withSources = (sources: string) => project('X', `<Sources>${sources}</Sources>`);

  test.each([
    [
      'in the project',
      `<TextSource guid="${ODA}"><PlainTextContent>${TEXT}</PlainTextContent>`,
      {},
    ],
    [
      'in a folder with a capital',
      `<TextSource guid="${ODA}" plainTextPath="internal://B.TXT">`,
      { 'sources/b.txt': TEXT },
    ],
    [
      'beside the project',
      `<TextSource guid="${ODA}" plainTextPath="internal://b.txt">`,
      { 'b.txt': TEXT },
    ],
    [
      'as a relative path',
      `<TextSource guid="${ODA}" plainTextPath="relative:///docs/b.txt">`,
      { 'sources/b.txt': TEXT },
    ],
  ])('with their text %s', (_, open, files) => {
    const work = read(withSources(`${open}${selection}</TextSource>`), files);
    expect(quotes(work)).toEqual(['Tokyo']);
  });

  test('that are no text are told, with how much is left out', () => {
    const work = read(
      withSources(
        `<PictureSource guid="${ODA}" name="Ảnh"><PictureSelection guid="${ODA}" firstX="0" firstY="0" secondX="1" secondY="1"/></PictureSource>
        <PictureSource guid="${ODA}" name="Ảnh khác"/>
        <PDFSource guid="${ODA}" name="Văn bản"><PDFSelection guid="${ODA}" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/><Representation guid="${ODA}"><PlainTextContent>${TEXT}</PlainTextContent>${selection}</Representation></PDFSource>
        <AudioSource guid="${ODA}" name="Ghi âm"><Transcript guid="${ODA}"><TranscriptSelection guid="${ODA}"/></Transcript><AudioSelection guid="${ODA}" begin="0" end="1"/></AudioSource>
        <TextSource guid="${ODA}" name="Word" richTextPath="internal://w.docx">${selection}</TextSource>
        <TextSource guid="${ODA}" name="Mất" plainTextPath="internal://gone.txt">${selection}</TextSource>`,
      ),
    );
    expect(quotes(work)).toEqual(['Tokyo']);
    expect(work.leftOut).toEqual([
      { reason: 'not-text', name: 'Word', count: 1 },
      { reason: 'unreadable', name: 'Mất', count: 1 },
      { reason: 'not-text', name: 'Ảnh', count: 1 },
      { reason: 'not-text', name: 'Văn bản', count: 1 },
      { reason: 'not-text', name: 'Ghi âm', count: 2 },
    ]);
  });

  test('that are no article of the library are told', () => {
    const other = 'Một bài viết khác hẳn, không có trong thư viện này chút nào cả.';
    const work = read(
      withSources(
        `<TextSource guid="${ODA}" name="Bài khác"><PlainTextContent>${other}</PlainTextContent><PlainTextSelection guid="${ODA}" startPosition="0" endPosition="3"/></TextSource>`,
      ),
    );
    expect(work).toMatchObject({
      annotations: [],
      leftOut: [{ reason: 'no-article', name: 'Bài khác', count: 1 }],
    });
  });

  test('coded as a whole have no passage', () => {
    const work = read(
      project(
        'X',
        `${CODES}<Sources><TextSource guid="${ODA}" name="Bài"><PlainTextContent>${TEXT}</PlainTextContent>${coding(ODA)}</TextSource></Sources>`,
      ),
    );
    expect(work.leftOut).toEqual([{ reason: 'no-passage', name: 'Bài', count: 1 }]);
  });
});

describe('selections', () => {
  const place = span(TEXT, 'hợp tác ODA', points);
  const within = (selection: string, rest = '') =>
    read(
      project(
        'NVivo',
        `${CODES}<Sources><TextSource guid="0F0D0A00-0000-4000-8000-00000000005A"><PlainTextContent>${TEXT}</PlainTextContent>${selection}</TextSource></Sources>${rest}`,
      ),
      { 'sources/n.txt': 'một ghi chú' },
    );

  test('with several codings have several tags, each once', () => {
    const work = within(
      `<PlainTextSelection guid="${ODA}" ${place}>${coding(LABOUR)}${coding(ODA)}${coding(LABOUR.toLowerCase())}</PlainTextSelection>`,
    );
    expect(work.annotations[0]?.tagIds).toEqual([LABOUR.toLowerCase(), ODA.toLowerCase()]);
  });

  test('let go of the white space around them', () => {
    expect(
      quotes(within(`<PlainTextSelection guid="${ODA}" ${span(TEXT, ' Tokyo.\n', points)}/>`)),
    ).toEqual(['Tokyo.']);
  });

  test('may have their notes by reference, on the coding, or by a link', () => {
    const note = '0F0D0A00-0000-4000-8000-0000000000F0';
    const notes = `<Notes><Note guid="${note}" plainTextPath="internal://n.txt"/></Notes>`;
    const refs = [
      [`<NoteRef targetGUID="${note}"/>`, ''],
      [
        `<Coding guid="${ODA}"><CodeRef targetGUID="${ODA}"/><NoteRef targetGUID="${note}"/></Coding>`,
        '',
      ],
      ['', `<Links><Link guid="${ODA}" originGUID="${note}" targetGUID="{${LABOUR}}"/></Links>`],
    ] as const;
    for (const [inside, links] of refs) {
      const work = within(
        `<PlainTextSelection guid="${LABOUR}" ${place}>${inside}</PlainTextSelection>`,
        notes + links,
      );
      expect(work.annotations[0]?.note).toBe('một ghi chú');
      expect(work.leftOut).toEqual([]);
    }
  });

  test('with one GUID, or none, are all kept', () => {
    const work = within(
      `<PlainTextSelection guid="${ODA}" ${place}/><PlainTextSelection guid="${ODA}" ${place}/><PlainTextSelection guid="" ${place}/>`,
    );
    expect(new Set(work.annotations.map(({ id }) => id)).size).toBe(3);
    expect(work.annotations.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
  });

  test('without times are as old as the project', () => {
    const work = within(`<PlainTextSelection guid="${ODA}" ${place}/>`);
    expect(work.annotations[0]?.createdAt).toBe('2021-05-01T08:00:00.000Z');
  });
});

describe('codes', () => {
  const tagsOf = (codes: string, codebook: readonly Tag[] = []) =>
    read(project('X', `<CodeBook><Codes>${codes}</Codes></CodeBook>`), {}, { codebook }).tags;
  const code = (last: string, name: string, inside = '', isCodable = true) =>
    `<Code guid="0F0D0A00-0000-4000-8000-00000000000${last}" name="${name}" isCodable="${isCodable}">${inside}</Code>`;
  const names = (tags: readonly Tag[]) => tags.map(({ name }) => name);

  test('within others are called after them; groups alone are no tags', () => {
    expect(
      names(
        tagsOf(code('1', 'Kinh tế', code('2', 'Vốn') + code('3', 'Nhóm', code('4', 'Nợ'), false))),
      ),
    ).toEqual(['Kinh tế', 'Kinh tế / Vốn', 'Kinh tế / Nhóm / Nợ']);
  });

  test('within others are ours of that name, unless two of the file have it', () => {
    const nested = code('1', 'A', code('2', 'oda'.normalize('NFD')));
    expect(names(tagsOf(nested, FIRST_TAGS))).toEqual(['A']);
    expect(names(tagsOf(nested + code('3', 'B', code('4', 'ODA')), FIRST_TAGS))).toEqual([
      'A',
      'A / oda',
      'B',
      'B / ODA',
    ]);
  });

  test('of one name, too long, or without one, get names that can be had', () => {
    const long = 'ệ'.repeat(70);
    const made = names(
      tagsOf(code('1', 'Vốn') + code('2', 'VỐN') + code('3', long) + code('4', ' ')),
    );
    expect(made).toEqual([
      'Vốn',
      'VỐN (2)',
      'ệ'.repeat(60),
      '0f0d0a00-0000-4000-8000-000000000004',
    ]);
  });

  test('that came from us before are ours, by their GUIDs', () => {
    const ours: Tag = {
      id: '0f0d0a00-0000-4000-8000-000000000001',
      name: 'Khác',
      description: '',
      colour: 'teal',
      order: 1,
    };
    expect(tagsOf(code('1', 'Vốn'), [ours])).toEqual([]);
  });
});
