import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, testSource, testWords } from './brief.testing.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { anyNote, anyText, words, wordsOfNote } from './hostile-text.testing.ts';
import { oneLine } from './one-line.ts';
import { readBrief } from './read-brief.testing.ts';

const RUNS = 2_000;
/** Milliseconds; far more than is needed, for machines that are busy. */
const TIMEOUT = 60_000;

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
          const expected = wordsOfNote(note);
          fc.pre(expected !== undefined);
          const { read } = noteRead(note);
          expect(words(read.sections[0]?.passages[0]?.noteText ?? '')).toBe(expected);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
