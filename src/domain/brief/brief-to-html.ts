import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { groupToHast } from './blocks-to-hast.ts';
import type { Brief, BriefWords } from './brief.ts';
import type { Part } from './brief-to-markdown.ts';
import { briefBlocks } from './brief-tree.ts';
import { HTML_STYLE, WIDE_PAGE } from './html-style.ts';
import { oneLine } from './one-line.ts';

/** Even if something slipped in, a browser would load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

const MAIN_END = '</main>';
const TABLE_END = '</tbody>\n</table>\n';

export interface HtmlOptions {
  /** Rules that bring the fonts of `HTML_STYLE` along; without them, the reader's computer may have others. */
  readonly fontFaces?: string;
  /** Whether there are links to passages; there are none unless told otherwise. */
  readonly hasLinks?: boolean;
}

/**
 * Writes a brief as one HTML file that needs nothing else, to be read in any browser and printed; piece by piece, as
 * Markdown is (see `markdownParts`). Nothing in it is live but links to the web, to mail and to passages.
 */
export function* htmlParts(
  brief: Brief,
  words: BriefWords,
  { fontFaces = '', hasLinks = false }: HtmlOptions = {},
): Generator<Part> {
  const shell = hastToHtml(pageOf(brief, words, fontFaces));
  const cut = shell.lastIndexOf(MAIN_END);
  yield { text: shell.slice(0, cut), passages: 0 };
  let unclosed = '';
  for (const group of briefBlocks(brief, words, { hasLinks })) {
    const hast = groupToHast(group);
    if (group.continues) {
      yield { text: hastToHtml(rowsOf(hast)), passages: group.passages };
      continue;
    }
    const html = unclosed + hastToHtml(hast);
    // Whether a table goes on is known only when the next group comes.
    unclosed = html.endsWith(TABLE_END) ? TABLE_END : '';
    yield { text: html.slice(0, html.length - unclosed.length), passages: group.passages };
  }
  yield { text: unclosed + shell.slice(cut), passages: 0 };
}

/** The whole file. */
export function briefToHtml(brief: Brief, words: BriefWords, options?: HtmlOptions): string {
  return [...htmlParts(brief, words, options)].map(({ text }) => text).join('');
}

/** What is in a tree as it is written in a file or on the clipboard. */
export function hastToHtml(hast: Nodes): string {
  // A carriage return as such would be read as a line feed.
  return toHtml(hast).replaceAll('\r', '&#xD;');
}

/** The rows of a table, without its heads. */
function rowsOf({ children }: Root): Root {
  const body = elementsOf(elementsOf(children)[0]?.children ?? []).at(-1);
  return { type: 'root', children: elementsOf(body?.children ?? []).flatMap(onItsLine) };
}

function elementsOf(nodes: readonly RootContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}

function onItsLine(node: Element): ElementContent[] {
  return [node, { type: 'text', value: '\n' }];
}

function element(
  tagName: string,
  properties: Properties,
  children: readonly Element[] | string = [],
): Element {
  const content: ElementContent[] =
    typeof children === 'string'
      ? [{ type: 'text', value: children }]
      : children.flatMap(onItsLine);
  return { type: 'element', tagName, properties, children: content };
}

/** The page around the brief. */
function pageOf(brief: Brief, words: BriefWords, fontFaces: string): Root {
  const style = brief.template === 'table' ? HTML_STYLE + WIDE_PAGE : HTML_STYLE;
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, oneLine(brief.title) || words.day(brief.created)),
    element('style', {}, fontFaces + style),
  ]);
  const body = element('body', {}, [element('main', { className: [brief.template] })]);
  const page = element('html', { lang: words.language }, [head, body]);
  return {
    type: 'root',
    children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, ...onItsLine(page)],
  };
}
