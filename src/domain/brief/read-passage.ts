import type { Link, Nodes, PhrasingContent, Table } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import { parsePassageLink } from '../annotation/link.ts';
import { nameKey } from '../tag/codebook.ts';
import type { BriefWords } from './brief.ts';
import type { EditedPassage } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';

export interface FoundLink {
  readonly annotationId: string;
  readonly link: Link;
}

/**
 * The link by which an attribution or a cell names its passage, also within emphasis; links of notes to others end in
 * a slash.
 */
export function linkOfPassage(nodes: readonly Nodes[]): FoundLink | undefined {
  for (const node of nodes) {
    if (node.type === 'link') {
      const annotationId = node.url.endsWith('/') ? undefined : parsePassageLink(node.url);
      if (annotationId !== undefined) return { link: node, annotationId };
    } else if (node.type === 'emphasis' || node.type === 'strong') {
      const found = linkOfPassage(node.children);
      if (found) return found;
    }
  }
  return undefined;
}

/** Whether a node is another, or stands around it. */
export function holdsNode(node: Nodes, sought: Nodes): boolean {
  if (node === sought) return true;
  return 'children' in node && node.children.some((child: Nodes) => holdsNode(child, sought));
}

/** Where an editor has wrapped a line. */
const LINE_END = / *\n */g;

/** Dots with whatever space around them: editors put no-break spaces in the place of spaces. */
const LOOSE_SEPARATOR = /\s+·\s+/u;

/**
 * The tags' names in a text. Dots of a name's own have no-break spaces around them.
 * @param namesAmong leaves out what else stands between the separators.
 * @param alsoUnder stands before names of tags in whose sections a passage would stand, too.
 */
export function tagNamesIn(
  text: string,
  namesAmong: (parts: string[]) => string[],
  alsoUnder: string,
): Pick<EditedPassage, 'tagNames' | 'looseTagNames'> {
  const line = text.replace(LINE_END, ' ');
  const namesBy = (separator: string | RegExp) => {
    const parts = line
      .split(separator)
      .map((part) => withoutLabel(part.trim(), `${alsoUnder} `).replaceAll('\u00a0', ' ').trim());
    return [...new Set(namesAmong(parts).filter((name) => name !== ''))];
  };
  const tagNames = namesBy(PART_SEPARATOR);
  const loose = namesBy(LOOSE_SEPARATOR);
  return { tagNames, ...(loose.join('\n') !== tagNames.join('\n') && { looseTagNames: loose }) };
}

const withoutLabel = (part: string, label: string) =>
  part.startsWith(label) ? part.slice(label.length) : part;

/** What follows the label of a translation, and what that says of it; its case and its space do not matter. */
export function labelledText(text: string, words: BriefWords): Translation | undefined {
  const end = text.indexOf(':') + 1;
  const keyOf = (label: string) => nameKey(label).replace(' :', ':');
  const label = keyOf(text.slice(0, end));
  const after = text.slice(end).trim();
  if (label === keyOf(words.translation)) return { checked: true, text: after };
  return label === keyOf(words.uncheckedTranslation) ? { checked: false, text: after } : undefined;
}

/** What a translation's label says of it; `undefined` of what is no such label. */
export function labelOf(
  node: PhrasingContent | undefined,
  words: BriefWords,
): { readonly checked: boolean } | undefined {
  if (node?.type !== 'emphasis' && node?.type !== 'strong') return undefined;
  const labelled = labelledText(wordsOf(node), words);
  return labelled?.text === '' ? { checked: labelled.checked } : undefined;
}

/** Whether the link of a passage stands in a block, however deep. */
export function holdsPassage(node: Nodes): boolean {
  if (!('children' in node)) return false;
  return linkOfPassage(node.children) !== undefined || node.children.some(holdsPassage);
}

/** The column of a table that has this head, or -1. */
export function columnOf({ children: [heads] }: Table, head: string): number {
  return heads?.children.findIndex((cell) => nameKey(wordsOf(cell)) === nameKey(head)) ?? -1;
}
