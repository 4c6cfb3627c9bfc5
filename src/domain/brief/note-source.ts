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
  const headings = blocks.flatMap(headingsIn).filter((heading) => isDemoted(heading, source));
  const marks = headings.map(({ position }) => position?.start.offset ?? 0);
  const demotions = marks.map((start) => ({ start, end: start + HEADING_DEMOTION, text: '' }));
  const definitions = blocks.flatMap((block) => definitionsIn(block));
  const replacements = [
    ...demotions,
    ...definitions,
    ...blocks.flatMap((block) => references(block, source)),
  ];
  return replaced(blocks, source, replacements).trim();
}

/** Markdown as it stands in the file, from the first of some nodes to the last, with targets beside links. */
export function inlineSource(nodes: readonly Nodes[], source: string): string {
  return replaced(
    nodes,
    source,
    nodes.flatMap((node) => references(node, source)),
  );
}

function replaced(
  nodes: readonly Nodes[],
  source: string,
  replacements: readonly Replacement[],
): string {
  const end = nodes.at(-1)?.position?.end.offset ?? 0;
  let from = nodes[0]?.position?.start.offset ?? end;
  let text = '';
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start)) {
    text += source.slice(from, replacement.start) + replacement.text;
    from = replacement.end;
  }
  return text + source.slice(from, end);
}

/** Links and images that refer to definitions; one within the text of another is part of its replacement. */
function references(node: Nodes, source: string): Replacement[] {
  if ((node.type === 'link' || node.type === 'image') && node.data?.isReference) {
    return placed(node, inlineLink(node, source));
  }
  return 'children' in node
    ? node.children.flatMap((child: Nodes) => references(child, source))
    : [];
}

function definitionsIn(node: Nodes): Replacement[] {
  if (node.type === 'definition') return placed(node, '');
  return 'children' in node ? node.children.flatMap((child: Nodes) => definitionsIn(child)) : [];
}

function placed({ position }: Nodes, text: string): Replacement[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end, text }];
}

function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap((child: Nodes) => headingsIn(child)) : [];
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
