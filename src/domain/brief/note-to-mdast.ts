import type {
  Definition,
  Emphasis,
  Heading,
  Link,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parsePassageLink, passageLink } from '../annotation/link.ts';
import { verbatim } from './markdown-text.ts';
import { oneLine } from './one-line.ts';

/** A brief's own headings are of depth 1 and 2; a note's begin below them. */
export const HEADING_DEMOTION = 2;

/** Deeper than any person nests lists and quotes, and well below what would exhaust the stack. */
const MAX_DEPTH = 100;

/** What a note's links may lead to, besides passages. */
const OUTSIDE_LINK = /^(?:https?:\/\/|mailto:)/i;

/** What a part of a note must know of the rest. */
interface Context {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Whether links to passages stay links. */
  readonly hasLinks: boolean;
  /** The emphasis that it stands in. */
  readonly within: readonly ('emphasis' | 'strong')[];
}

/**
 * Reads an analyst's note as CommonMark and returns blocks that stay confined wherever they are put:
 * headings are demoted, raw HTML is text, references are resolved so that two notes may define the
 * same label, and links other than to the web, to mail and to passages are text. Pictures become
 * links, since opening a brief should not fetch anything. A note that nests without end is shown as the
 * text that it was written with.
 * @param options.hasLinks whether links to passages stay links; they do unless told otherwise.
 */
export function noteToMdast(
  note: string,
  { hasLinks = true }: { readonly hasLinks?: boolean | undefined } = {},
): RootContent[] {
  const source = writable(note);
  const root = fromMarkdown(source);
  if (isDeeperThan(MAX_DEPTH, root)) return asWritten(source);
  const definitions = new Map<string, Definition>();
  collectDefinitions(root, definitions);
  return root.children.flatMap((node) => block(node, { definitions, hasLinks, within: [] }));
}

/**
 * Half a surrogate pair cannot be written to a file; a control character, where it had to be a character
 * reference, would be read back as another by some parsers; the separators of lines, and what shows nothing, are
 * white space beside emphasis to some and not to others. None says anything in a note.
 */
function writable(note: string): string {
  return note
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\ufeff', '')
    .replace(/[^\P{Cc}\t\n]/gu, ' ');
}

/** Goes level by level: recursion is what must not be tried on such a tree. */
function isDeeperThan(limit: number, root: Nodes): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return level.length > 0;
}

function asWritten(source: string): RootContent[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ type: 'paragraph', children: [verbatim(line)] }));
}

/** The first definition of a label counts, as in CommonMark. */
function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) {
    definitions.set(node.identifier, node);
  }
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions);
}

function block(node: RootContent, context: Context): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasing(node.children, context);
      return children.length > 0 ? [{ type: 'paragraph', children }] : [];
    }
    case 'heading':
      return [heading(node, context)];
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }];
    case 'blockquote':
      return [{ ...node, children: flow(node.children, context) }];
    case 'list':
      return list(node, context);
    case 'code':
    case 'thematicBreak':
      return [node];
    default:
      return [];
  }
}

/** Bullets with nothing behind them go: three in a row, one in another, would be a thematic break. */
function list(node: List, context: Context): List[] {
  const items = node.children.map(
    (item): ListItem => ({ ...item, children: flow(item.children, context) }),
  );
  const children = node.ordered ? items : items.filter((item) => item.children.length > 0);
  return children.length > 0 ? [{ ...node, children }] : [];
}

/** The blocks of a quote or a list item. */
function flow(nodes: readonly RootContent[], context: Context): ListItem['children'] {
  // What `block` makes of a block is a block again; mdast's types cannot say so.
  return nodes.flatMap((node) => block(node, context)) as ListItem['children'];
}

function heading(node: Heading, context: Context): Heading {
  const depth = Math.min(6, node.depth + HEADING_DEMOTION) as Heading['depth'];
  return { type: 'heading', depth, children: onOneLine(phrasing(node.children, context)) };
}

/** An underlined heading may run over several lines, one with `###` may not; no more may the cell of a table. */
export function onOneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    if (node.type === 'text') return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') };
    if ('children' in node) return { ...node, children: onOneLine(node.children) } as typeof node;
    return node;
  });
}

/** Words of a note, with neighbouring texts made one so that each is written knowing its line. */
function phrasing(nodes: readonly PhrasingContent[], context: Context): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes.flatMap((each) => word(each, context))) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = text(last.value + node.value);
    } else if (node.type !== 'text' || node.value !== '') {
      result.push(node);
    }
  }
  return result;
}

function word(node: PhrasingContent, context: Context): PhrasingContent[] {
  switch (node.type) {
    case 'html':
      return [text(node.value)];
    case 'emphasis':
    case 'strong':
      return emphasis(node, context);
    case 'link':
      return link(node.url, node.title, phrasing(node.children, context), context);
    case 'linkReference': {
      const target = context.definitions.get(node.identifier);
      return link(target?.url ?? '', target?.title, phrasing(node.children, context), context);
    }
    case 'image':
      return link(node.url, node.title, [text(node.alt || node.url)], context);
    case 'imageReference': {
      const target = context.definitions.get(node.identifier);
      return link(target?.url ?? '', target?.title, [text(node.alt || target?.url || '')], context);
    }
    case 'inlineCode':
      // Shown as a space anyway; as a line end it could begin a block or leave a heading.
      return [{ type: 'inlineCode', value: node.value.replaceAll('\n', ' ') }];
    case 'text':
    case 'break':
      return [node];
    default:
      return [];
  }
}

/** Emphasis within its like shows as nothing more, and few parsers agree on how it is written. */
function emphasis(node: Emphasis | Strong, context: Context): PhrasingContent[] {
  const { within } = context;
  if (within.includes(node.type)) return phrasing(node.children, context);
  const inner = { ...context, within: [...within, node.type] };
  return [{ ...node, children: phrasing(node.children, inner) }];
}

/** A link that may stay, or its words followed by where it led. */
function link(
  url: string,
  title: string | null | undefined,
  children: PhrasingContent[],
  { hasLinks }: Context,
): PhrasingContent[] {
  const annotationId = parsePassageLink(url);
  // A picture within a link has become a link itself, and links cannot nest.
  const words = children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
  if (annotationId !== undefined && !hasLinks) return words;
  if (annotationId !== undefined) {
    // The closing slash, which the app accepts as well, keeps it from being an attribution's link.
    return [linkTo(`${passageLink(annotationId)}/`, title, words)];
  }
  if (OUTSIDE_LINK.test(url)) return [linkTo(url, title, words)];
  const shown = words.some((child) => child.type === 'text' && child.value === url);
  return url === '' || shown ? words : [...words, text(` (${url})`)];
}

function linkTo(url: string, title: string | null | undefined, children: PhrasingContent[]): Link {
  const shown = title ? oneLine(title) : '';
  return { type: 'link', url, ...(shown ? { title: shown } : {}), children } as Link;
}

function text(value: string): Text {
  return { type: 'text', value };
}
