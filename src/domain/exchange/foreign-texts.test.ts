import { describe, expect, test } from 'vitest';
import { anArticle } from '../brief/brief.testing.ts';
import {
  CODES,
  coding,
  LABOUR,
  ODA,
  points,
  project,
  quotes,
  read,
  span,
  TEXT,
  units,
} from './foreign.testing.ts';

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

  test('names tell also where no word begins or ends', () => {
    const exact = 'iếp nhận nh';
    const found = read(project('A tool', source(selection(TEXT, exact, exact, points))), {
      'sources/a.txt': windows,
    });
    expect(quotes(found)).toEqual([exact]);
  });

  test('positions that are wrong altogether give way to names that quote', () => {
    const wrong = `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" name="Hai nước ký kết 3 công hàm" startPosition="2" endPosition="28"/>`;
    const work = read(project('A tool', source(wrong)), { 'sources/a.txt': TEXT });
    expect(quotes(work)).toEqual(['Hai nước ký kết 3 công hàm']);
  });

  test('of which a name that stands there twice leaves the passage to the analyst', () => {
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
    const [annotation] = work.annotations;
    expect(annotation).toMatchObject({
      quote: { exact: 'Hai nước ký kết' },
      position: { start: 0 },
      anchor: { state: 'ambiguous', textHash: twice.textHash, accepted: false },
    });
    const others = annotation?.anchor?.alternatives?.map(({ position }) => position.start);
    expect(others).toContain(text.lastIndexOf('Hai nước'));
    expect(work.leftOut).toEqual([]);
  });

  test('what stands behind the text has no passage', () => {
    const behind = ['900|910', '5|5', '9|5', '-1|5', 'x|9'].map((pair) => {
      const [start, end] = pair.split('|');
      return `<PlainTextSelection guid="0f0d0a00-0000-4000-8000-000000000010" startPosition="${start}" endPosition="${end}"/>`;
    });
    const work = read(project('A tool', source(behind.join(''))), { 'sources/a.txt': TEXT });
    expect(work.annotations).toEqual([]);
    expect(work.leftOut).toEqual([
      { thing: 'selection', reason: 'outside-text', count: 5, examples: ['a'] },
    ]);
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
    ...(
      [
        ['internal://v%2520n.txt', 'v%20n.txt'],
        ['internal://v%2520n.txt', 'v n.txt'],
        ['internal://100% v%E1%BB%91n.txt', '100% vốn.txt'],
        ['internal://v%E1%BB%91n%ff.txt', 'vốn%ff.txt'],
        ['internal://Bài+viết.txt', 'Bài viết.txt'],
        ['internal://b+c.txt', 'b+c.txt'],
        [' internal://b.txt\n', 'b.txt'],
        ['internal://b', 'b.txt'],
        ['internal://b', 'b'],
      ] as const
    ).map(([path, name]): [string, string, Readonly<Record<string, string>>] => [
      `as ${path} in ${name}`,
      `<TextSource guid="${ODA}" plainTextPath="${path}">`,
      { [`sources/${name}`]: TEXT },
    ]),
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
      {
        thing: 'source',
        reason: 'not-text',
        count: 5,
        examples: ['Ảnh', 'Ảnh khác', 'Ghi âm', 'Word'],
      },
      {
        thing: 'selection',
        reason: 'not-text',
        count: 5,
        examples: ['Ảnh', 'Văn bản', 'Ghi âm', 'Word'],
      },
      { thing: 'source', reason: 'missing-text', count: 1, examples: ['Mất'] },
      { thing: 'selection', reason: 'missing-text', count: 1, examples: ['Mất'] },
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
      leftOut: ['source', 'selection'].map((thing) => ({
        thing,
        reason: 'no-article',
        count: 1,
        examples: ['Bài khác'],
      })),
    });
  });

  test('that are versions of one article have one passage for the same words', () => {
    const source = (name: string, text: string, code: string) => {
      const selection = `<PlainTextSelection name="Hai nước ký kết" ${span(text, 'Hai nước ký kết', points)}>${coding(code)}<Description>${name}</Description></PlainTextSelection>`;
      return `<TextSource name="${name}"><PlainTextContent>${text}</PlainTextContent>${selection}</TextSource>`;
    };
    const changed = TEXT.replace('Thủ tướng', 'Sáng nay, Thủ tướng');
    const sources = `<Sources>${source('một', TEXT, ODA)}${source('hai', changed, LABOUR)}</Sources>`;
    const work = read(project('QualCoder', CODES + sources));
    expect(work.annotations).toMatchObject([
      {
        quote: { exact: 'Hai nước ký kết' },
        tagIds: [ODA.toLowerCase(), LABOUR.toLowerCase()],
        note: 'một\n\nhai',
      },
    ]);
    expect(work.leftOut).toEqual([]);
  });

  test('coded as a whole have no passage', () => {
    const work = read(
      project(
        'X',
        `${CODES}<Sources><TextSource guid="${ODA}" name="Bài"><PlainTextContent>${TEXT}</PlainTextContent>${coding(ODA)}</TextSource></Sources>`,
      ),
    );
    expect(work.leftOut).toEqual([
      { thing: 'coding', reason: 'no-passage', count: 1, examples: ['Bài'] },
    ]);
  });
});
