import type { Heading, Image, Link, Nodes, RootContent } from 'mdast';
import { HEADING_DEMOTION } from './note-to-mdast.ts';

declare module 'unist' {
  interface Data {
    /** On links and images that a file writes as references to definitions. */
    isReference?: boolean;
  }
}

/** A piece of a source, in UTF-16 code units, and what stands there instead. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Markdown as it stands in the file, from the first of some blocks to the last, so that it can stand alone: headings
 * where the analyst had them, links with their targets beside them, and without definitions.
 * @param source in which the blocks have their positions.
 */
export function noteSource(blocks: readonly RootContent[], source: string): string {
  return sourceWith(
    blocks,
    source,
    blocks.flatMap((block) => standalone(block, source)),
  ).trim();
}

/** Markdown as it stands in the file, from the first of some nodes to the last. */
export function sourceOf(nodes: readonly Nodes[], source: string): string {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? '' : source.slice(start, end);
}

/** The same, with links and images that refer to definitions as `[text](url)`. */
export function inlineSource(nodes: readonly Nodes[], source: string): string {
  return sourceWith(
    nodes,
    source,
    nodes.flatMap((node) => standalone(node, source)),
  );
}

function sourceWith(
  nodes: readonly Nodes[],
  source: string,
  replacements: readonly Replacement[],
): string {
  const end = nodes.at(-1)?.position?.end.offset ?? 0;
  let from = nodes[0]?.position?.start.offset ?? end;
  let text = '';
  for (const replacement of replacements) {
    text += source.slice(from, replacement.start) + replacement.text;
    from = replacement.end;
  }
  return text + source.slice(from, end);
}

/** In the order of the source; a link within a link's text is part of its replacement. */
function standalone(node: Nodes, source: string): Replacement[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  if (node.type === 'definition') return [{ start, end, text: '' }];
  if ((node.type === 'link' || node.type === 'image') && node.data?.isReference) {
    return [{ start, end, text: inlineLink(node, source) }];
  }
  const inner =
    'children' in node ? node.children.flatMap((child: Nodes) => standalone(child, source)) : [];
  return node.type === 'heading' && isDemoted(node, source)
    ? [{ start, end: start + HEADING_DEMOTION, text: '' }, ...inner]
    : inner;
}

/** Underlined headings have no depth to give: a brief has none in its notes. */
function isDemoted({ depth, position }: Heading, source: string): boolean {
  return depth > HEADING_DEMOTION && source[position?.start.offset ?? -1] === '#';
}

function inlineLink(node: Link | Image, source: string): string {
  const words =
    node.type === 'link' ? `[${inlineSource(node.children, source)}]` : `![${escaped(node.alt)}]`;
  const title = node.title ? ` "${node.title.replace(/["\\]/g, '\\$&')}"` : '';
  return `${words}(<${node.url.replace(/[<>\\]/g, '\\$&')}>${title})`;
}

function escaped(text: string | null | undefined): string {
  return (text ?? '').replace(/[[\]\\]/g, '\\$&');
}
