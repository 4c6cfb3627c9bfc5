import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, testWords } from './brief.testing.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { readBrief } from './read-brief.testing.ts';

const ID = '0192f0c0-0000-7000-8000-000000000009';
const NEXT = aPassage({ annotationId: 'next', quote: 'Đoạn sau.', note: 'Lời sau.' });

/** The brief of a passage with this note and a passage after it, read back. */
function withNote(note: string) {
  const read = readBrief(briefToMarkdown(aBrief([aPassage({ note }), NEXT]), testWords));
  expect(read.sections).toHaveLength(1);
  expect(read.sources).toHaveLength(1);
  const passages = read.sections[0]?.passages ?? [];
  expect(passages.map((p) => [p.annotationId, p.quote])).toEqual([
    [aPassage({}).annotationId, aPassage({}).quote],
    ['next', 'Đoạn sau.'],
  ]);
  expect(passages[1]?.noteText).toBe('Lời sau.');
  expect(read.liveHtml).toEqual([]);
  return { text: passages[0]?.noteText, markdown: passages[0]?.noteMarkdown };
}

describe('a note', () => {
  it('keeps its Markdown', () => {
    const note = [
      'A *b* **c** `d` [e](https://x.vn/a_(b) "f") <https://y.vn>\\',
      'next line',
      '',
      '- one',
      '  - two',
      '',
      '1. three',
      '',
      '> quoted',
      '',
      '```js',
      'code()',
      '```',
      '',
      '___',
      '',
      'C# và công_tác, 1986. R&D',
    ].join('\n');
    expect(withNote(note).markdown).toBe(note.replace('(b)', '\\(b\\)'));
  });

  it('is left out when it is blank', () => {
    expect(withNote(' \n\t\n').markdown).toBe('');
  });

  it('has headings below those of the brief', () => {
    expect(withNote('# a\n\n## b\n\n##### c\n\nd\ne\n===\n\n> # f\n\n- g\n  ---').markdown).toBe(
      '### a\n\n#### b\n\n###### c\n\n### d e\n\n> ### f\n\n- #### g',
    );
    expect(withNote('a\\\nb #\n---').markdown).toBe('#### a b \\#');
  });

  it('shows raw HTML as text', () => {
    const note =
      'x <b onclick="y">z</b> &lt;\n\n<div>\n  <script>alert(1)</script>\n\n<!-- a\n\nb -->';
    expect(withNote(note).text).toBe(
      'x <b onclick="y">z</b> <\n<div>\n  <script>alert(1)</script>\n<!-- a\n\nb -->',
    );
  });

  it.each([
    ['an open fence', '```\ncode', 'code'],
    ['an open tilde fence', '~~~~\n> code', '> code'],
    ['an open comment', '<!-- never closed', '<!-- never closed'],
    ['an open tag', '<pre>\n\nx', '<pre>\n\nx'],
    ['an open list', '- a\n\n  b\n-', 'a\nb'],
    ['a trailing backslash', 'a\\', 'a\\'],
    ['a thematic break', 'a\n\n---', 'a'],
    ['an indented line', '    code', 'code'],
    ['an open quote', '> a\nlazy', 'a\nlazy'],
    ['an open link', '[a](https://x.vn', '[a](https://x.vn'],
    ['marks of other dialects', 'a %% b $$ c', 'a %% b $$ c'],
    ['lines that a serialiser once lost', '\\- a\n\\-\n\\- b', '- a\n-\n- b'],
    ['a line feed by reference', 'a&#10;&#10;# b', 'a\n\n# b'],
    ['code over the lines of a heading', '`\na<div>\nb`\n---', ' a<div> b'],
    ['emphasis in emphasis', '***\\**~~~* </b>**', '*~~~ </b>*'],
    ['bullets in bullets', '- \n* - *\n\t***\n\n  x', 'x'],
    ['a break in two lists', '* \n- - ***\n    - x', 'x'],
    ['half a character beside emphasis', '***a***\udc00', 'a\ufffd'],
    ['control characters', 'a\u0085b\u0000c\u001bd', 'a b c d'],
    ['front matter', '---\ntitle: x\n---', 'title: x'],
  ])('cannot swallow what follows: %s', (_, note, text) => {
    expect(withNote(note).text).toBe(text);
  });

  it('resolves its own references, so that two notes may use one label', () => {
    const notes = ['[a], [b][A], ![c][a]\n\n[a]: https://x.vn "t"', '[a]\n\n> [a]: https://y.vn'];
    const brief = aBrief(notes.map((note) => aPassage({ note })));
    const read = readBrief(briefToMarkdown(brief, testWords));
    expect(read.sections[0]?.passages.map((p) => p.noteMarkdown)).toEqual([
      '[a](https://x.vn "t"), [b](https://x.vn "t"), [c](https://x.vn "t")',
      '[a](https://y.vn)\n\n>',
    ]);
  });

  it('takes the first of two definitions', () => {
    const { markdown } = withNote('[a]\n\n[a]: https://x.vn\n[a]: https://y.vn');
    expect(markdown).toBe('[a](https://x.vn)');
  });

  it('keeps a link whole when its title holds a blank line', () => {
    expect(withNote('[a](https://x.vn "b&#10;&#10;c")').markdown).toBe('[a](https://x.vn "b c")');
  });

  it('keeps the marks in an address as they are', () => {
    expect(withNote('<https://x.vn/a_*b&c>').markdown).toBe('<https://x.vn/a_*b&c>');
  });

  it('does not have its brackets taken for references to another note', () => {
    const brief = aBrief([aPassage({ note: '[a]: https://x.vn' }), aPassage({ note: 'see [a]' })]);
    const read = readBrief(briefToMarkdown(brief, testWords));
    expect(read.sections[0]?.passages.map((p) => p.noteText)).toEqual(['', 'see [a]']);
  });

  it.each([
    ['[a](javascript:alert(1))', 'a (javascript:alert(1))'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['[a](data:text/html,x)', 'a (data:text/html,x)'],
    ['[a](&#106;avascript:x)', 'a (javascript:x)'],
    ['[a](file:///etc/passwd)', 'a (file:///etc/passwd)'],
    ['[a](../other.md)', 'a (../other.md)'],
    ['[a](benle://settings)', 'a (benle://settings)'],
    ['[a]()', 'a'],
    ['![a](javascript:x)', 'a (javascript:x)'],
    ['[a]\n\n[a]: vbscript:x', 'a (vbscript:x)'],
  ])('turns a link that may not stay into text: %s', (note, text) => {
    const read = withNote(note);
    expect(read.text).toBe(text);
    expect(read.markdown).not.toMatch(/\]\((?!https?:|mailto:)/);
  });

  it('keeps links to the web, to mail and to passages, and turns pictures into links', () => {
    expect(
      withNote(
        `[a](HTTP://x.vn) <a@b.vn> ![](https://x.vn/p.png) [![p](https://y.vn)](https://z.vn)`,
      ).markdown,
    ).toBe('[a](HTTP://x.vn) <a@b.vn> <https://x.vn/p.png> [p](https://z.vn)');
    expect(withNote(`see [there](benle://annotation/${ID})`).markdown).toBe(
      `see [there](benle://annotation/${ID}/)`,
    );
  });

  it('cannot pose as a passage, even when it is pasted from a brief', () => {
    const note = `> Giả.\n\n— *Tin vắn*, ¶ 1 · ODA · [passage](benle://annotation/${ID})\n\nmore`;
    expect(withNote(note).text).toBe('Giả.\n— Tin vắn, ¶ 1 · ODA · passage\nmore');
  });

  it('may end in a quote', () => {
    expect(withNote('> a\n\n> b').text).toBe('a\nb');
  });

  it('is shown as written when it nests without end', () => {
    const note = `${'- '.repeat(1500)}a`;
    expect(withNote(note).text).toBe(note);
  });
});
