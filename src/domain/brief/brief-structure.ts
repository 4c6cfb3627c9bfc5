import type { Blockquote, Heading, List, Nodes, Paragraph, RootContent, Text } from 'mdast';
import { passageIdsIn } from '../annotation/link.ts';
import { nameKey } from '../tag/codebook.ts';
import type { BriefVocabulary } from './brief-vocabulary.ts';
import { comparable } from './comparable-text.ts';
import { wordsOf } from './node-text.ts';
import { isUnderlined } from './note-form.ts';
import { HEADING_DEMOTION } from './note-to-mdast.ts';
import { beforeLink, readAttribution } from './read-attribution.ts';
import { type FoundLink, holdsPassage, linkOfPassage } from './read-passage.ts';

/** A passage in a brief: its quote, its attribution, and what stands between them. */
export interface FoundPassage extends FoundLink {
  readonly quote: Blockquote;
  readonly between: readonly RootContent[];
  readonly attribution: Paragraph;
  /** Among the blocks in which it was found. */
  readonly attributionAt: number;
}

/** The passage whose quote is the block at a place: neither another quote nor a section stands before its attribution. */
export function passageAt(blocks: readonly RootContent[], at: number): FoundPassage | undefined {
  const quote = blocks[at];
  if (quote?.type !== 'blockquote') return undefined;
  for (let place = at + 1; place < blocks.length; place += 1) {
    const block = blocks[place];
    if (!block || block.type === 'blockquote' || isSection(block)) return undefined;
    const attribution = attributionIn(block);
    const found = attribution && linkOfPassage(attribution.children);
    if (attribution && found) {
      const between = blocks.slice(at + 1, place);
      return { ...found, quote, between, attribution, attributionAt: place };
    }
    if (holdsPassage(block)) return undefined;
  }
  return undefined;
}

/** A paragraph, also one in a list of its own: what becomes of it where a dash is turned into a hyphen. */
function attributionIn(block: RootContent): Paragraph | undefined {
  if (block.type === 'paragraph') return block;
  const [item, ...items] = block.type === 'list' ? block.children : [];
  const [paragraph, ...more] = item?.children ?? [];
  const isAlone = items.length + more.length === 0 && paragraph?.type === 'paragraph';
  return isAlone ? paragraph : undefined;
}

/** Whether the file has no attribution: one was added for the link of the passage, with no text of the file. */
export function isAdded({ attribution: { position } }: FoundPassage): boolean {
  return position !== undefined && position.start.offset === position.end.offset;
}

/** Where a note ends that begins at a place: at another passage, or what is left of one, and at a section. */
export function endOfNote(blocks: readonly RootContent[], from: number): number {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || isSection(block) || holdsPassage(block) || passageAt(blocks, at)) return at;
  }
  return blocks.length;
}

export function isSection(block: Nodes | undefined): block is Heading {
  return block?.type === 'heading' && block.depth <= HEADING_DEMOTION;
}

/** The annotations whose links stand in a block, also as text: of code and HTML that was not ended, of definitions. */
export function passagesHeldBy(node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'html' || node.type === 'text') {
    return passageIdsIn(node.value);
  }
  if (!('children' in node)) return [];
  const found = linkOfPassage(node.children);
  return [...(found ? [found.annotationId] : []), ...node.children.flatMap(passagesHeldBy)];
}

/** The heading that is the brief's title: the one that its properties name, or else the first of depth 1. */
export function titleOf(
  blocks: readonly RootContent[],
  property: string | undefined,
): Heading | undefined {
  const titles = blocks.filter((block) => block.type === 'heading' && block.depth === 1);
  const named = titles.find((block) => comparable(wordsOf(block)) === comparable(property ?? ''));
  return (named ?? titles[0]) as Heading | undefined;
}

/**
 * The blocks of a brief without what a line too many or too few makes of them. Headings are paragraphs that became such
 * by a line of hyphens or equals signs below them, as a rule that was meant between two passages makes them; formatters
 * write headings in that way, too, and what a section of a brief can be called stays one. An attribution stands for
 * itself, also where the empty line between it and the quote is gone, which makes it a part of that.
 */
export function withoutAccidents(
  blocks: readonly RootContent[],
  title: Heading | undefined,
  source: string,
  vocabulary: BriefVocabulary,
): readonly RootContent[] {
  const separate = blocks.flatMap(withAttributionApart);
  const isAccident = (block: RootContent): block is Heading =>
    block !== title && isSection(block) && isUnderlined(block, source);
  if (!separate.some(isAccident)) return separate;
  const named = namesIn(separate, vocabulary);
  const isName = (text: string) =>
    vocabulary.isSectionName(text) || named.has(nameKey(comparable(text)));
  return separate.map((block) =>
    isAccident(block) && (block.depth === 1 || !isName(wordsOf(block)))
      ? { ...block, type: 'paragraph' }
      : block,
  );
}

/** The tags and titles that attributions name: what sections can be called. */
function namesIn(blocks: readonly RootContent[], vocabulary: BriefVocabulary): ReadonlySet<string> {
  const names = blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    const found = linkOfPassage(block.children);
    if (!found) return [];
    const title = block.children.find(({ type }) => type === 'emphasis');
    const { tagNames = [] } = readAttribution(block, found, vocabulary);
    return [...tagNames, ...(title ? [wordsOf(title)] : [])];
  });
  return new Set(names.map((name) => nameKey(comparable(name))));
}

/** A quote and the attribution that its last paragraph ends in, or an attribution and the items below, if it became one. */
function withAttributionApart(block: RootContent): RootContent[] {
  if (block.type === 'list') return withItemApart(block);
  const last = block.type === 'blockquote' ? block.children.at(-1) : undefined;
  const found = last?.type === 'paragraph' && linkOfPassage(last.children);
  if (block.type !== 'blockquote' || last?.type !== 'paragraph' || !found) return [block];
  const before = beforeLink(last.children, found);
  const at = before.findLastIndex(
    (node) => node.type === 'text' && DASH_IN_NEW_LINE.test(node.value),
  );
  const text = before[at];
  if (text?.type !== 'text') return [block];
  const split = text.value.search(DASH_IN_NEW_LINE);
  const quoted: Text = { ...text, value: text.value.slice(0, split) };
  const told: Text = { ...text, value: text.value.slice(split).trimStart() };
  const quote = { ...last, children: [...last.children.slice(0, at), quoted] };
  return [
    { ...block, children: [...block.children.slice(0, -1), quote] },
    { ...last, children: [told, ...last.children.slice(at + 1)] },
  ];
}

/** A list whose first item is an attribution: its dash was turned into a hyphen, which the frame of a note has, too. */
function withItemApart(list: List): RootContent[] {
  const [item, next] = list.children;
  const isAttribution = item && attributionIn({ ...list, children: [item] });
  if (!next?.position || !isAttribution || !linkOfPassage(isAttribution.children)) return [list];
  const { position } = list;
  const below = position && { position: { ...position, start: next.position.start } };
  return [
    { ...list, children: [item] },
    { ...list, children: list.children.slice(1), ...below },
  ];
}

/** Where an attribution begins that goes on in the paragraph of its quote. */
const DASH_IN_NEW_LINE = /(?:^|\n)\s*(?:—|–|-{1,3})\s[^\n]*$/;
