import type { Heading, List, RootContent } from 'mdast';
import type { Brief, BriefSection, BriefSource, BriefWords } from './brief.ts';
import { type BlockGroup, framed, inRole, vietnamese } from './brief-blocks.ts';
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
  /** Whether there are links to passages; there are unless told otherwise. */
  readonly hasLinks?: boolean | undefined;
}

/**
 * A brief as blocks for any format, each top-level one with its role: the title with the introduction; then, section
 * by section, the heading with its remark, and each passage; last the sources, the footnote on inferred dates and the
 * checksums. What a group holds is made when it is asked for, so that a long brief can be written piece by piece.
 */
export function* briefBlocks(
  brief: Brief,
  words: BriefWords,
  { dialect, hasLinks = true }: BlockOptions = {},
): Generator<BlockGroup> {
  const { shows, template } = brief;
  const title = heading(1, brief.title);
  const introduction = introductionBlocks(brief.introduction, words, hasLinks);
  yield { blocks: [...inRole('title', [title]), ...introduction], passages: 0 };
  const isDigest = template === 'digest';
  // A passage under two tags may stand in the file twice, but an id can only lead to one place: the first.
  const identified = new Set<string>();
  for (const section of brief.sections) {
    yield { blocks: sectionHead(section, brief, words, hasLinks), passages: 0 };
    if (template === 'table') {
      yield* evidenceTable(section.passages, words, { shows, hasLinks });
      continue;
    }
    for (const passage of section.passages) {
      const { annotationId } = passage;
      const hasBlockId = dialect === 'obsidian' && !identified.has(annotationId);
      identified.add(annotationId);
      const options = { isDigest, hasBlockId, hasLinks, shows };
      yield { blocks: passageBlocks(passage, words, options), passages: 1 };
    }
  }
  if (brief.sources.length > 0) yield { blocks: endBlocks(brief, words), passages: 0 };
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [verbatim(oneLine(title))] };
}

/** The introduction speaks for itself where it stands; only where it quotes does it need a frame to tell who does. */
function introductionBlocks(
  introduction: string,
  words: BriefWords,
  hasLinks: boolean,
): RootContent[] {
  const blocks = noteToMdast(introduction, { hasLinks });
  if (!blocks.some(holdsQuote)) return inRole('introduction', blocks);
  return framed('introduction', words.labels.introduction, blocks);
}

function holdsQuote(node: RootContent): boolean {
  if (node.type === 'blockquote') return true;
  return 'children' in node && node.children.some(holdsQuote);
}

/** A section's heading, what there is to say of its article or of passages elsewhere, and its remark. */
function sectionHead(
  section: BriefSection,
  brief: Brief,
  words: BriefWords,
  hasLinks: boolean,
): RootContent[] {
  return [
    ...inRole('section', [sectionHeading(section, words)]),
    ...inRole('facts', [
      ...(brief.template === 'digest' ? articleFacts(section, words) : []),
      ...elsewhereFacts(section, words),
    ]),
    ...framed('remark', words.labels.remark, noteToMdast(section.remark, { hasLinks })),
  ];
}

/** Where the other passages are that belong in this section. */
function elsewhereFacts({ elsewhere = [], passages }: BriefSection, words: BriefWords) {
  if (elsewhere.length === 0) return [];
  const tagNames = [...new Set(elsewhere.map(oneLine))];
  const said = words.elsewhere(elsewhere.length, tagNames, passages.length > 0);
  return [paragraph([verbatim(said)])];
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

/** What stands after the last section. */
function endBlocks({ sources, shows }: Brief, words: BriefWords): RootContent[] {
  const isInferred = sources.some(({ date, dateBasis }) => date && dateBasis === 'inferred');
  const footnote = paragraph([verbatim(`${words.inferredMark} ${words.inferredNote}`)]);
  return [
    ...inRole('sources', [
      heading(2, words.sources),
      numbered(sources.map((source) => sourceParagraph(source, words))),
    ]),
    ...(isInferred ? inRole('footnote', [footnote]) : []),
    ...(shows.hashes ? checksumBlocks(sources, words) : []),
  ];
}

/** The checksums of the texts that are known. */
function checksumBlocks(sources: readonly BriefSource[], words: BriefWords): RootContent[] {
  const known = sources.flatMap((source) =>
    source.textHash === undefined
      ? []
      : [paragraph([titleOf(source), verbatim(`: ${source.textHash}`)])],
  );
  if (known.length === 0) return [];
  return inRole('appendix', [
    heading(2, words.checksums),
    paragraph([verbatim(words.checksumsHint)]),
    numbered(known),
  ]);
}

function numbered(paragraphs: readonly ReturnType<typeof paragraph>[]): List {
  return {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: paragraphs.map((each) => ({ type: 'listItem', spread: false, children: [each] })),
  };
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
    [words.passages(source.passages), ...verdictOn(source, words)].join(', '),
  ];
  return paragraph([
    titleOf(source),
    verbatim(`${listed(publication(source, words))}. ${facts.join('; ')}.`),
  ]);
}
