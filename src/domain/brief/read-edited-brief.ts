import type { Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { BriefWords } from './brief.ts';
import {
  endOfNote,
  type FoundPassage,
  isAdded,
  isSection,
  passageAt,
  passagesHeldBy,
  titleOf,
  withoutAccidents,
} from './brief-structure.ts';
import {
  type BriefLibrary,
  type BriefVocabulary,
  briefVocabulary,
  EMPTY_LIBRARY,
} from './brief-vocabulary.ts';
import { comparable } from './comparable-text.ts';
import type { EditedBrief, EditedPassage, UnreadText } from './edited-brief.ts';
import { linkPassages } from './link-passages.ts';
import { wordsOf } from './node-text.ts';
import { oneLine } from './one-line.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readAttribution, saysSource } from './read-attribution.ts';
import { readEvidenceTable } from './read-evidence-table.ts';
import { framedSource, frameIn, unframed } from './read-frame.ts';
import {
  type FrontMatter,
  isTagAmong,
  type OwnProperty,
  readFrontMatter,
} from './read-front-matter.ts';
import { holdsPassage, linkOfPassage } from './read-passage.ts';
import { readQuotedPassage } from './read-quoted-passage.ts';
import { resolveReferences } from './resolve-references.ts';
import { UnreadTexts } from './unread-texts.ts';

/**
 * Reads a Markdown brief of this app, which may have been edited by hand since: of each passage that it links to,
 * the note, the tags and the translation; and all text that is of no passage, unless the app writes it itself.
 * @param words of the language that it was written in.
 * @param library what a brief may name; what it does not know counts as written by hand.
 * @returns `undefined` when it links to no passage.
 */
export function readEditedBrief(
  markdown: string,
  words: BriefWords,
  library: BriefLibrary = EMPTY_LIBRARY,
): EditedBrief | undefined {
  const file = markdown
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const matter = readFrontMatter(file);
  const source = file.slice(matter.length);
  const firstLine = file.slice(0, matter.length).split('\n').length;
  const reader = new BriefReader({ source, firstLine, words, library, matter });
  const brief = reader.read();
  return brief.passages.length + brief.unread.length === 0 ? undefined : brief;
}

interface ReaderInput {
  /** The file behind its front matter. */
  readonly source: string;
  /** The line of the file at which it begins. */
  readonly firstLine: number;
  readonly words: BriefWords;
  readonly library: BriefLibrary;
  readonly matter: FrontMatter;
}

/** Blocks in a row, and the passages whose text they may be. */
interface LooseBlocks {
  readonly blocks: RootContent[];
  readonly annotationIds: string[];
}

/** Goes over the blocks of a brief once. */
class BriefReader {
  readonly #input: ReaderInput;
  readonly #vocabulary: BriefVocabulary;
  readonly #texts: UnreadTexts;
  readonly #passages: EditedPassage[] = [];
  readonly #unread: string[] = [];
  /** Passages whose links stand in code or HTML, which may be meant as such. */
  readonly #hidden: string[] = [];
  /** What stands between the last passage or section that could be read and the next. */
  #loose: LooseBlocks = { blocks: [], annotationIds: [] };
  #isInSources = false;

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#vocabulary = briefVocabulary(input.words, input.library);
    this.#texts = new UnreadTexts(input.source, input.firstLine, input.words);
  }

  read(): EditedBrief {
    const { source, matter } = this.#input;
    const root = parseMarkdown(source);
    const { unused } = resolveReferences(root);
    linkPassages(root.children, matter.identities, this.#input.words, this.#vocabulary);
    const title = titleOf(root.children, matter.title?.text);
    const blocks = withoutAccidents(root.children, title, source, this.#vocabulary);
    const headings: PlacedHeading[] = [];
    for (let at = 0; at < blocks.length; ) at = this.#readAt(blocks, at, title, headings);
    this.#flushLoose();
    for (const definition of unused) this.#texts.add(definition, 'own');
    this.#addTitle(title);
    this.#addNames(headings);
    const read = new Set([
      ...this.#passages.map(({ annotationId }) => annotationId),
      ...this.#unread,
    ]);
    const hidden = this.#hidden.filter((id) => !read.has(id));
    // A brief that has nothing left of its form is one all the same.
    const lost = read.size === 0 ? matter.identities.map(({ annotationId }) => annotationId) : [];
    return {
      title: title ? oneLine(wordsOf(title)) : (matter.title?.text ?? ''),
      passages: this.#withOmissions(),
      unread: [...this.#unread, ...hidden, ...lost],
      texts: this.#texts.all(),
    };
  }

  /** What the brief leaves out, no passage of it says. Without properties, that is what no passage says. */
  #withOmissions(): EditedPassage[] {
    const { omits, identities, length } = this.#input.matter;
    const isOmitted = (name: string, says: (passage: EditedPassage) => boolean) =>
      omits.has(name) || (length === 0 && !this.#passages.some(says));
    const lacksNote = isOmitted('notes', ({ note = '' }) => note !== '');
    const lacksTags = isOmitted('tags', ({ tagNames = [] }) => tagNames.length > 0);
    return this.#passages.map((passage) => ({
      ...passage,
      ...(lacksNote && { lacksNote }),
      ...(lacksTags && { lacksTags }),
      ...(identities.length > 0 && { lacksLinks: true }),
    }));
  }

  /** @returns the place of the next block to be read. */
  #readAt(
    blocks: readonly RootContent[],
    at: number,
    title: Heading | undefined,
    headings: PlacedHeading[],
  ): number {
    const block = blocks[at];
    if (isSection(block)) {
      this.#flushLoose();
      const above = this.#texts.heading;
      this.#texts.heading = oneLine(wordsOf(block));
      if (block !== title) headings.push({ block, above });
      this.#isInSources = this.#vocabulary.isSourcesHeading(this.#texts.heading);
      return this.#isFacts(blocks[at + 1]) ? at + 2 : at + 1;
    }
    const found = passageAt(blocks, at);
    if (found) return this.#readPassage(found, blocks);
    if (block?.type === 'table' && holdsPassage(block)) this.#readTable(block);
    else if (block?.type === 'list' && this.#isInSources) this.#readSources(block);
    else if (block) this.#addLoose(block);
    return at + 1;
  }

  /** @returns the place behind the passage and its note. */
  #readPassage(found: FoundPassage, blocks: readonly RootContent[]): number {
    // A quotation right before may be a part of the quote.
    if (this.#loose.blocks.at(-1)?.type === 'blockquote') {
      this.#loose.annotationIds.push(found.annotationId);
    }
    this.#flushLoose();
    const { source, words } = this.#input;
    const { passage, rest } = readQuotedPassage(found, words, this.#vocabulary);
    const { annotationId } = found;
    for (const block of rest) this.#texts.add(block, 'own');
    const end = endOfNote(blocks, found.attributionAt + 1);
    const note = blocks.slice(found.attributionAt + 1, end);
    const next = blocks[end];
    // Of a passage that cannot be read, the quote and more may stand at the end of this note, but in no frame.
    const isEndKnown = !next || next.type === 'table' || !holdsPassage(next);
    const framed = frameIn(note, words);
    const read = isEndKnown ? note : framed;
    if (isEndKnown) this.#hidden.push(...note.flatMap(passagesHeldBy));
    else this.#loose = { blocks: note.slice(framed?.length), annotationIds: [annotationId] };
    this.#passages.push({
      ...passage,
      ...(read && !(isAdded(found) && read.length === 0) && noteOf(read, source, words)),
      line: this.#texts.lineOf(found.quote),
      heading: this.#texts.heading,
    });
    return end;
  }

  #readTable(table: Table): void {
    this.#flushLoose();
    const { source, words } = this.#input;
    const read = readEvidenceTable(table, source, words, this.#vocabulary);
    const { heading } = this.#texts;
    for (const { row, ...passage } of read.passages) {
      this.#passages.push({ ...passage, line: this.#texts.lineOf(row), heading });
    }
    this.#unread.push(...read.unread);
    for (const { node, annotationId = '' } of read.rest)
      this.#texts.add(node, 'passage', [annotationId]);
  }

  #readSources({ children }: List): void {
    for (const item of children) if (!this.#isSource(item)) this.#texts.add(item, 'own');
  }

  /** Whether an item of a list says of an article what the app says. */
  #isSource({ children: [paragraph, ...more] }: ListItem): boolean {
    return (
      more.length === 0 &&
      paragraph?.type === 'paragraph' &&
      saysSource(paragraph.children, this.#vocabulary)
    );
  }

  /** What a digest says of an article. */
  #isFacts(block: RootContent | undefined): boolean {
    if (block?.type !== 'paragraph') return false;
    const said = wordsOf(block);
    return this.#vocabulary.isFacts(said) || this.#vocabulary.isElsewhere(said);
  }

  #addLoose(block: RootContent): void {
    const ids = passagesHeldBy(block);
    if (holdsPassage(block)) {
      this.#unread.push(...ids);
      this.#loose.annotationIds.push(...ids);
    } else this.#hidden.push(...ids);
    this.#loose.blocks.push(...unframed(block, this.#input.words));
  }

  #flushLoose(): void {
    const { blocks, annotationIds } = this.#loose;
    const kind = annotationIds.length > 0 ? 'passage' : 'remark';
    for (const block of blocks) {
      const isOurs =
        block.type === 'definition' ||
        (block.type === 'list' && block.children.every((item) => this.#isSource(item))) ||
        (block.type === 'paragraph' &&
          (this.#isAttribution(block) || this.#vocabulary.isStatement(wordsOf(block))));
      if (!isOurs) this.#texts.add(block, kind, annotationIds);
    }
    this.#loose = { blocks: [], annotationIds: [] };
  }

  /** Whether a paragraph is an attribution as the app writes it. */
  #isAttribution(paragraph: Paragraph): boolean {
    const found = linkOfPassage(paragraph.children);
    if (!found) return false;
    const { saysMore, tagNames = [] } = readAttribution(paragraph, found, this.#vocabulary);
    return !saysMore && tagNames.every((name) => this.#input.library.tagNames.includes(name));
  }

  /** The title stands in a brief twice; a saved brief may have it where the two are not the same. */
  #addTitle(title: Heading | undefined): void {
    const { matter } = this.#input;
    const heading = title && comparable(wordsOf(title));
    const property = matter.title && comparable(matter.title.text);
    if (heading === property) return;
    this.#texts.heading = '';
    if (title) this.#texts.add(title, 'title');
    if (matter.title) this.#addProperty(matter.title, 'title');
  }

  /** What no passage names and the app does not know of headings and properties. */
  #addNames(headings: readonly PlacedHeading[]): void {
    const { library, matter } = this.#input;
    const named = this.#passages.flatMap(({ tagNames = [], looseTagNames = [] }) => [
      ...tagNames,
      ...looseTagNames,
    ]);
    const isTag = isTagAmong([...library.tagNames, ...named]);
    for (const { block, above } of headings) {
      const words = wordsOf(block);
      this.#texts.heading = above;
      if (!this.#vocabulary.isSectionName(words) && !isTag(words)) this.#texts.add(block, 'own');
    }
    this.#texts.heading = '';
    for (const tag of matter.tagNames) if (!isTag(tag.text)) this.#addProperty(tag, 'own');
    for (const property of matter.own) this.#addProperty(property, 'own');
  }

  #addProperty({ text, line }: OwnProperty, kind: UnreadText['kind']): void {
    const endLine = line + text.split('\n').length - 1;
    this.#texts.addText({ text, words: text, line, endLine, kind });
  }
}

function noteOf(
  read: readonly RootContent[],
  source: string,
  words: BriefWords,
): Pick<EditedPassage, 'note' | 'noteEndings'> {
  return { note: framedSource(read, source, words), ...endingsOf(read, source, words) };
}

/** An empty line in a quote makes two of it, of which the first ends the note before. */
function endingsOf(
  note: readonly RootContent[],
  source: string,
  words: BriefWords,
): Pick<EditedPassage, 'noteEndings'> {
  const quotes = note.slice(note.findLastIndex(({ type }) => type !== 'blockquote') + 1);
  if (quotes.length === 0) return {};
  const endings = quotes.map((_, at) => ({
    quote: quotes
      .slice(-at - 1)
      .map(wordsOf)
      .join('\n'),
    note: framedSource(note.slice(0, -at - 1), source, words),
  }));
  return { noteEndings: endings };
}

interface PlacedHeading {
  readonly block: Heading;
  /** The heading above it, without marks. */
  readonly above: string;
}
