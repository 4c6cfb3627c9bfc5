import type { Heading, List, RootContent } from 'mdast';
import type { Brief, BriefSection, BriefSource, BriefWords } from './brief.ts';
import { type BlockGroup, inRole, vietnamese } from './brief-blocks.ts';
import { evidenceTable } from './evidence-table.ts';
import { verbatim } from './markdown-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { oneLine } from './one-line.ts';
import { PART_SEPARATOR, paragraph, passageBlocks } from './passage-blocks.ts';
import { listed, publication, titleOf } from './passage-facts.ts';
import type { Dialect } from './saved-brief.ts';

export interface BlockOptions {
  /** For whom it is written; `commonmark` unless told. */
  readonly dialect?: Dialect | undefined;
}

/**
 * A brief as blocks for any format, each top-level one with its role: the title with the introduction; then, section
 * by section, the heading with its remark, and each passage; last the sources. What a group holds is made when it is
 * asked for, so that a long brief can be written piece by piece.
 */
export function* briefBlocks(
  brief: Brief,
  words: BriefWords,
  { dialect }: BlockOptions = {},
): Generator<BlockGroup> {
  const introduction = inRole('introduction', noteToMdast(brief.introduction));
  const title = heading(1, brief.title);
  yield { blocks: [...inRole('title', [title]), ...introduction], passages: 0 };
  const isDigest = brief.template === 'digest';
  // A passage under two tags stands in the file twice, but an id can only lead to one place: the first.
  const identified = new Set<string>();
  for (const section of brief.sections) {
    yield { blocks: sectionHead(section, brief, words), passages: 0 };
    if (brief.template === 'table') {
      yield* evidenceTable(section.passages, words);
      continue;
    }
    for (const passage of section.passages) {
      const { annotationId } = passage;
      const hasBlockId = dialect === 'obsidian' && !identified.has(annotationId);
      identified.add(annotationId);
      yield { blocks: passageBlocks(passage, words, { isDigest, hasBlockId }), passages: 1 };
    }
  }
  if (brief.sources.length > 0) yield { blocks: sourceBlocks(brief.sources, words), passages: 0 };
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [verbatim(oneLine(title))] };
}

/** A section's heading, in a digest what there is to say of its article, and its remark. */
function sectionHead(section: BriefSection, brief: Brief, words: BriefWords): RootContent[] {
  return [
    ...inRole('section', [sectionHeading(section, words)]),
    ...(brief.template === 'digest' ? inRole('facts', articleFacts(section, words)) : []),
    ...inRole('remark', noteToMdast(section.remark)),
  ];
}

function sectionHeading({ subject }: BriefSection, words: BriefWords): Heading {
  switch (subject.by) {
    case 'tag':
      return heading(2, subject.tagName);
    case 'untagged':
      return heading(2, words.untagged);
    case 'article':
      return vietnamese(heading(2, oneLine(subject.article.title) || subject.article.id));
    case 'date':
      return heading(2, subject.date === undefined ? words.unknownDay : words.day(subject.date));
  }
}

function articleFacts({ subject, passages }: BriefSection, words: BriefWords): RootContent[] {
  if (subject.by !== 'article') return [];
  const facts = [...publication(subject.article, words), words.passages(passages.length)];
  return [paragraph([verbatim(facts.join(PART_SEPARATOR))])];
}

function sourceBlocks(sources: readonly BriefSource[], words: BriefWords): RootContent[] {
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
  return inRole('sources', [heading(2, words.sources), list]);
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

function sourceParagraph(source: BriefSource, words: BriefWords) {
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
