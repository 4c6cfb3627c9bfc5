import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import { passageLink } from '../annotation/link.ts';
import type { BriefPassage, BriefWords } from './brief.ts';
import { inRole, vietnamese } from './brief-blocks.ts';
import { verbatim } from './markdown-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { doubtOf, listed, placeOf, publication, tagPart, titleOf } from './passage-facts.ts';

/** Stands between the parts of an attribution. */
export const PART_SEPARATOR = ' · ';

/** The last line feed of a run between two texts: empty lines stay with the text before them. */
const QUOTE_BREAK = /\n(?=[^\n])(?<=[^\n]\n+)/;

/** What Obsidian can take for the id of a block. */
const BLOCK_ID = /^[A-Za-z0-9-]+$/;

export interface PassageOptions {
  /** Whether the heading has said already which article it is, and of which day. */
  readonly isDigest?: boolean;
  /** Whether the attribution ends in an id that notes of Obsidian's can link to. */
  readonly hasBlockId?: boolean;
}

/** A passage: quote, translation, attribution and note. */
export function passageBlocks(
  passage: BriefPassage,
  words: BriefWords,
  options: PassageOptions = {},
): RootContent[] {
  const { translation } = passage;
  return [
    ...inRole('quote', [quote(passage)]),
    ...(translation ? inRole('translation', translated(translation, words)) : []),
    ...inRole('attribution', [attribution(passage, words, options)]),
    ...inRole('note', noteToMdast(passage.note)),
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

function attribution(
  passage: BriefPassage,
  words: BriefWords,
  { isDigest, hasBlockId }: PassageOptions,
): Paragraph {
  const { article, annotationId } = passage;
  const facts = isDigest
    ? placeOf(passage)
    : [listed([...publication(article, words), ...placeOf(passage)])];
  const told = [...facts, ...passage.tagNames.map(tagPart), ''].join(PART_SEPARATOR);
  const blockId = hasBlockId && BLOCK_ID.test(annotationId) ? annotationId : undefined;
  return paragraph([
    ...(isDigest ? [verbatim(`— ${told}`)] : [verbatim('— '), titleOf(article), verbatim(told)]),
    ...linkAndDoubt(passage, words),
    // As text of Markdown, in which the circumflex is not escaped.
    ...(blockId ? [{ type: 'text', value: ` ^${blockId}` } as const] : []),
  ]);
}

/** The link to the passage, and what is to be said of a quote that is not verified. */
export function linkAndDoubt(passage: BriefPassage, words: BriefWords): PhrasingContent[] {
  const link: PhrasingContent = {
    type: 'link',
    url: passageLink(passage.annotationId),
    children: [verbatim(words.passageLink)],
  };
  const marks = doubtOf(passage, words).flatMap((doubt): PhrasingContent[] => [
    verbatim(PART_SEPARATOR),
    { type: 'strong', children: [verbatim(doubt)] },
  ]);
  return [link, ...marks];
}
