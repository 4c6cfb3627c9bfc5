import { describe, expect, test } from 'vitest';
import { FIRST_TAGS } from '../tag/codebook.ts';
import {
  article,
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
} from './foreign.testing.ts';

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

  test('two codings of the same words are one annotation with two tags, a memo its note', () => {
    expect(work.annotations.slice(0, 1)).toMatchObject([
      {
        id: '0f0d0a00-0000-4000-8000-000000000010',
        articleId: 'article-1',
        textHash: article.textHash,
        quote: { exact: '3 công hàm' },
        tagIds: [ODA.toLowerCase(), LABOUR.toLowerCase()],
        note: 'hỏi <JICA>',
        createdAt: '2021-05-02T10:00:00.000Z',
        updatedAt: '2021-05-02T10:01:00.000Z',
      },
    ]);
  });

  test('a note about a passage, which it hangs on the source, is an annotation without a tag', () => {
    expect(work.annotations[1]).toMatchObject({
      quote: { exact: 'Tokyo' },
      tagIds: [],
      note: 'ghi chú riêng',
      createdAt: '2021-05-03T00:00:00.000Z',
    });
  });

  test('a journal has no passage, and is told; so are users', () => {
    expect(work.leftOut).toEqual([
      { thing: 'user', reason: 'unsupported', count: 1, examples: ['default'] },
      { thing: 'note', reason: 'no-passage', count: 1, examples: ['Nhật ký'] },
    ]);
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
    expect(known.annotations[0]?.tagIds).toEqual(['tag-oda', LABOUR.toLowerCase()]);
    expect(known.tags.map(({ name, shortcut }) => [name, shortcut])).toEqual([['Lao động', '4']]);
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

  test('have notes whose identifiers differ in case, also by a link', () => {
    const notes = `<Notes><Note guid="n1">một</Note><Note guid="n2">hai</Note></Notes>`;
    const links = `<Links><Link originGUID="N2" targetGUID="S1"/></Links>`;
    const work = within(
      `<PlainTextSelection guid="s1" ${place}><NoteRef targetGUID="N1"/></PlainTextSelection>`,
      notes + links,
    );
    expect(work.annotations[0]?.note).toBe('một\n\nhai');
    expect(work.leftOut).toEqual([]);
  });

  test('have the title of a note whose text is missing, which is told', () => {
    const work = within(
      `<PlainTextSelection ${place}><Note name="Hỏi lại" plainTextPath="internal://gone.txt"/></PlainTextSelection>`,
    );
    expect(work.annotations[0]?.note).toBe('Hỏi lại');
    expect(work.leftOut).toMatchObject([
      { thing: 'note', reason: 'missing-text', count: 1, examples: ['Hỏi lại'] },
    ]);
  });

  test('with one GUID, or none, are all kept', () => {
    const work = within(
      `<PlainTextSelection guid="${ODA}" ${place}/><PlainTextSelection guid="${ODA}" startPosition="0" endPosition="9"/><PlainTextSelection guid="" ${span(TEXT, 'Tokyo', points)}/>`,
    );
    expect(new Set(work.annotations.map(({ id }) => id)).size).toBe(3);
    expect(work.annotations.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
  });

  test('without times are as old as the project', () => {
    const work = within(`<PlainTextSelection guid="${ODA}" ${place}/>`);
    expect(work.annotations[0]?.createdAt).toBe('2021-05-01T08:00:00.000Z');
  });
});

describe('a coding is that with its code, where', () => {
  const GUID = 'a0b1c2d3-e4f5-4000-8000-00000000abcd';
  const code = (guid: string) => `<Code guid="${guid}" name="Vốn vay"/>`;
  const ref = (guid: string) => `<CodeRef targetGUID="${guid}"/>`;
  const inBook = (guid: string) => `<CodeBook><Codes>${code(guid)}</Codes></CodeBook>`;
  const within = (codes: string, codings: string) =>
    read(
      project(
        'X',
        `${codes}<Sources><TextSource name="a"><PlainTextContent>${TEXT}</PlainTextContent><PlainTextSelection ${span(TEXT, 'hợp tác ODA', points)}>${codings}</PlainTextSelection></TextSource></Sources>`,
      ),
    );

  test.each([
    ['identifiers are no UUIDs', inBook('mã-1'), `<Coding>${ref('mã-1')}</Coding>`],
    ['they differ in case', inBook('C1'), `<Coding>${ref('c1')}</Coding>`],
    ['one has no hyphens', inBook(GUID), `<Coding>${ref(GUID.replaceAll('-', ''))}</Coding>`],
    [
      'one has braces and capitals',
      inBook(GUID),
      `<Coding>${ref(`{${GUID.toUpperCase()}}`)}</Coding>`,
    ],
    ['one has white space', inBook(` ${GUID} `), `<Coding>${ref(`\t${GUID}`)}</Coding>`],
    ...[
      `(${GUID})`,
      `[${GUID}]`,
      `{{${GUID}}}`,
      `&quot;${GUID}&quot;`,
      `{${GUID}`,
      `urn:uuid:{${GUID}}`,
      `{urn:guid:${GUID}}`,
      `guid:${GUID}`,
      `#${GUID}`,
      GUID.replaceAll('-', '_'),
      GUID.replaceAll('-', '\u2013'),
      GUID.replaceAll('-', ' '),
      `\ufeff${GUID}\u200b`,
      `{${GUID.replaceAll('-', '').slice(0, 16)}-${GUID.replaceAll('-', '').slice(16)}}`,
    ].map((other): [string, string, string] => [`one is ${other}`, inBook(GUID), ref(other)]),
    ['one is decomposed', inBook('mã 1'), ref('mã 1'.normalize('NFD'))],
    ['their spaces differ', inBook('mã  1'), ref('mã\u00a01')],
    ['the reference stands in the selection', inBook(GUID), ref(GUID)],
    ['codes have no codebook', `<Codes>${code(GUID)}</Codes>`, ref(GUID)],
    ['a code stands in the codebook', `<CodeBook>${code(GUID)}</CodeBook>`, ref(GUID)],
    ['a code stands in the project', code(GUID), ref(GUID)],
    [
      'both are wrapped',
      `<CodeBook><Codes><SubCodes>${code(GUID)}</SubCodes></Codes></CodeBook>`,
      `<Codings><Coding><x>${ref(GUID)}</x></Coding></Codings>`,
    ],
    [
      'attributes are in capitals',
      inBook(GUID),
      `<Coding><CodeRef TARGETGUID="${GUID}"/></Coding>`,
    ],
    ['the code has only a name', '<Codes><Code name="Vốn vay"/></Codes>', ref('Vốn vay')],
    ['the code stands twice', `<Codes>${code(GUID)}${code(GUID)}</Codes>`, ref(GUID)],
    ['the code is a group', inBook(GUID).replace('/>', ' isCodable="false"/>'), ref(GUID)],
  ])('%s', (_, codes, codings) => {
    const work = within(codes, codings);
    expect(work.tags.map(({ name }) => name)).toEqual(['Vốn vay']);
    expect(work.annotations.map(({ tagIds }) => tagIds)).toEqual([[work.tags[0]?.id]]);
    expect(work.leftOut).toEqual([]);
  });

  test.each([
    ['of other letters', '#1', '1'],
    ['in brackets', '(1)', '[1]'],
    ['of other digits', GUID, `${GUID}0`],
    ['that has a GUID in it', GUID, `code ${GUID}`],
  ])('identifiers %s are not the same', (_, guid, other) => {
    const work = within(inBook(guid), ref(other));
    expect(work.leftOut).toMatchObject([{ thing: 'coding', reason: 'unresolved', count: 1 }]);
  });

  test.each([
    ['is missing', inBook(GUID), 'unresolved'],
    [
      'could be two',
      `<Codes><Code guid="c" name="A"/><Code guid="c" name="B"/></Codes>`,
      'ambiguous',
    ],
  ])('the passage is kept when the code %s, and the coding is told', (_, codes, reason) => {
    const work = within(codes, `<Coding>${ref('c')}</Coding>`);
    expect(quotes(work)).toEqual(['hợp tác ODA']);
    expect(work.leftOut).toEqual([{ thing: 'coding', reason, count: 1, examples: ['c'] }]);
  });
});
