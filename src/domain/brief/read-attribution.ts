import type { Nodes, Paragraph } from 'mdast';
import type { BriefVocabulary } from './brief-vocabulary.ts';
import { comparable } from './comparable-text.ts';
import type { EditedPassage } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { type FoundLink, holdsNode, tagNamesIn } from './read-passage.ts';

/** What an attribution begins with, and what editors and converters make of it. */
const LEAD = /^\s*(?:—|–|-{1,3})?\s*/;

export interface ReadAttribution extends Pick<EditedPassage, 'tagNames' | 'looseTagNames'> {
  /** Whether it says more than title, place, tags and what the app says of the quote. */
  readonly saysMore: boolean;
}

/** An attribution around the link of its passage: `— *Title*, day, ¶ 40 · tags · [passage](…) · **unverified**`. */
export function readAttribution(
  paragraph: Paragraph,
  found: FoundLink,
  vocabulary: BriefVocabulary,
): ReadAttribution {
  const children = withLinkApart(paragraph.children, found);
  const { facts, saysMore, isDigest } = beforeTags(beforeLink(children, found), vocabulary);
  const names = tagNamesIn(
    facts,
    ([first = '', ...rest]) =>
      isDigest && first !== '' && !vocabulary.isFacts(first) ? [first, ...rest] : rest,
    vocabulary.alsoUnder,
  );
  return { ...names, saysMore: saysMore || !endsAsWritten(children, found, vocabulary) };
}

/** Nodes of which none stands around the link: an attribution may have been emphasised as a whole. */
function withLinkApart(nodes: readonly Nodes[], found: FoundLink): Nodes[] {
  return nodes.flatMap((node) =>
    node !== found.link && 'children' in node && holdsNode(node, found.link)
      ? withLinkApart(node.children, found)
      : [node],
  );
}

function linkAt(nodes: readonly Nodes[], { link }: FoundLink): number {
  return nodes.findIndex((node) => holdsNode(node, link));
}

/** What stands before the link of a passage. */
export function beforeLink<Node extends Nodes>(nodes: readonly Node[], found: FoundLink): Node[] {
  return nodes.slice(0, linkAt(nodes, found));
}

/**
 * Whether the link of a passage and all behind it is as the app writes it: what is to be said of a quote that is not
 * verified, and the id of the passage for links of Obsidian's.
 */
export function endsAsWritten(
  nodes: readonly Nodes[],
  found: FoundLink,
  { isDoubt, isPassageLink }: BriefVocabulary,
): boolean {
  const at = linkAt(nodes, found);
  const { link, annotationId } = found;
  const text = nodes
    .slice(at + 1)
    .map(wordsOf)
    .join('')
    .trimEnd();
  const blockId = `^${annotationId}`;
  return (
    isPassageLink(link.children.map(wordsOf).join('')) &&
    !link.title &&
    isDoubt(text.endsWith(blockId) ? text.slice(0, -blockId.length) : text)
  );
}

/** Whether nodes say the title of an article, emphasised or not, and where and when, and nothing else. */
export function saysTitleAndPlace(nodes: readonly Nodes[], vocabulary: BriefVocabulary): boolean {
  const { facts: all, saysMore, isDigest } = beforeTags(nodes, vocabulary);
  // Where a table has no column of tags, other sections of the passage are named here.
  const [facts = ''] = all.split(` · ${vocabulary.alsoUnder} `);
  return (
    !saysMore && (!isDigest || vocabulary.isFacts(facts)) && firstPart(facts) === spaced(facts)
  );
}

/** Whether nodes say of an article what the list of sources says: its title, and what there is to say of its passages. */
export function saysSource(nodes: readonly Nodes[], vocabulary: BriefVocabulary): boolean {
  const { title, lead, facts } = splitTitle(nodes, vocabulary);
  return (
    lead === '' &&
    title !== undefined &&
    vocabulary.isTitle(title) &&
    vocabulary.isSourceFacts(facts)
  );
}

interface BeforeTags {
  /** What is said of the place, and the tags. */
  readonly facts: string;
  readonly saysMore: boolean;
  /** Whether no title stands there: then what comes first may be a tag. */
  readonly isDigest: boolean;
}

function beforeTags(nodes: readonly Nodes[], vocabulary: BriefVocabulary): BeforeTags {
  const { title, lead, facts } = splitTitle(nodes, vocabulary);
  if (title === undefined) return { facts, saysMore: false, isDigest: true };
  const isAsWritten =
    lead === '' && vocabulary.isTitle(title) && vocabulary.isFacts(firstPart(facts));
  return { facts, saysMore: !isAsWritten, isDigest: false };
}

interface SplitTitle {
  readonly title?: string;
  /** What stands before the title, without the dash. */
  readonly lead: string;
  readonly facts: string;
}

/** Looks for the title: what is emphasised and is a title or stands right behind the dash, or else words that are one. */
function splitTitle(nodes: readonly Nodes[], vocabulary: BriefVocabulary): SplitTitle {
  const textOf = (some: readonly Nodes[]) => some.map(wordsOf).join('');
  const leadOf = (at: number) => textOf(nodes.slice(0, at)).replace(LEAD, '').trim();
  const titleAt = nodes.findIndex(
    (node, at) =>
      (node.type === 'emphasis' || node.type === 'strong') &&
      (leadOf(at) === '' || vocabulary.isTitle(wordsOf(node))),
  );
  const title = nodes[titleAt];
  if (title) {
    const facts = textOf(nodes.slice(titleAt + 1));
    return { title: wordsOf(title), lead: leadOf(titleAt), facts };
  }
  const text = spaced(textOf(nodes).replace(LEAD, ''));
  const plainTitle = vocabulary.titleAtStart(text);
  if (plainTitle === '') return { lead: '', facts: text };
  return { title: plainTitle, lead: '', facts: comparable(text).slice(plainTitle.length) };
}

/** All before the first dot that tells parts apart; with another one, the part says more. */
function firstPart(text: string): string {
  return spaced(text).split(/ ·(?: |$)/)[0] ?? '';
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
