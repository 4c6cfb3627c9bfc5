import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import { passageLink } from '../annotation/link.ts';
import type { BriefPassage, BriefWords } from './brief.ts';
import { framed, inRole, vietnamese } from './brief-blocks.ts';
import { verbatim } from './markdown-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import {
  doubtOf,
  listed,
  placeOf,
  publication,
  publicationInFull,
  tagParts,
  titleOf,
} from './passage-facts.ts';
import type { Shows } from './saved-brief.ts';

/** Stands between the parts of an attribution. */
export const PART_SEPARATOR = ' · ';

/** Begins an attribution. */
export const ATTRIBUTION_MARK = '— ';

/** The last line feed of a run between two texts: empty lines stay with the text before them. */
const QUOTE_BREAK = /\n(?=[^\n])(?<=[^\n]\n+)/;

/** What Obsidian can take for the id of a block. */
const BLOCK_ID = /^[A-Za-z0-9-]+$/;

export interface PassageOptions {
  /** Whether the heading has said already which article it is, and of which day. */
  readonly isDigest?: boolean;
  /** Whether the attribution ends in an id that notes of Obsidian's can link to. */
  readonly hasBlockId?: boolean;
  /** Whether there are links to passages; there are unless told otherwise. */
  readonly hasLinks?: boolean;
  /** Whether it stands by itself: then there is no footnote. */
  readonly isAlone?: boolean;
  /** What is said of it; everything unless told otherwise. */
  readonly shows?: Shows;
}

/** A passage: quote, translation, attribution and note. */
export function passageBlocks(
  passage: BriefPassage,
  words: BriefWords,
  options: PassageOptions = {},
): RootContent[] {
  const { translation, note } = passage;
  const { hasLinks, shows } = options;
  const said = shows?.notes === false ? [] : noteToMdast(note, { hasLinks });
  return [
    ...inRole('quote', [quote(passage)]),
    ...(translation ? inRole('translation', translated(translation, words)) : []),
    ...inRole('attribution', attribution(passage, words, options)),
    ...framed('note', words.labels.note, said),
  ];
}

/** A paragraph of these words. */
export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** One paragraph for each block of the article that the passage runs over. */
function quote(passage: BriefPassage): Blockquote {
  const blocks = passage.quote.split(QUOTE_BREAK);
  return vietnamese({
    type: 'blockquote',
    children: blocks.map((block) => paragraph([verbatim(block)])),
  });
}

/** What stands before a translation, and its paragraphs. */
export function translationParts(
  { text, checked }: Translation,
  words: BriefWords,
): { readonly label: PhrasingContent; readonly paragraphs: readonly string[] } {
  const label = checked ? words.translation : words.uncheckedTranslation;
  return {
    label: { type: 'emphasis', children: [verbatim(label)] },
    paragraphs: text.split('\n').filter((line) => line.trim() !== ''),
  };
}

function translated(translation: Translation, words: BriefWords): Paragraph[] {
  const { label, paragraphs } = translationParts(translation, words);
  return paragraphs.map((text, index) =>
    paragraph(index === 0 ? [label, verbatim(` ${text}`)] : [verbatim(text)]),
  );
}

/** The paragraph that says where a passage stands; none where there is nothing to say. */
function attribution(
  passage: BriefPassage,
  words: BriefWords,
  options: PassageOptions,
): Paragraph[] {
  const { annotationId } = passage;
  const { isDigest, hasBlockId, hasLinks = true, shows } = options;
  const place = shows?.paragraphs === false ? [] : placeOf(passage);
  const parts = [
    ...(isDigest
      ? place.map((said) => [verbatim(said)])
      : [articleParts(passage, words, place, options)]),
    ...tagParts(passage, words, shows?.tags).map((said) => [verbatim(said)]),
    ...linkAndDoubt(passage, words, hasLinks),
  ];
  const blockId = hasBlockId && BLOCK_ID.test(annotationId) ? annotationId : undefined;
  if (parts.length === 0 && !blockId) return [];
  return [
    paragraph([
      ...inOne([[verbatim(ATTRIBUTION_MARK)], separated(parts)].flat()),
      // As text of Markdown, in which the circumflex is not escaped.
      ...(blockId ? [{ type: 'text', value: ` ^${blockId}` } as const] : []),
    ]),
  ];
}

function articleParts(
  { article }: BriefPassage,
  words: BriefWords,
  place: readonly string[],
  { isAlone }: PassageOptions,
): PhrasingContent[] {
  const days = isAlone ? publicationInFull(article, words) : publication(article, words);
  return [titleOf(article), verbatim(listed([...days, ...place]))];
}

/** Parts with separators between them. */
export function separated(parts: readonly PhrasingContent[][]): PhrasingContent[] {
  return inOne(
    parts.flatMap((part, at) => (at === 0 ? part : [verbatim(PART_SEPARATOR), ...part])),
  );
}

/** Neighbouring texts as one: each is written knowing what stands beside it. */
function inOne(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isSame =
      last?.type === 'verbatim' && node.type === 'verbatim' && !last.data && !node.data;
    if (isSame) result[result.length - 1] = verbatim(last.value + node.value);
    else if (node.type !== 'verbatim' || node.value !== '') result.push(node);
  }
  return result;
}

/** The link to the passage, and what is to be said of a quote that is not verified: the parts. */
export function linkAndDoubt(
  passage: BriefPassage,
  words: BriefWords,
  hasLinks: boolean,
): PhrasingContent[][] {
  const link: PhrasingContent = {
    type: 'link',
    url: passageLink(passage.annotationId),
    children: [verbatim(words.passageLink)],
  };
  const doubts = doubtOf(passage, words).map((doubt): PhrasingContent[] => [
    { type: 'strong', children: [verbatim(doubt)] },
  ]);
  return [...(hasLinks ? [[link]] : []), ...doubts];
}
