import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, aSection, testSource, testWords } from './brief.testing.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { readBrief } from './read-brief.testing.ts';

const ID = '0192f0c0-0000-7000-8000-000000000001';
const translated = (text: string, checked = true) => aPassage({ translation: { text, checked } });

describe('a translation', () => {
  const read = (text: string, checked = true) =>
    readBrief(briefToMarkdown(aBrief([translated(text, checked), aPassage({})]), testWords));

  it('stands between the quote and what says where that is from', () => {
    expect(briefToMarkdown(aBrief([translated('Two.\n\n# Three')]), testWords)).toContain(
      `> Hai nước ký kết 3 công hàm.

*Translation:* Two.

\\# Three

— *Tin vắn*`,
    );
  });

  it('says when nobody has checked it', () => {
    expect(read('Two.').sections[0]?.passages[0]?.translation).toBe('Translation: Two.');
    expect(read('Two.', false).sections[0]?.passages[0]?.translation).toBe('Unchecked: Two.');
  });

  it.each([
    ['> not a quote\n- no list', '> not a quote\n- no list'],
    ['\n\n a \n \n\u00a0\nb\n', ' a \nb'],
    ['*a* <b> [c](d)', '*a* <b> [c](d)'],
    [`— *Tin*, ¶ 1 · [passage](benle://annotation/${ID})`, undefined],
  ])('is plain text, and has no empty paragraphs: %j', (text, expected) => {
    const [first, second] = read(text).sections[0]?.passages ?? [];
    expect(first).toMatchObject({
      translation: `Translation: ${expected ?? text}`,
      tagNames: ['ODA'],
      noteText: '',
    });
    expect(second?.translation).toBe('');
  });

  it('is left out when it is blank', () => {
    expect(read(' \n ').sections[0]?.passages[0]).toMatchObject({
      translation: '',
      verified: true,
    });
  });
});

describe('an introduction and a remark', () => {
  it('stand before what they speak of, and cannot pose as passages or sections', () => {
    const pasted = `> Giả.\n\n— *Tin*, ¶ 1 · [passage](benle://annotation/${ID})\n\n# Sources\n\n1. x`;
    const brief = aBrief([aPassage({ note: 'Lời.' })], {
      introduction: pasted,
      sections: [{ ...aSection('ODA', [aPassage({ note: 'Lời.' })]), remark: `- a\n\n${pasted}` }],
    });
    const read = readBrief(briefToMarkdown(brief, testWords));
    expect(read.introductionText).toBe('Giả.\n— Tin, ¶ 1 · passage\nSources\nx');
    expect(read.sections).toMatchObject([
      {
        heading: 'ODA',
        remarkText: 'a\nGiả.\n— Tin, ¶ 1 · passage\nSources\nx',
        passages: [{ annotationId: ID, quote: 'Hai nước ký kết 3 công hàm.', noteText: 'Lời.' }],
      },
    ]);
    expect(read.sources).toHaveLength(1);
  });
});

describe('a digest', () => {
  const passages = [aPassage({ note: 'Lời.' }), aPassage({ annotationId: 'b', tagNames: [] })];
  const { paragraph: _, ...unplaced } = aPassage({ annotationId: 'c', verified: false });
  const subject = { by: 'article', article: testSource } as const;
  const section = { key: 'x', subject, remark: 'Nhận xét.', passages: [...passages, unplaced] };
  const brief = aBrief(passages, { template: 'digest', sections: [section] });
  const markdown = briefToMarkdown(brief, testWords);

  it('names the article once, and its passages in short', () => {
    expect(markdown).toContain(`## Tin vắn

day 2023-12-18 · 3 passages

- **Remark:**

  Nhận xét.

> Hai nước ký kết 3 công hàm.

— ¶ 40 · ODA · [passage](benle://annotation/${ID})

- **Note:**

  Lời.
`);
    expect(markdown).toContain('\n— ¶ 40 · [passage](benle://annotation/b)\n');
    expect(markdown).toContain('\n— ODA · [passage](benle://annotation/c) · **unverified**\n');
  });

  it('is read back', () => {
    const [read] = readBrief(markdown).sections;
    expect(read).toMatchObject({ heading: 'Tin vắn' });
    expect(read?.remarkText).toBe('day 2023-12-18 · 3 passages\nNhận xét.');
    expect(read?.passages[0]).toMatchObject({ place: '¶ 40', tagNames: ['ODA'], verified: true });
    expect(read?.passages[1]).toMatchObject({ annotationId: 'b', place: '¶ 40', tagNames: [] });
  });
});

describe('a table of evidence', () => {
  /** The cells of the first row, as HTML. */
  const rowOf = (passage: Parameters<typeof aPassage>[0]) => {
    const brief = aBrief([aPassage(passage)], { template: 'table' });
    const html = new MarkdownIt({ html: true }).render(briefToMarkdown(brief, testWords));
    return [...html.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell);
  };
  const link = `<a href="benle://annotation/${ID}">passage</a>`;

  it('has a row a passage', () => {
    expect(rowOf({ note: 'Hỏi *JICA*.', tagNames: ['ODA', 'Lao động'] })).toEqual([
      `Hai nước ký kết 3 công hàm. · ${link}`,
      'ODA · Lao động',
      '<em>Tin vắn</em>, ¶ 40',
      'day 2023-12-18',
      'Hỏi <em>JICA</em>.',
    ]);
  });

  it('marks what is not verified, and tells the translation from the quote', () => {
    const translation = { text: 'a | b\n\nc', checked: false };
    expect(rowOf({ quote: 'x', verified: false, translation })[0]).toBe(
      `x · <em>Unchecked:</em> a | b / c · ${link} · <strong>unverified</strong>`,
    );
  });

  it.each([
    ['a | b || c |', 'a | b || c |'],
    ['a \\| b \\\\| c\\', 'a \\| b \\\\| c\\'],
    ['`a|b` ``', '`a|b` ``'],
    ['một\nhai\n\nba', 'một / hai / ba'],
    ['\u00a0- [x] | --- |\u3000', '\u00a0- [x] | --- |\u3000'],
    ['', ''],
  ])('keeps the quote: %j', (quote, text) => {
    expect(rowOf({ quote })[0]).toBe(`${text} · ${link}`);
  });

  it('holds a note without its blocks', () => {
    const note =
      '# A\n\nb\nc\\\nd\n\n> - e **f**\n> - `g|h`\n\n---\n\n```\ni | j\n\nk\n```\n\n| l |';
    expect(rowOf({ note })[4]).toBe(
      'A / b c d / e <strong>f</strong> / g|h / i | j / <code>k</code> / | l |',
    );
  });

  it('is without what is not known', () => {
    const { paragraph: _, ...passage } = aPassage({
      article: { id: 'a1', title: '' },
      tagNames: [],
    });
    const brief = aBrief([passage], { template: 'table' });
    expect(briefToMarkdown(brief, testWords)).toContain(
      `(benle://annotation/${ID}) | | *a1* | | |\n`,
    );
  });
});

describe('a brief for Obsidian', () => {
  const passages = [aPassage({ note: 'Lời.' }), aPassage({ annotationId: 'b-2', verified: false })];
  const write = (dialect?: 'obsidian', template: 'plain' | 'table' = 'plain') =>
    briefToMarkdown(
      aBrief(passages, {
        template,
        tagNames: ['Lao động', '2023'],
        sections: [aSection('ODA', passages), aSection('AZEC', passages)],
      }),
      testWords,
      { dialect },
    );

  it('has tags that it takes', () => {
    expect(readBrief(write('obsidian')).frontMatter).toMatchObject({ tags: ['Lao-động', '_2023'] });
  });

  it('has an id at the end of each passage, once', () => {
    const markdown = write('obsidian');
    expect(markdown).toContain(
      ` · [passage](benle://annotation/${ID}) ^${ID}\n\n- **Note:**\n\n  Lời.\n`,
    );
    expect(markdown).toContain(' · **unverified** ^b-2\n');
    const ids = readBrief(markdown).sections.map((each) => each.passages.map((p) => p.blockId));
    expect(ids).toEqual([
      [ID, 'b-2'],
      [undefined, undefined],
    ]);
  });

  it('says the same otherwise', () => {
    const withoutIds = write('obsidian').replace(/ \^[\w-]+$/gm, '');
    expect(withoutIds.split('---\n').at(-1)).toBe(write().split('---\n').at(-1));
    expect(write('obsidian', 'table')).not.toContain('^');
  });

  it('has no id that Obsidian would not take', () => {
    const brief = aBrief([aPassage({ annotationId: 'a_b' })]);
    expect(briefToMarkdown(brief, testWords, { dialect: 'obsidian' })).not.toContain('^');
  });
});
