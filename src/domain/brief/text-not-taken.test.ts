import { describe, expect, it } from 'vitest';
import {
  BOTH,
  editsAfter,
  FIRST,
  NONE,
  readBack,
  SECOND,
  textsOf,
  uuid,
  written,
} from './brief-edits.testing.ts';
import { type BriefEdit, editsIn } from './brief-edits.ts';
import { FIRST_PLAN, TEMPLATES, type Template } from './saved-brief.ts';

const LINK = `[passage](benle://annotation/${uuid(1)})`;
const SECOND_LINK = `[passage](benle://annotation/${uuid(2)})`;

/** The words that edits offer. */
function offered(edits: readonly BriefEdit[]): string {
  return edits
    .map((edit) => {
      if (edit.field === 'tags') return edit.created.join(' ');
      return edit.field === 'note' ? edit.after : (edit.after?.text ?? '');
    })
    .join('\n');
}

/** What reading an edited brief of both passages finds. @param edit must change the file */
function editedBy(edit: (markdown: string) => string, template: Template = 'plain') {
  const markdown = written(BOTH, template);
  const edited = edit(markdown);
  expect(edited).not.toBe(markdown);
  return editsAfter(BOTH, edited);
}

describe.each(['plain', 'digest'] as const)(
  'text typed behind a passage without a note: %s',
  (template) => {
    const NOTE_TYPED = [
      ['underlined with hyphens', 'Hỏi lại Bộ\n---'],
      ['underlined with equals signs', 'Hỏi lại Bộ\n==='],
      ['before a lone hyphen', 'Hỏi lại Bộ\n-'],
      ['before a rule of asterisks', 'Hỏi lại Bộ\n\n***'],
      ['in a list', '- Hỏi lại Bộ\n  - nữa'],
      ['in a task list', '- [ ] Hỏi lại Bộ'],
      ['in a table', '| a | b |\n| - | - |\n| Hỏi lại Bộ | 2 |'],
      ['in code', '```\nHỏi lại Bộ\n```'],
      ['indented', '    Hỏi lại Bộ'],
      ['in a comment', '<!-- Hỏi lại Bộ -->'],
      ['in a block of HTML', '<div>\nHỏi lại Bộ\n</div>'],
      ['as the text of a picture', '![Hỏi lại Bộ](https://example.org/a.png)'],
      ['as the title of a link', '[xem](https://example.org "Hỏi lại Bộ")'],
      ['with a footnote', 'Xem[^1].\n\n[^1]: Hỏi lại Bộ'],
      ['below a heading of depth 3', '### Hỏi lại Bộ'],
      ['in a quotation', '> Hỏi lại Bộ'],
    ] as const;

    it.each(NOTE_TYPED)('%s is offered as its note', (_, typed) => {
      const { edits, notTaken } = editedBy(
        (md) => md.replace(`${SECOND_LINK}\n`, `${SECOND_LINK}\n\n${typed}\n`),
        template,
      );
      expect(edits).toMatchObject([{ annotation: SECOND, field: 'note' }]);
      expect(offered(edits)).toContain('Hỏi lại Bộ');
      expect(notTaken).toEqual([]);
    });

    it.each([
      ['a heading of one’s own', '## Của tôi', ['## Của tôi']],
      ['two headings in a row', '## Của tôi\n\n## Nữa', ['## Của tôi', '## Nữa']],
      ['a heading with text', '# Của tôi\n\nHỏi *lại*', ['# Của tôi', 'Hỏi *lại*']],
      [
        'a definition that no link uses',
        '[xem]: https://example.org "Hỏi lại"',
        ['[xem]: https://example.org "Hỏi lại"'],
      ],
      ['a footnote of one word', '[^1]: Hỏi', ['[^1]: Hỏi']],
    ])('%s is shown', (_, typed, texts) => {
      const found = editedBy(
        (md) => md.replace(`${SECOND_LINK}\n`, `${SECOND_LINK}\n\n${typed}\n`),
        template,
      );
      expect(found.edits).toEqual([]);
      expect(textsOf(found)).toEqual(texts);
    });
  },
);

describe('text typed beside passages is shown with where it stands', () => {
  const TYPED: readonly (readonly [string, (markdown: string) => string, string])[] = [
    ['before the title', (md) => md.replace('# ODA', 'Kính gửi\n\n# ODA'), 'Kính gửi'],
    ['below the title', (md) => md.replace('# ODA\n', '# ODA\n\nKính gửi\n'), 'Kính gửi'],
    ['below a section', (md) => md.replace('## ODA\n', '## ODA\n\nKính gửi\n'), 'Kính gửi'],
    ['in the title', (md) => md.replace('# ODA', '# ODA mới'), '# ODA mới'],
    ['in the name of a section', (md) => md.replace('## ODA', '## ODA mới'), '## ODA mới'],
    ['behind the sources', (md) => `${md}\nKính gửi`, 'Kính gửi'],
    ['in a source', (md) => md.replace('1. *', '1. Xem *'), '1. Xem *Title'],
    ['as another source', (md) => `${md}2. Sách trắng\n`, '2. Sách trắng'],
    ['before an attribution’s title', (md) => md.replace('— *', '— theo *'), '— theo *Title'],
    [
      'in an attribution’s title',
      (md) => md.replace('*Title', '*Nhan đề Title'),
      '— *Nhan đề Title',
    ],
    ['behind the day', (md) => md.replace('†, ¶', '† sáng, ¶'), 'sáng, ¶'],
    ['as the words of the link', (md) => md.replace('[passage]', '[đoạn này]'), '[đoạn này]'],
    ['as the title of the link', (md) => md.replace(LINK, `${LINK.slice(0, -1)} "Bàn")`), '"Bàn")'],
    ['behind the link', (md) => md.replace(LINK, `${LINK} đã hỏi`), 'đã hỏi'],
    ['as a list below the quote', (md) => md.replace('công hàm\n', 'công hàm\n\n- mục\n'), '- mục'],
    [
      'as a comment below the quote',
      (md) => md.replace('công hàm\n', 'công hàm\n\n<!-- mục -->\n'),
      '<!-- mục -->',
    ],
    ['in the quote', (md) => md.replace('> ký', '> đã ký'), 'đã ký kết 3 công hàm'],
    ['as a property', (md) => md.replace('\ncreated:', '\nauthor: Lan\ncreated:'), 'author: Lan'],
    [
      'as a comment of the properties',
      (md) => md.replace('\ncreated:', '\n# của Lan\ncreated:'),
      '# của Lan',
    ],
    ['as a tag of the properties', (md) => md.replace('tags: [', 'tags: [Nợ công, '), 'Nợ công'],
    ['in the title’s property', (md) => md.replace('title: ODA', 'title: ODA mới'), 'ODA mới'],
    [
      'as the day',
      (md) => md.replace('created: 2026-11-22', 'created: hôm nay'),
      'created: hôm nay',
    ],
    [
      'as the name of a tag, too long',
      (md) => md.replace('· ODA ·', `· ODA · ${'rất '.repeat(20)}dài ·`),
      'rất dài',
    ],
  ];

  it.each(TYPED)('%s', (_, edit, text) => {
    const { notTaken } = editedBy(edit);
    expect(notTaken.map((each) => each.text).join('\n')).toContain(text);
    for (const { line } of notTaken) expect(line).toBeGreaterThan(0);
  });

  it('by line and heading, in the order of the file', () => {
    const { notTaken } = editedBy((md) =>
      `${md}\nSau cùng`
        .replace('## ODA\n', '## ODA\n\nMở đầu\n\n- mục\n')
        .replace('title', 'own: 1\ntitle'),
    );
    expect(notTaken).toEqual([
      { line: 2, heading: '', text: 'own: 1' },
      { line: 14, heading: 'ODA', text: 'Mở đầu\n\n- mục' },
      { line: 48, heading: 'Checksums', text: 'Sau cùng' },
    ]);
  });

  it('and what was typed where a passage cannot be read', () => {
    const found = editedBy((md) => md.replace('> Đối tác', 'Xin hỏi\n\nĐối tác'));
    expect(found.unread).toEqual([SECOND]);
    expect(textsOf(found)).toEqual(['Xin hỏi']);
  });

  it('and what a passage says that is not here', () => {
    const found = editsAfter([SECOND], written(BOTH).replace('Hỏi lại', 'Đừng hỏi lại'));
    expect(found.unknown).toMatchObject([{ annotationId: FIRST.id }]);
    expect(textsOf(found)).toEqual([
      'signed three notes',
      '# Vốn vay\n\nĐừng hỏi lại *Bộ Tài chính*.',
    ]);
  });
});

describe('a quote in two parts', () => {
  const quoting = { ...FIRST, note: 'Theo ông:\n\n> Trích' };
  const edited = (markdown: string) => markdown.replace('> Đối tác “số', '> Đối tác\n\n> “số');

  it('is one, and no part of it is of the note before', () => {
    const rows = [quoting, { ...SECOND, tagIds: FIRST.tagIds }];
    const markdown = written(rows);
    expect(edited(markdown)).not.toBe(markdown);
    expect(editsAfter(rows, edited(markdown))).toEqual(NONE);
  });

  it('below a heading is told as another quote, and none of it as text of one’s own', () => {
    expect(editedBy(edited)).toEqual({ ...NONE, requoted: [SECOND] });
  });
});

describe('an evidence table shows', () => {
  it.each([
    [
      'a row of one’s own',
      (md: string) => md.replace(/(\| ký .*\n)/, '$1| Xem thêm |\n'),
      '| Xem thêm |',
    ],
    [
      'a column of one’s own',
      (md: string) =>
        md
          .replace(/ \|\n(?=\| -)/, ' | Ai? |\n')
          .replace('- |\n| ký', '- | - |\n| ký')
          .replace(/(\| ký .*\|)\n/, '$1 Lan |\n'),
      'Lan',
    ],
    ['a cell too many', (md: string) => md.replace(/(\| ký .*\|)\n/, '$1 Lan |\n'), 'Lan'],
    [
      'words beside the title',
      (md: string) => md.replace('| *Title', '| theo *Title'),
      'theo *Title of a*, ¶ 1',
    ],
    ['words beside the day', (md: string) => md.replace('† |', '† sáng |'), 'sáng'],
    ['words behind the link', (md: string) => md.replace(LINK, `${LINK} đã hỏi`), 'đã hỏi'],
    [
      'a table of one’s own',
      (md: string) => md.replace('## ODA\n', '## ODA\n\n| a | b |\n| - | - |\n| 1 | hai |\n'),
      '| 1 | hai |',
    ],
  ])('%s', (_, edit, text) => {
    const found = editedBy(edit, 'table');
    expect(found.edits).toEqual([]);
    expect(textsOf(found).join('\n')).toContain(text);
  });
});

describe('what a saved brief says is not shown', () => {
  const brief = {
    title: 'Báo cáo tháng',
    introduction: 'Kính gửi *Bộ*.\n\n| a | b |\n| - | - |\n| 1 | hai |\n\n- một\n- hai',
    remarks: { 'tag:tag-ODA': '# Nhận xét\n\nCòn thiếu <b>số</b>.' },
  };
  const plan = { ...FIRST_PLAN, ...brief };

  it.each(TEMPLATES)('its introduction, and its remarks: %s', (template) => {
    const edited = readBack(written(BOTH, template, plan));
    expect(
      editsIn(edited, (id) => BOTH.find((row) => row.id === id), [], undefined, [brief]).notTaken,
    ).toEqual([]);
    const own = editsIn(edited, (id) => BOTH.find((row) => row.id === id), []).notTaken;
    expect(own.map(({ text }) => text).join('\n')).toContain('Kính gửi *Bộ*.');
  });

  it('but what is edited in them is, block by block', () => {
    const edited = readBack(
      written(BOTH, 'plain', plan).replace('Kính', 'Thân').replace('Còn', 'Không còn'),
    );
    const { notTaken } = editsIn(edited, (id) => BOTH.find((row) => row.id === id), [], undefined, [
      brief,
    ]);
    expect(notTaken.map(({ text }) => text)).toEqual([
      'Thân gửi *Bộ*.',
      'Không còn thiếu \\<b>số\\</b>.',
    ]);
  });
});

describe('what changed only its form is no edit', () => {
  const long =
    'Hỏi lại *Bộ Tài chính* về hơn 30 dự án, rồi báo cáo **Thủ tướng** trước ngày 15 tháng 12.';
  const rows = [
    {
      ...FIRST,
      note: `${long}\n\n1. một\n2. hai\n\n- [xem](https://example.org/a_b "Bàn")\n- 3 < 5`,
      tagIds: ['tag-ODA', 'tag-Lao động'],
    },
    SECOND,
  ];
  const FORMS: readonly (readonly [string, (markdown: string) => string])[] = [
    [
      'wrapped at 40 columns',
      (md) =>
        md.replaceAll(/^[^\n|]{40,}$/gm, (line) =>
          line.replaceAll(
            /(.{20,40}) (?=[^-+#>\d])/g,
            (_, part) => `${part}\n${line.startsWith('> ') ? '> ' : ''}`,
          ),
        ),
    ],
    [
      'hard breaks of two spaces',
      (md) => md.replaceAll('hơn 30', 'hơn  \n30').replace('Lao động ·', 'Lao  \nđộng ·'),
    ],
    [
      'hard breaks of a backslash',
      (md) => md.replaceAll('hơn 30', 'hơn\\\n30').replace('Lao động ·', 'Lao\\\nđộng ·'),
    ],
    [
      'other marks of emphasis',
      (md) =>
        md
          .replaceAll('*Bộ Tài chính*', '_Bộ Tài chính_')
          .replaceAll('**Thủ tướng**', '__Thủ tướng__')
          .replaceAll('*Title of a*', '_Title of a_'),
    ],
    [
      'other marks of lists',
      (md) =>
        md.replaceAll(/^- /gm, '* ').replaceAll(/^2\. /gm, '1. ').replaceAll(/^1\. /gm, '1) '),
    ],
    ['loose lists', (md) => md.replaceAll(/^(- |2\. )/gm, '\n$1')],
    [
      'reference links',
      (md) =>
        `${md.replaceAll(/\[passage\]\((.*?)\)/g, (_, url) => `[passage][${url.slice(-3)}]`).replaceAll('(https://example.org/a_b "Bàn")', '[bàn]')}\n[001]: benle://annotation/${uuid(1)}\n[002]: benle://annotation/${uuid(2)}\n[Bàn]: https://example.org/a_b 'Bàn'\n`,
    ],
    [
      'underlined headings',
      (md) => md.replaceAll(/^# (.*)$/gm, '$1\n===').replaceAll(/^## (.*)$/gm, '$1\n---'),
    ],
    ['headings closed by hashes', (md) => md.replaceAll(/^(#+) (.*)$/gm, '$1 $2 $1')],
    ['entities', (md) => md.replaceAll('hơn', 'h&#417;n').replaceAll('Bộ', 'B&#x1ed9;')],
    [
      'no-break spaces',
      (md) =>
        md.replaceAll('hơn 30', 'hơn\u00a030').replaceAll('Title of a', 'Title\u00a0of\u00a0a'),
    ],
    [
      'escapes',
      (md) =>
        md
          .replaceAll('.', '\\.')
          .replace('example\\.org', 'example.org')
          .replace(/^(\s*\d)\\\./gm, '$1.'),
    ],
    ['rules between passages', (md) => md.replaceAll(/\n> /g, '\n* * *\n\n> ')],
    ['typographic marks', (md) => md.replaceAll('— ', '--- ').replaceAll('“số một”', '"số một"')],
    ['CRLF, a BOM and NFD', (md) => `\uFEFF${md.replaceAll('\n', '\r\n')}`.normalize('NFD')],
    ['no line end at the end', (md) => md.trimEnd()],
    ['tabs and spaces at line ends', (md) => md.replaceAll(/(?<=[^\s])\n/g, ' \t\n')],
  ];

  it.each(FORMS)('%s', (_, edit) => {
    for (const template of ['plain', 'digest'] as const) {
      const markdown = written(rows, template);
      const edited = edit(markdown);
      expect(edited).not.toBe(markdown);
      expect(editsAfter(rows, edited)).toEqual(NONE);
    }
  });
});
