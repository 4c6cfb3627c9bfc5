import { type Node, Parser } from 'commonmark';
import { parse as parseYaml } from 'yaml';
import { testWords } from './brief.testing.ts';
import type { BriefWords } from './brief.ts';

/** One passage of an exported brief, as an independent CommonMark parser reads it. */
export interface ReadPassage {
  readonly annotationId: string;
  readonly quote: string;
  /** The translation with the label before it, a line for each paragraph; empty when there is none. */
  readonly translation: string;
  /** The attribution's text, whole, but for a block id. */
  readonly attribution: string;
  readonly articleTitle: string;
  /** What the attribution says of date and paragraph: `18 December 2023 (inferred), ¶ 40`. */
  readonly place: string;
  readonly tagNames: readonly string[];
  readonly verified: boolean;
  /** What links of Obsidian's go to, in that dialect. */
  readonly blockId?: string;
  /** The note's words without its label, a line for each block; none where it has no frame. */
  readonly noteText: string;
  /** The note as it stands in its frame. */
  readonly noteMarkdown: string;
}

export interface ReadSection {
  readonly heading: string;
  /** What stands before the first passage, in words: a digest's facts, the remark without its label. A line for each block. */
  readonly remarkText: string;
  readonly passages: readonly ReadPassage[];
}

export interface ReadBrief {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** The words between the title and the first section, a line for each block. */
  readonly introductionText: string;
  readonly sections: readonly ReadSection[];
  /** The text of each source, of the footnote below, and of each checksum. */
  readonly sources: readonly string[];
  readonly footnote: string;
  readonly checksums: readonly string[];
  /** The types of the top-level blocks, headings with their depth: `heading 2`, `block_quote`, … */
  readonly outline: readonly string[];
  /** Raw HTML that a browser would take for live. */
  readonly liveHtml: readonly string[];
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const PASSAGE_LINK = /^benle:\/\/annotation\/(.*[^/])$/;
const BLOCK_ID = / \^([A-Za-z0-9-]+)$/;
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'code_block', 'html_block']);
const LEAVES = new Set(['text', 'code', 'code_block', 'html_inline', 'html_block']);

/**
 * Reads an exported brief back, for tests only, by a parser (commonmark.js) that shares no code with
 * the one that the app writes with.
 *
 * @param words that it was written with.
 * @throws Error when the text has no front matter or is built in another way than a brief.
 */
export function readBrief(markdown: string, words: BriefWords = testWords): ReadBrief {
  const matter = FRONT_MATTER.exec(markdown);
  if (!matter) throw new Error('The brief has no front matter.');
  const source = markdown.slice(matter[0].length);
  const root = new Parser().parse(source);
  const blocks = childrenOf(root);
  const [title, ...rest] = blocks;
  if (title?.type !== 'heading' || title.level !== 1) throw new Error('The brief has no title.');
  const isSection = ({ type, level }: Node) => type === 'heading' && level <= 2;
  const groups = splitBefore(rest, isSection);
  const introduction = groups[0]?.[0] && !isSection(groups[0][0]) ? groups.shift() : undefined;
  const appendix = takeEnd(groups, words.checksums);
  const sources = takeEnd(groups, words.sources);
  const sections = groups;
  const lines = source.split('\n');
  return {
    frontMatter: parseYaml(matter[1] ?? '') as Record<string, unknown>,
    title: textOf(title),
    introductionText: plainText((introduction ?? []).flatMap((block) => unframed(block, words))),
    sections: sections.map((section) => readSection(section, lines, words)),
    sources: itemsIn(sources),
    footnote: sources
      .filter(({ type }) => type === 'paragraph')
      .map(textOf)
      .join(''),
    checksums: itemsIn(appendix),
    outline: blocks.map(({ type, level }) => (type === 'heading' ? `heading ${level}` : type)),
    liveHtml: descendants(root)
      .filter(({ type }) => type.startsWith('html'))
      .map(({ literal }) => literal ?? ''),
  };
}

/** The last of the groups, if it is headed so. */
function takeEnd(groups: Node[][], headed: string): readonly Node[] {
  const heading = groups.at(-1)?.[0];
  return heading && textOf(heading) === headed ? (groups.pop() ?? []) : [];
}

const itemsIn = (blocks: readonly Node[]) =>
  blocks.filter(({ type }) => type === 'list').flatMap((list) => childrenOf(list).map(textOf));

/** Whether a block is a frame: a list of one item that begins with a label. */
function isFrame(block: Node, { labels }: BriefWords): boolean {
  const [item, more] = block.type === 'list' ? childrenOf(block) : [];
  const label = item?.firstChild;
  const isLabel = label?.type === 'paragraph' && label.firstChild?.type === 'strong';
  return !more && isLabel && Object.values(labels).includes(textOf(label));
}

/** What stands in a frame; another block as it is. */
function unframed(block: Node, words: BriefWords): readonly Node[] {
  const [item] = isFrame(block, words) ? childrenOf(block) : [];
  return item ? childrenOf(item).slice(1) : [block];
}

function readSection(
  [heading, ...blocks]: readonly Node[],
  lines: readonly string[],
  words: BriefWords,
): ReadSection {
  const isPassage = (block: Node) => attributionOf(block) !== undefined;
  const groups = splitBefore(blocks, isPassage);
  const remark = groups[0]?.[0] && !isPassage(groups[0][0]) ? groups.shift() : undefined;
  return {
    heading: heading ? textOf(heading) : '',
    remarkText: plainText((remark ?? []).flatMap((block) => unframed(block, words))),
    passages: groups.map((group) => readPassage(group, lines, words)),
  };
}

function readPassage(
  blocks: readonly Node[],
  lines: readonly string[],
  words: BriefWords,
): ReadPassage {
  const [quote, ...rest] = blocks;
  const attribution = quote && attributionOf(quote);
  const link = attribution && linkOfPassage(attribution);
  if (!quote || !link) throw new Error('A section does not begin with a passage.');
  const end = rest.indexOf(attribution);
  const [frame, ...more] = rest.slice(end + 1);
  if (more.length > 0 || (frame && !isFrame(frame, words))) throw new Error('A note has no frame.');
  const note = frame ? unframed(frame, words) : [];
  const whole = textOf(attribution);
  const blockId = BLOCK_ID.exec(whole)?.[1];
  return {
    annotationId: PASSAGE_LINK.exec(link.destination ?? '')?.[1] ?? '',
    quote: childrenOf(quote).map(textOf).join('\n'),
    translation: rest.slice(0, end).map(textOf).join('\n'),
    attribution: whole.replace(BLOCK_ID, ''),
    ...factsOf(attribution, link, words),
    verified: link.next?.next?.type !== 'strong',
    ...(blockId ? { blockId } : {}),
    noteText: plainText(note),
    noteMarkdown: sourceOf(note, lines),
  };
}

/** What stands between the dash and the link. A digest's attributions have no title. */
function factsOf(
  attribution: Node,
  link: Node,
  words: BriefWords,
): Pick<ReadPassage, 'articleTitle' | 'place' | 'tagNames'> {
  const [dash, title, facts] = childrenOf(attribution);
  const isShort = title === link || title?.type !== 'emph';
  const told = isShort
    ? textBetween(dash ?? null, link).slice(2)
    : textBetween(facts ?? null, link);
  const [place = '', ...tags] = told.split(' · ');
  return {
    articleTitle: isShort ? '' : textOf(title),
    place: place.replace(/^, /, ''),
    tagNames: tags
      .slice(0, -1)
      .map((tag) => tag.replace(`${words.alsoUnder} `, '').replaceAll('\u00a0', ' ')),
  };
}

/** The attribution of `block`, when that is a passage's quote: only its translation stands between. */
function attributionOf(block: Node): Node | undefined {
  if (block.type !== 'block_quote') return undefined;
  for (let next = block.next; next?.type === 'paragraph'; next = next.next) {
    if (linkOfPassage(next)) return next;
  }
  return undefined;
}

function linkOfPassage(attribution: Node): Node | undefined {
  return childrenOf(attribution).find(
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

/** The lines from the first of `blocks` to before what follows the last, as far in as the first. */
function sourceOf(blocks: readonly Node[], lines: readonly string[]): string {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return '';
  const [line, column] = first.sourcepos[0];
  return lines
    .slice(line - 1, last.sourcepos[1][0])
    .map((text) => text.slice(column - 1))
    .join('\n')
    .trimEnd();
}
