import type { Link, Nodes, PhrasingContent } from 'mdast';
import { toString as toWords } from 'mdast-util-to-string';
import { parsePassageLink } from '../annotation/link.ts';
import type { BriefWords } from './brief.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';

/** What a node says, without marks. */
export const wordsOf = (node: Nodes): string => toWords(node);

export interface FoundLink {
  readonly annotationId: string;
  readonly link: Link;
}

/** The link by which an attribution or a cell names its passage; links of notes to others end in a slash. */
export function linkOfPassage(nodes: readonly PhrasingContent[]): FoundLink | undefined {
  for (const link of nodes) {
    if (link.type !== 'link' || link.url.endsWith('/')) continue;
    const annotationId = parsePassageLink(link.url);
    if (annotationId !== undefined) return { link, annotationId };
  }
  return undefined;
}

/** Where an editor has wrapped a line. */
const LINE_END = / *\n */g;

/** What stands between separators. Dots of a name's own have no-break spaces around them. */
export function partsOf(text: string): string[] {
  const line = text.replace(LINE_END, ' ');
  return line.split(PART_SEPARATOR).map((part) => part.replaceAll('\u00a0', ' ').trim());
}

/** Each name once. */
export function namesOf(parts: readonly string[]): string[] {
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** What a translation's label says of it; `undefined` of what is no such label. */
export function labelOf(
  node: PhrasingContent | undefined,
  words: BriefWords,
): { readonly checked: boolean } | undefined {
  if (node?.type !== 'emphasis') return undefined;
  const label = wordsOf(node).trim();
  if (label === words.translation) return { checked: true };
  return label === words.uncheckedTranslation ? { checked: false } : undefined;
}

/** Markdown as it stands in the file, from the first of some nodes to the last. */
export function sourceOf(nodes: readonly Nodes[], source: string): string {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? '' : source.slice(start, end);
}
