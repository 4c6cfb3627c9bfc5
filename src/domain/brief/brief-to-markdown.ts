import type {
  Blockquote,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { toMarkdown } from 'mdast-util-to-markdown';
import { passageLink } from '../annotation/link.ts';
import type {
  Brief,
  BriefArticle,
  BriefPassage,
  BriefSection,
  BriefSource,
  BriefWords,
} from './brief.ts';
import { frontMatterOf } from './front-matter.ts';
import { textHandlers, verbatim } from './markdown-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { oneLine } from './one-line.ts';

/** Stands between the parts of an attribution. */
const PART_SEPARATOR = ' · ';

/** The last line feed of a run between two texts: empty lines stay with the text before them. */
const QUOTE_BREAK = /\n(?=[^\n])(?<=[^\n]\n+)/;

/**
 * Writes a brief as CommonMark with YAML front matter.
 *
 * A passage is a block quote followed by its attribution: the paragraph that holds the link
 * `benle://annotation/<id>` without a closing slash. What follows, up to the next such pair or the next
 * heading of depth 1 or 2, is its note. Any CommonMark reader gives back every quote verbatim, but for
 * U+0000, which Markdown cannot hold.
 */
export function briefToMarkdown(brief: Brief, words: BriefWords): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatterOf(brief) },
      heading(1, brief.title),
      ...brief.sections.flatMap((section) => sectionBlocks(section, words)),
      ...sourceBlocks(brief.sources, words),
    ],
  };
  return toMarkdown(tree, {
    bullet: '-',
    // Of no bullet's kind: the library can write `* * ***`, which is one break, for a break in two lists.
    rule: '_',
    handlers: textHandlers,
    extensions: [frontmatterToMarkdown('yaml')],
  });
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [verbatim(oneLine(title))] };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function sectionBlocks(section: BriefSection, words: BriefWords): RootContent[] {
  return [
    heading(2, section.tagName ?? words.untagged),
    ...section.passages.flatMap((passage) => [
      quote(passage),
      attribution(passage, words),
      ...noteToMdast(passage.note),
    ]),
  ];
}

/** One paragraph for each block of the article that the passage runs over. */
function quote(passage: BriefPassage): Blockquote {
  const blocks = passage.quote.split(QUOTE_BREAK);
  return { type: 'blockquote', children: blocks.map((block) => paragraph([verbatim(block)])) };
}

function attribution(passage: BriefPassage, words: BriefWords): Paragraph {
  const { article, paragraph: number } = passage;
  const published = publication(article, words);
  const places = [...published, ...(number === undefined ? [] : [`¶ ${number}`])];
  const parts = [listed(places), ...passage.tagNames.map(tagPart), ''];
  const link: PhrasingContent = {
    type: 'link',
    url: passageLink(passage.annotationId),
    children: [verbatim(words.passageLink)],
  };
  const mark: PhrasingContent = {
    type: 'strong',
    children: [
      verbatim(passage.detached ? words.detachedMarks[passage.detached] : words.unverifiedMark),
    ],
  };
  return paragraph([
    verbatim('— '),
    titleOf(article),
    verbatim(parts.join(PART_SEPARATOR)),
    link,
    ...(passage.verified ? [] : [verbatim(PART_SEPARATOR), mark]),
  ]);
}

/** `, a, b`: what follows the title. */
function listed(facts: readonly string[]): string {
  return facts.map((fact) => `, ${fact}`).join('');
}

function titleOf(article: BriefArticle): PhrasingContent {
  // Emphasis cannot be empty.
  return { type: 'emphasis', children: [verbatim(oneLine(article.title) || article.id)] };
}

/** When the article appeared, if that is known. */
function publication(article: BriefArticle, words: BriefWords): string[] {
  if (article.date === undefined) return [];
  const day = words.day(article.date);
  return [article.dateBasis === 'inferred' ? `${day} (${words.inferred})` : day];
}

/** A tag's name, with no-break spaces around a dot of its own so that it is not taken for a separator. */
function tagPart(name: string): string {
  return oneLine(name).replace(/ ?· ?/g, (dot) => dot.replaceAll(' ', '\u00a0'));
}

function sourceBlocks(sources: readonly BriefSource[], words: BriefWords): RootContent[] {
  if (sources.length === 0) return [];
  const list: List = {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: sources.map((source) => ({
      type: 'listItem',
      spread: false,
      children: [sourceParagraph(source, words)],
    })),
  };
  return [heading(2, words.sources), list];
}

/** How far a source's passages can be relied upon. */
function verdictOn(source: BriefSource, words: BriefWords): string[] {
  const { passages, unverified, detached } = source;
  if (unverified + detached === 0) return [words.allVerified(passages)];
  return [
    ...(unverified > 0 ? [words.unverified(unverified, passages)] : []),
    ...(detached > 0 ? [words.detached(detached, passages)] : []),
  ];
}

function sourceParagraph(source: BriefSource, words: BriefWords): Paragraph {
  const facts = [
    ...(source.available ? [] : [words.unavailable]),
    ...(source.textHash === undefined ? [] : [`sha256 ${source.textHash}`]),
    [words.passages(source.passages), ...verdictOn(source, words)].join(', '),
  ];
  return paragraph([
    titleOf(source),
    verbatim(`${listed(publication(source, words))}. ${facts.join('; ')}.`),
  ]);
}
