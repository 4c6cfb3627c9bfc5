import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, testSource, testWords } from './brief.testing.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { oneLine } from './one-line.ts';
import { readBrief } from './read-brief.testing.ts';

const RUNS = 2_000;
/** Milliseconds; far more than is needed, for machines that are busy. */
const TIMEOUT = 60_000;

/** Pieces that mean something in Markdown, in YAML or in a dialect, and some that only look alike. */
const PIECES = [
  ...'\\`*_{}[]()<>#+-.!|~&$%^=:;/@"\'?,·—',
  ...' \t\n\n\n\r',
  ...[
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\u000b',
    '\f',
    '\u001f',
    '\u200d',
    '\u202e',
  ],
  ...[
    'a',
    'b',
    'X',
    '1',
    '9',
    'ệ',
    'e\u0302\u0323',
    '𝒜',
    '👍🏽',
    'ש',
    '“',
    '–',
    '\ud800',
    '\udc00',
  ],
  ...[
    '**',
    '__',
    '***',
    '```',
    '~~~',
    '---',
    '===',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
  ],
  ...[
    '    ',
    '\n\n',
    '  \n',
    '\\\n',
    '&amp;',
    '&#10;',
    '&#x20;',
    '&nbsp;',
    '&copy',
    '<b>',
    '</b>',
    '<!--',
  ],
  ...[
    '-->',
    '<div>',
    '<?',
    '<![CDATA[',
    '](',
    '![',
    ']: ',
    '[a]',
    '[a]: ',
    '[a]: /x\n',
    '(https://x.vn)',
  ],
  ...[
    'https://x.vn/a_b',
    '<https://y.vn>',
    'www.x.vn',
    'a@b.vn',
    '[^1]',
    '[^1]: ',
    '[[',
    ']]',
    '[ ] ',
    '- [x] ',
  ],
  ...[
    '==',
    '%%',
    '$$',
    ':::',
    '|---|',
    '| a | b |\n',
    'benle://annotation/',
    'javascript:',
    '`` ` ``',
  ],
];

const pieces = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24, size: 'max' })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 40 }));

/** Notes that nest: each line begins as some list, quote, heading or fence, and holds some words. */
const LINE_STARTS = [
  '',
  '',
  '  ',
  '    ',
  '\t',
  '- ',
  '* ',
  '+',
  '3. ',
  '1) ',
  '> ',
  '>',
  '### ',
  '```',
];
const LINE_ENDS = [
  '',
  '',
  '  ',
  '\\',
  '---',
  '===',
  '***',
  '<div>',
  '```',
  '> ',
  '- ',
  '[a]: https://y.vn',
];
const INLINE = [
  'a',
  'b c',
  ' ',
  '*',
  '**',
  '_',
  '`',
  '<b>',
  '!',
  '[a]',
  '[x](https://x.vn)',
  '\\',
  '&#32;',
  '👍',
];
const line = fc
  .tuple(
    fc.array(fc.constantFrom(...LINE_STARTS), { maxLength: 4 }),
    fc.array(fc.constantFrom(...INLINE), { maxLength: 9, size: 'max' }),
    fc.constantFrom(...LINE_ENDS),
  )
  .map(([starts, words, end]) => [...starts, ...words, end].join(''));
const nested = fc.array(line, { maxLength: 8, size: 'max' }).map((lines) => lines.join('\n'));
const anyNote = fc.oneof(anyText, nested);

const OUTLINE = ['heading 1', 'heading 2', 'block_quote', 'paragraph', 'heading 2', 'list'];

describe('whatever is cited', () => {
  it(
    'a passage comes back exactly, and nothing else changes',
    () => {
      fc.assert(
        fc.property(anyText, (quote) => {
          const read = readBrief(briefToMarkdown(aBrief([aPassage({ quote })]), testWords));
          expect(read.sections[0]?.passages[0]?.quote).toBe(quote.replaceAll('\0', '\ufffd'));
          expect(read.outline).toEqual(OUTLINE);
          expect(read.liveHtml).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    'titles and tags come back from the front matter and from the text',
    () => {
      fc.assert(
        fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (title, tagNames) => {
          const article = { ...testSource, title };
          const brief = aBrief([aPassage({ article, tagNames })], { title, tagNames });
          const read = readBrief(briefToMarkdown(brief, testWords));
          const tags = tagNames.map(oneLine);
          expect(read.frontMatter).toMatchObject({
            title: oneLine(title),
            tags,
            created: '2026-11-22',
          });
          expect(read.title).toBe(oneLine(title));
          expect(read.sections[0]?.passages[0]).toMatchObject({
            articleTitle: oneLine(title) || article.id,
            tagNames: tags,
          });
          expect(read.outline).toEqual(OUTLINE);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

const NEXT = aPassage({ annotationId: 'next', quote: 'Đoạn sau.', note: 'Lời sau.' });

function noteRead(note: string) {
  const markdown = briefToMarkdown(aBrief([aPassage({ note }), NEXT]), testWords);
  const read = readBrief(markdown);
  expect(read.sections.map(({ passages }) => passages.map((p) => p.quote))).toEqual([
    [aPassage({}).quote, NEXT.quote],
  ]);
  expect(read.sections[0]?.passages[1]?.noteText).toBe(NEXT.note);
  expect(read.sources).toHaveLength(1);
  expect(read.liveHtml).toEqual([]);
  return { read, markdown };
}

/** Words alone: how space is laid out in a note may change. */
function words(text: string): string {
  return text.replace(/\s+/g, '');
}

/** All that a note says, as the app reads it: parsers differ over `1. 1. ` and its like. */
function saidBy(node: Nodes): string {
  if (node.type === 'definition') return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(saidBy).join('') : '';
}

/** Whether a note links to what a note may link to, and shows no picture. */
function linksPlainly(node: Nodes): boolean {
  if ('url' in node && !/^https?:|^mailto:/.test(node.url)) return false;
  if (node.type === 'image') return false;
  return 'children' in node ? node.children.every(linksPlainly) : true;
}

describe('whatever a note holds', () => {
  it(
    'it stays in its place',
    () => {
      fc.assert(
        fc.property(anyNote, (note) => {
          const { read } = noteRead(note);
          const extra = read.outline.filter((block) => /^heading [12]$/.test(block));
          expect(extra).toEqual(['heading 1', 'heading 2', 'heading 2']);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    'its words come back',
    () => {
      fc.assert(
        fc.property(anyNote, (note) => {
          const tree = fromMarkdown(note.toWellFormed().replace(/[^\P{Cc}\s]|[\v\f]/gu, ' '));
          fc.pre(linksPlainly(tree));
          const { read } = noteRead(note);
          const noteText = read.sections[0]?.passages[0]?.noteText ?? '';
          expect(words(noteText)).toBe(words(saidBy(tree)));
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
