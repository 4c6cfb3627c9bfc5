import type {
  Blockquote,
  Link,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import { passageLink } from '../annotation/link.ts';
import type { BriefWords } from './brief.ts';
import type { BriefVocabulary } from './brief-vocabulary.ts';
import { wordsOf } from './node-text.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import { quoteKey } from './quote-key.ts';
import { columnOf, labelledText, labelOf, linkOfPassage } from './read-passage.ts';

/** Which passage stands where in a brief without links: its annotation, and by what its quote is known again. */
export interface Identity {
  readonly annotationId: string;
  readonly key: string;
}

/** Where a passage may stand that has no link. */
interface Candidate {
  readonly key: string;
  /** Whether it looks like a passage, whatever its quote says. */
  readonly isShaped: boolean;
  readonly link: (annotationId: string) => void;
}

/**
 * Puts links where a brief without links would have them, so that it can be read as any other. Passages are known by
 * their quotes, also where they were put into another order; one whose quote was changed, by its place between those
 * that are known.
 * @param blocks of the brief; they are changed, and new ones put among them.
 */
export function linkPassages(
  blocks: RootContent[],
  identities: readonly Identity[],
  words: BriefWords,
  vocabulary: BriefVocabulary,
): void {
  const candidates = [...candidatesIn(blocks, words, vocabulary)];
  const places = byQuote(candidates, identities);
  byPlace(candidates, identities, places);
  // From the last to the first: what is put among the blocks moves those that follow.
  for (const [candidate, place] of [...places].reverse()) {
    candidates[candidate]?.link(identities[place]?.annotationId ?? '');
  }
}

/** @returns the places of identities by those of candidates, ascending. */
function byQuote(
  candidates: readonly Candidate[],
  identities: readonly Identity[],
): Map<number, number> {
  const free = new Map<string, number[]>();
  for (const [place, { key }] of identities.entries()) {
    free.set(key, [...(free.get(key) ?? []), place]);
  }
  const taken = new Set<number>();
  return new Map(
    candidates.flatMap(({ key, isShaped }, at) => {
      const [place, ...others] = free.get(key) ?? [];
      // The last stands for copies of the passage that somebody has made.
      if (others.length > 0) free.set(key, others);
      const isCopy = place !== undefined && taken.has(place);
      if (place === undefined || (isCopy && !isShaped)) return [];
      taken.add(place);
      return [[at, place] as const];
    }),
  );
}

/** Adds those that stand between neighbours that are known, as many as are missing there. */
function byPlace(
  candidates: readonly Candidate[],
  identities: readonly Identity[],
  places: Map<number, number>,
): void {
  const known = [[-1, -1], ...places, [candidates.length, identities.length]] as const;
  const taken = new Set(places.values());
  for (const [index, [at = -1, place = -1]] of known.entries()) {
    const [nextAt = at, nextPlace = place] = known[index + 1] ?? [];
    const strangers = range(at + 1, nextAt).filter((one) => candidates[one]?.isShaped);
    const missing = range(place + 1, nextPlace).filter((one) => !taken.has(one));
    if (strangers.length !== missing.length) continue;
    for (const [step, stranger] of strangers.entries()) {
      places.set(stranger, missing[step] ?? -1);
    }
  }
  const sorted = [...places].sort(([a], [b]) => a - b);
  places.clear();
  for (const [at, place] of sorted) places.set(at, place);
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);

function* candidatesIn(
  blocks: RootContent[],
  words: BriefWords,
  vocabulary: BriefVocabulary,
): Generator<Candidate> {
  for (const [at, block] of [...blocks.entries()]) {
    if (block.type === 'blockquote') yield quotation(blocks, block, at, words, vocabulary);
    if (block.type === 'table') yield* rowsIn(block, words);
  }
}

/** What an attribution begins with, and what editors make of it. */
const DASH = /^\s*(?:—|–|-{1,3})\s/;

function quotation(
  blocks: RootContent[],
  quote: Blockquote,
  at: number,
  words: BriefWords,
  vocabulary: BriefVocabulary,
): Candidate {
  const attribution = attributionAfter(blocks, at, vocabulary);
  return {
    key: quoteKey(quotedText(quote, words)),
    isShaped: attribution !== undefined,
    link: (annotationId) => {
      if (attribution) return addLink(attribution.children, annotationId, words, vocabulary);
      const paragraph: Paragraph = { type: 'paragraph', children: [], ...placeBehind(quote) };
      addLink(paragraph.children, annotationId, words);
      blocks.splice(endOfTranslation(blocks, at, words), 0, paragraph);
    },
  };
}

/** A quote's words, without a translation that has come to stand in it. */
function quotedText(quote: Blockquote, words: BriefWords): string {
  const lines = quote.children.map(wordsOf).join('\n').split('\n');
  const end = lines.findIndex((line, place) => place > 0 && labelledText(line, words));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n');
}

/** The last paragraph that begins as one: those of a translation may begin with a hyphen. */
function attributionAfter(
  blocks: readonly RootContent[],
  at: number,
  vocabulary: BriefVocabulary,
): Paragraph | undefined {
  let attribution: Paragraph | undefined;
  for (const block of blocks.slice(at + 1)) {
    if (block.type !== 'paragraph') {
      attribution ??= attributionInList(block, vocabulary);
      break;
    }
    if (DASH.test(wordsOf(block))) attribution = block;
  }
  return attribution && !linkOfPassage(attribution.children) ? attribution : undefined;
}

/** The first item of a list, if it says where a quote stands: its dash was turned into a hyphen. */
function attributionInList(
  block: RootContent,
  { titleAtStart }: BriefVocabulary,
): Paragraph | undefined {
  const [item] = block.type === 'list' ? block.children : [];
  const [paragraph, ...more] = item?.children ?? [];
  if (paragraph?.type !== 'paragraph' || more.length > 0) return undefined;
  const said = wordsOf(paragraph);
  return titleAtStart(said) !== '' || /^¶ ?\d/.test(said) ? paragraph : undefined;
}

/** Behind the translation of a quote that has one; it may have several paragraphs. */
function endOfTranslation(blocks: readonly RootContent[], at: number, words: BriefWords): number {
  const first = blocks[at + 1];
  const isTranslation = first?.type === 'paragraph' && labelledText(wordsOf(first), words);
  if (!isTranslation) return at + 1;
  let end = at + 1;
  while (blocks[end]?.type === 'paragraph') end += 1;
  return end;
}

function* rowsIn(table: Table, words: BriefWords): Generator<Candidate> {
  const column = columnOf(table, words.columns.passage);
  const [, ...rows] = table.children;
  for (const row of rows) {
    const cell = row.children[column];
    if (!cell || linkOfPassage(cell.children)) continue;
    yield {
      key: quoteKey(quoteInCell(cell, words)),
      isShaped: true,
      link: (annotationId) => addLink(cell.children, annotationId, words),
    };
  }
}

/** What stands in a cell before a translation, and before what is to be said of the quote. */
function quoteInCell({ children }: TableCell, words: BriefWords): string {
  const end = children.findIndex((node) => labelOf(node, words) || isDoubt(node, words));
  const before = (end < 0 ? children : children.slice(0, end)).map(wordsOf).join('');
  return end < 0 ? before : before.replace(/\s*·\s*$/u, '');
}

function isDoubt(node: Nodes, words: BriefWords): boolean {
  const doubts = [words.unverifiedMark, ...Object.values(words.detachedMarks)];
  return node.type === 'strong' && doubts.includes(wordsOf(node));
}

/**
 * Makes two texts of the last one of an attribution where its own words end: behind the block id of Obsidian's, or at the
 * end of a line that ends in a tag. What follows was typed below.
 * @returns where the second begins among the nodes; their number where there is none.
 */
function splitBelow(
  nodes: PhrasingContent[],
  annotationId: string,
  isTag: BriefVocabulary['isSectionName'],
): number {
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    const end = endOfOwnWords(node.value, annotationId, isTag);
    if (end === undefined || (end >= node.value.trimEnd().length && at === nodes.length - 1))
      continue;
    const own = { ...node, value: node.value.slice(0, end) };
    nodes.splice(at, 1, own, { ...node, value: node.value.slice(end) });
    return at + 1;
  }
  return nodes.length;
}

/** In UTF-16 code units; `undefined` where nothing tells. */
function endOfOwnWords(
  text: string,
  annotationId: string,
  isTag: BriefVocabulary['isSectionName'],
): number | undefined {
  const blockId = `^${annotationId}`;
  const idAt = text.indexOf(blockId);
  if (idAt >= 0) return idAt + blockId.length;
  for (const { index } of text.matchAll(/\n/g)) {
    const name = text.slice(0, index).split(PART_SEPARATOR).at(-1) ?? '';
    const [more = ''] = text.slice(index).split(PART_SEPARATOR);
    const isSeparated = /^\s*·/u.test(text.slice(index));
    if (!isSeparated && isTag(name) && !isTag(name + more)) return index;
  }
  return undefined;
}

/** Puts a link where the app writes it: before what is to be said of a quote, or at the end of the app's own words. */
function addLink(
  nodes: PhrasingContent[],
  annotationId: string,
  words: BriefWords,
  vocabulary?: BriefVocabulary,
): void {
  const [only, ...others] = nodes;
  if (others.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong')) {
    addLink(only.children, annotationId, words, vocabulary);
    return;
  }
  const isTag = vocabulary?.isSectionName ?? (() => false);
  const below = nodes.splice(splitBelow(nodes, annotationId, isTag));
  addLinkIn(nodes, annotationId, words);
  nodes.push(...below);
}

function addLinkIn(nodes: PhrasingContent[], annotationId: string, words: BriefWords): void {
  const doubtAt = nodes.findIndex((node) => isDoubt(node, words));
  const last = nodes.at(-1);
  const blockId = ` ^${annotationId}`;
  const isTagged = last?.type === 'text' && last.value.trimEnd().endsWith(blockId.trim());
  if (doubtAt < 0 && isTagged) {
    const value = last.value.slice(0, last.value.lastIndexOf(blockId.trim())).trimEnd();
    nodes[nodes.length - 1] = { ...last, value };
  }
  const at = doubtAt < 0 ? nodes.length : doubtAt;
  const link: Link = {
    type: 'link',
    url: passageLink(annotationId),
    children: [{ type: 'text', value: words.passageLink }],
    ...placeBehind(nodes[at - 1]),
  };
  const separator = (near: Nodes | undefined): PhrasingContent => ({
    type: 'text',
    value: PART_SEPARATOR,
    ...placeBehind(near),
  });
  const before = doubtAt < 0 && nodes.length > 0 ? [separator(nodes[at - 1])] : [];
  nodes.splice(at, 0, ...before, link, ...(doubtAt < 0 ? [] : [separator(nodes[at - 1])]));
}

/** No text of the file, right behind a node. */
function placeBehind(node: Nodes | undefined) {
  const end = node?.position?.end;
  return end ? { position: { start: end, end } } : {};
}
