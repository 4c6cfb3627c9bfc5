import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, aSection, testSource, testWords } from './brief.testing.ts';
import type { Brief } from './brief.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { readBrief } from './read-brief.testing.ts';

const article = { ...testSource, dateBasis: 'inferred' } as const;
const ID = '0192f0c0-0000-7000-8000-000000000001';

/** The brief of the design, in little. */
const small: Brief = {
  title: 'ODA và lao động trong quan hệ Việt Nam – Nhật Bản',
  created: '2026-11-22',
  template: 'plain',
  groupBy: 'tag',
  shows: { notes: true, tags: true, paragraphs: true, hashes: true },
  printing: 'each',
  introduction: '',
  tagNames: ['ODA', 'Labour'],
  passageCount: 3,
  privateNotes: 0,
  sections: [
    {
      key: 'tag:oda',
      subject: { by: 'tag', tagName: 'ODA' },
      remark: '',
      passages: [
        aPassage({ article, note: 'Compare with **2022**.\n\n- ask JICA\n- ask MPI' }),
        aPassage({
          article,
          annotationId: '0192f0c0-0000-7000-8000-000000000002',
          quote: 'Vốn vay.\nLao động.',
          tagNames: ['ODA', 'Labour'],
          paragraph: 41,
          verified: false,
        }),
      ],
    },
    {
      key: 'tag:',
      subject: { by: 'untagged' },
      remark: '',
      passages: [
        aPassage({
          annotationId: '0192f0c0-0000-7000-8000-000000000003',
          quote: '200 triệu USD (1,5 %), "15-18/12".',
          tagNames: [],
          article: { id: 'gone', title: 'Bài đã mất' },
          verified: false,
        }),
      ],
    },
  ],
  sources: [
    { ...article, textHash: '3f9a', available: true, passages: 2, unverified: 1, detached: 0 },
    { id: 'gone', title: 'Bài đã mất', available: false, passages: 1, unverified: 1, detached: 0 },
  ],
};

const smallMarkdown = `---
title: ODA và lao động trong quan hệ Việt Nam – Nhật Bản
created: 2026-11-22
tags: [ODA, Labour]
articles: 2
passages: 3
---

# ODA và lao động trong quan hệ Việt Nam – Nhật Bản

## ODA

> Hai nước ký kết 3 công hàm.

— *Tin vắn*, day 2023-12-18†, ¶ 40 · ODA · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000001)

- **Note:**

  Compare with **2022**.

  - ask JICA
  - ask MPI

> Vốn vay.
>
> Lao động.

— *Tin vắn*, day 2023-12-18†, ¶ 41 · ODA · Labour · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002) · **unverified**

## Untagged

> 200 triệu USD (1,5 %), "15-18/12".

— *Bài đã mất*, ¶ 40 · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000003) · **unverified**

## Sources

1. *Tin vắn*, day 2023-12-18†. 2 passages, 1 of 2 quotes unverified.
2. *Bài đã mất*. article not available; 1 passages, 1 of 1 quotes unverified.

† The article does not print this date.

## Checksums

SHA-256 of the text of each article.

1. *Tin vắn*: 3f9a
`;

describe('a brief in Markdown', () => {
  it('has the agreed shape, and leaves ordinary text as it is', () => {
    expect(briefToMarkdown(small, testWords)).toBe(smallMarkdown);
  });

  it('is read back whole by a parser that knows nothing of us', () => {
    const read = readBrief(smallMarkdown);
    expect(read.frontMatter).toEqual({
      title: small.title,
      created: '2026-11-22',
      tags: ['ODA', 'Labour'],
      articles: 2,
      passages: 3,
    });
    expect(read.title).toBe(small.title);
    expect(read.sections.map(({ heading }) => heading)).toEqual(['ODA', 'Untagged']);
    expect(read.sections[0]?.passages[0]).toEqual({
      annotationId: ID,
      quote: 'Hai nước ký kết 3 công hàm.',
      translation: '',
      attribution: '— Tin vắn, day 2023-12-18†, ¶ 40 · ODA · passage',
      articleTitle: 'Tin vắn',
      place: 'day 2023-12-18†, ¶ 40',
      tagNames: ['ODA'],
      verified: true,
      noteText: 'Compare with 2022.\nask JICA\nask MPI',
      noteMarkdown: 'Compare with **2022**.\n\n- ask JICA\n- ask MPI',
    });
    expect(read.sections[0]?.passages[1]).toMatchObject({
      quote: 'Vốn vay.\nLao động.',
      tagNames: ['ODA', 'Labour'],
      verified: false,
      noteText: '',
    });
    expect(read.sources).toEqual([
      'Tin vắn, day 2023-12-18†. 2 passages, 1 of 2 quotes unverified.',
      'Bài đã mất. article not available; 1 passages, 1 of 1 quotes unverified.',
    ]);
    expect(read.footnote).toBe('† The article does not print this date.');
    expect(read.checksums).toEqual(['Tin vắn: 3f9a']);
  });

  it('has a title alone when nothing is cited', () => {
    const nothing = aBrief([], { sections: [], sources: [], tagNames: [] });
    expect(briefToMarkdown(nothing, testWords).split('---\n').at(-1)).toBe('\n# ODA\n');
  });
});

/** What the brief of one passage comes to, read back. */
function roundTrip(quote: string) {
  const read = readBrief(briefToMarkdown(aBrief([aPassage({ quote }), aPassage({})]), testWords));
  return { ...read, quotes: read.sections.flatMap(({ passages }) => passages.map((p) => p.quote)) };
}

const PLAIN_OUTLINE = [
  'heading 1',
  'heading 2',
  'block_quote',
  'paragraph',
  'block_quote',
  'paragraph',
  'heading 2',
  'list',
];

describe('a quote that is kept without its place', () => {
  const detached = aPassage({ verified: false, detached: 'gone' });
  const doubted = aPassage({ verified: false });

  it('says so instead of being in doubt, and is counted by itself', () => {
    const brief = aBrief([detached, doubted, aPassage({})]);
    const sources = brief.sources.map((source) => ({ ...source, unverified: 1, detached: 1 }));
    const read = readBrief(briefToMarkdown({ ...brief, sources }, testWords));
    const marks = read.sections[0]?.passages.map(({ attribution }) =>
      attribution.split(' · ').at(-1),
    );
    expect(marks).toEqual(['gone', 'unverified', 'passage']);
    expect(read.sources[0]).toMatch(
      /3 passages, 1 of 3 quotes unverified, 1 of 3 quotes detached\.$/,
    );
  });
});

describe('a passage', () => {
  const hard: Readonly<Record<string, string>> = {
    'every mark at once': '*a* _b_ **c** `d` [e](f) ![g](h) <i> | j # k > l ~~m~~ \\n \\* \\\\ {o}',
    'marks that touch': '*_*_`*`_**__``[[]]<<>>||~~~~####',
    'list marks': '- a\n* b\n+ c\n1. d\n1) e\n123456789. f\n-\n+\n1.',
    'lines that a serialiser once lost': '- foo\n-\n- bar',
    'heading marks': '# a\n## b\n###### c\n#\na\n===\nb\n---\nc #',
    'quotes and fences': '> a\n>b\n```js\ncode\n```\n~~~\n    indented\n\tindented',
    'thematic breaks': '---\n***\n___\n- - -\n* * *',
    HTML: '<b>x</b> <script>alert(1)</script> <!-- c --> <?php ?> <![CDATA[x]]> </div>\n<div>',
    'references to characters': '&amp; &#x20; &nbsp; &lt;b&gt; &copy &; &#35; AT&T',
    'definitions and footnotes': '[a]: http://x.vn\n[^1]: foot\n[^1] ^[inline] [x][a] [a]',
    addresses: 'http://x.vn/a_b_c www.x.vn a.b@c.vn <http://x.vn> ftp://x.vn mailto:a@b.vn',
    'front matter': '---\ntitle: x\n---\n...\n+++',
    dialects: '~~a~~ ==b== $c$ $$d$$ [[e]] #f %%g%% ^h - [ ] i | j | k\n|---|---|\n:-: ::: [!NOTE]',
    'space at the ends': '  a  \n\tb\t\n \u00a0c\u00a0 \n\u3000d\u2003\n \n\ufeffe\ufeff\n    f',
    'empty lines': '\n\na\n\n\nb\n\n',
    'line feeds only': '\n\n\n',
    nothing: '',
    'backslashes at line ends': 'a\\\nb\\\\\nc  \nd',
    'strange line ends': 'a\u2028b\u2029c\u0085d\u2028\n\u2028e\ra\r\rb\r',
    'right to left': 'العربية *قوية* \u202eabc\u202c \u200fשלום\u200e \u2067x\u2069',
    'emoji and joiners': '👩‍👩‍👧‍👦 🏳️‍🌈 🇻🇳 a\u200bb\u200cc\u200dd\u2060 👍🏽*👍🏽*_👍_',
    'marks beside letters of other planes': '𝒜*𝒜_𝒜_ 𠮷**𠮷** *',
    'decomposed Vietnamese': 'tie\u0302\u0301ng Vie\u0323\u0302t _công_tác_ làn_sóng',
    'lone surrogates': 'a\ud800b \udc00*',
    'numbers that are no list': '1986. Năm 2023.\n1.000 tỷ\n15-18/12\n-5 độ\n3) x',
  };

  it.each(Object.entries(hard))('survives exactly: %s', (_, quote) => {
    const read = roundTrip(quote);
    expect(read.quotes).toEqual([quote, 'Hai nước ký kết 3 công hàm.']);
    expect(read.outline).toEqual(PLAIN_OUTLINE);
    expect(read.liveHtml).toEqual([]);
  });

  it('survives when it is very long', () => {
    const quote = '*_`[<&\\# - 1. công_tác | ~ 😀\u200f\n'.repeat(4000).trimEnd();
    expect(quote.length).toBeGreaterThan(100_000);
    expect(roundTrip(quote).quotes[0]).toBe(quote);
  });

  it.each(['\n', '_', '&', '[', ' ', '1', 'w'])(
    'survives when it is %j a great many times',
    (mark) => {
      const quote = mark.repeat(20_000);
      expect(roundTrip(quote).quotes[0]).toBe(quote);
    },
  );

  it('comes out alike where GitHub would link addresses by itself', () => {
    const markdown = briefToMarkdown(
      aBrief([aPassage({ quote: 'http://a www.b c@d' })]),
      testWords,
    );
    expect(markdown).toContain('> http\\://a www\\.b c\\@d\n');
  });

  it('loses only U+0000, which Markdown cannot hold', () => {
    expect(roundTrip('a\u0000b').quotes[0]).toBe('a\ufffdb');
  });
});

describe('titles and names', () => {
  const names = [
    ': - "x" #',
    '---',
    '...',
    'No',
    '2023-12-18',
    '12:30',
    '~',
    '# a #',
    '1. a',
    '*a* _b_ `c` [d](e) <f>',
    "it's & @x %y | z",
    '– “Gặp gỡ Nhật Bản 2023”: ‘cảm hứng’ –',
    'العربية 👩‍👩‍👧',
    'a · b',
    '· a ·',
    '·',
    'a, b',
    '[passage](benle://annotation/x)',
    'Sources',
  ];

  it.each(names)('survive as text: %s', (name) => {
    const source = { ...testSource, title: name };
    const passages = [aPassage({ article: source, tagNames: [name, 'ODA', name] })];
    const brief = aBrief(passages, { title: name, tagNames: [name, 'ODA'] });
    const named: Brief = {
      ...brief,
      sections: [aSection(name, passages)],
      sources: brief.sources.map((each) => ({ ...each, title: name })),
    };
    const read = readBrief(briefToMarkdown(named, testWords));
    expect(read.frontMatter).toMatchObject({ title: name, tags: [name, 'ODA'] });
    expect(read.title).toBe(name);
    expect(read.sections[0]?.heading).toBe(name);
    expect(read.sections[0]?.passages[0]).toMatchObject({
      articleTitle: name,
      place: 'day 2023-12-18, ¶ 40',
      tagNames: [name, 'ODA', name],
    });
    expect(read.sources[0]).toMatch(/^.*, day 2023-12-18\. 1 passages/);
    expect(read.sources[0]?.startsWith(name)).toBe(true);
    expect(read.liveHtml).toEqual([]);
  });

  it('become one line', () => {
    const brief = aBrief([], { title: ' a\n---\n\u2028b\tc\u0000 ' });
    const read = readBrief(briefToMarkdown(brief, testWords));
    expect(read).toMatchObject({ title: 'a --- b c', frontMatter: { title: 'a --- b c' } });
  });

  it('may be empty', () => {
    const brief = aBrief([aPassage({ article: { id: 'x1', title: ' ' } })], { title: '' });
    const read = readBrief(briefToMarkdown(brief, testWords));
    expect(read).toMatchObject({ title: '', frontMatter: { title: '' } });
    expect(read.sections[0]?.passages[0]).toMatchObject({ articleTitle: 'x1', tagNames: ['ODA'] });
  });
});
