import { type Node, Parser } from 'commonmark';
import { parse as parseYaml } from 'yaml';

/** One passage of an exported brief, as an independent CommonMark parser reads it. */
export interface ReadPassage {
  readonly annotationId: string;
  readonly quote: string;
  /** The attribution's text, whole. */
  readonly attribution: string;
  readonly articleTitle: string;
  /** What the attribution says of date and paragraph: `18 December 2023 (inferred), ¶ 40`. */
  readonly place: string;
  readonly tagNames: readonly string[];
  readonly verified: boolean;
  /** The note's words, a line for each block. */
  readonly noteText: string;
  /** The note as it stands in the file. */
  readonly noteMarkdown: string;
}

export interface ReadSection {
  readonly heading: string;
  readonly passages: readonly ReadPassage[];
}

export interface ReadBrief {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly sections: readonly ReadSection[];
  /** The text of each source. */
  readonly sources: readonly string[];
  /** The types of the top-level blocks, headings with their depth: `heading 2`, `block_quote`, … */
  readonly outline: readonly string[];
  /** Raw HTML that a browser would take for live. */
  readonly liveHtml: readonly string[];
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const PASSAGE_LINK = /^benle:\/\/annotation\/(.*[^/])$/;
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'code_block', 'html_block']);
const LEAVES = new Set(['text', 'code', 'code_block', 'html_inline', 'html_block']);

/**
 * Reads an exported brief back, for tests only, by a parser (commonmark.js) that shares no code with
 * the one that the app writes with.
 *
 * @throws Error when the text has no front matter or is built in another way than a brief.
 */
export function readBrief(markdown: string): ReadBrief {
  const matter = FRONT_MATTER.exec(markdown);
  if (!matter) throw new Error('The brief has no front matter.');
  const source = markdown.slice(matter[0].length);
  const root = new Parser().parse(source);
  const blocks = childrenOf(root);
  const [title, ...rest] = blocks;
  if (title?.type !== 'heading' || title.level !== 1) throw new Error('The brief has no title.');
  const groups = splitBefore(rest, (block) => block.type === 'heading' && block.level <= 2);
  if (groups.some(([head]) => head?.type !== 'heading')) throw new Error('Text before a section.');
  const sources = groups.filter(([, first]) => first?.type === 'list');
  const sections = groups.filter(([, first]) => first?.type !== 'list');
  const lines = source.split('\n');
  return {
    frontMatter: parseYaml(matter[1] ?? '') as Record<string, unknown>,
    title: textOf(title),
    sections: sections.map((section) => readSection(section, lines)),
    sources: sources.flatMap(([, list]) => (list ? childrenOf(list).map(textOf) : [])),
    outline: blocks.map(({ type, level }) => (type === 'heading' ? `heading ${level}` : type)),
    liveHtml: descendants(root)
      .filter(({ type }) => type.startsWith('html'))
      .map(({ literal }) => literal ?? ''),
  };
}

function readSection([heading, ...blocks]: readonly Node[], lines: readonly string[]): ReadSection {
  const groups = splitBefore(blocks, (block) => linkOfPassage(block) !== undefined);
  const passages = groups.map((group) => readPassage(group, lines));
  return { heading: heading ? textOf(heading) : '', passages };
}

function readPassage(blocks: readonly Node[], lines: readonly string[]): ReadPassage {
  const [quote, attribution, ...note] = blocks;
  const link = quote && linkOfPassage(quote);
  if (!quote || !attribution || !link) throw new Error('A section does not begin with a passage.');
  const [, title, facts] = childrenOf(attribution);
  const [place = '', ...tags] = textBetween(facts ?? null, link).split(' · ');
  return {
    annotationId: PASSAGE_LINK.exec(link.destination ?? '')?.[1] ?? '',
    quote: childrenOf(quote).map(textOf).join('\n'),
    attribution: textOf(attribution),
    articleTitle: title ? textOf(title) : '',
    place: place.replace(/^, /, ''),
    tagNames: tags.slice(0, -1).map((tag) => tag.replaceAll('\u00a0', ' ')),
    verified: link.next === null,
    noteText: plainText(note),
    noteMarkdown: sourceOf(note, lines),
  };
}

/** The link in the attribution after `block`, when `block` is a passage's quote. */
function linkOfPassage(block: Node): Node | undefined {
  if (block.type !== 'block_quote' || block.next?.type !== 'paragraph') return undefined;
  return childrenOf(block.next).find(
    ({ type, destination }) => type === 'link' && PASSAGE_LINK.test(destination ?? ''),
  );
}

/** The text of the siblings from `first` to before `end`. */
function textBetween(first: Node | null, end: Node): string {
  let text = '';
  for (let node = first; node && node !== end; node = node.next) text += textOf(node);
  return text;
}

/** A node's text, without marks. A soft break is a line feed. */
function textOf(node: Node): string {
  return descendants(node)
    .map(({ type, literal }) => {
      if (LEAVES.has(type)) return literal ?? '';
      return type === 'softbreak' || type === 'linebreak' ? '\n' : '';
    })
    .join('');
}

/** The words of Markdown, a line for each block; raw HTML counts as the text that it is written with. */
export function plainText(markdown: string | readonly Node[]): string {
  const roots = typeof markdown === 'string' ? [new Parser().parse(markdown)] : markdown;
  return roots
    .flatMap(descendants)
    .filter(({ type }) => TEXT_BLOCKS.has(type))
    .map((block) => textOf(block).trimEnd())
    .join('\n');
}

/** A node and all below it, in reading order. */
function descendants(root: Node): Node[] {
  const found: Node[] = [];
  const walker = root.walker();
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering) found.push(step.node);
  }
  return found;
}

function childrenOf(parent: Node): Node[] {
  const children: Node[] = [];
  for (let node = parent.firstChild; node; node = node.next) children.push(node);
  return children;
}

/** Groups that each begin with a node for which `begins` holds; the first may begin without. */
function splitBefore(nodes: readonly Node[], begins: (node: Node) => boolean): Node[][] {
  const groups: Node[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    if (!group || begins(node)) groups.push([node]);
    else group.push(node);
  }
  return groups;
}

/** The lines from the first of `blocks` to before what follows the last. */
function sourceOf(blocks: readonly Node[], lines: readonly string[]): string {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return '';
  const end = last.next ? last.next.sourcepos[0][0] - 1 : lines.length;
  return lines
    .slice(first.sourcepos[0][0] - 1, end)
    .join('\n')
    .trimEnd();
}
