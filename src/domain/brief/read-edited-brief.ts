import type { Blockquote, Heading, Link, Nodes, Paragraph, RootContent } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import type { EditedBrief, EditedPassage } from './edited-brief.ts';
import { HEADING_DEMOTION } from './note-to-mdast.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import { passagesOfTable } from './read-evidence-table.ts';
import {
  type FoundLink,
  holdsPassage,
  labelledText,
  linkOfPassage,
  sourceOf,
  tagNamesIn,
  wordsOf,
} from './read-passage.ts';

/** Properties at the head of the file: they are ours to write, and not read back. */
const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/;

/** Where a digest's attribution says in which paragraph a passage stands. */
const PLACE = /^¶ \d+$/;

/**
 * Reads a Markdown brief of this app, which may have been edited by hand since: of each passage that it links to,
 * the note, the tags and the translation. What else was written into it is passed over, and said to be.
 * @param words of the language that it was written in.
 * @returns `undefined` when it links to no passage.
 */
export function readEditedBrief(markdown: string, words: BriefWords): EditedBrief | undefined {
  const source = markdown.replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '').normalize('NFC');
  const { children } = parseMarkdown(source);
  const title = children.find((block) => block.type === 'heading' && block.depth === 1);
  const found = passagesIn(children, source, words);
  if (found.passages.length + found.unread.length === 0) return undefined;
  const passedOver = passedOverIn(children, words);
  return { title: title ? wordsOf(title) : '', ...found, passedOver };
}

function passagesIn(
  blocks: readonly RootContent[],
  source: string,
  words: BriefWords,
): Pick<EditedBrief, 'passages' | 'unread'> {
  const passages: EditedPassage[] = [];
  const unread: string[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    const passage = passageAt(blocks, at);
    if (passage) {
      const end = endOfNote(blocks, passage.attributionAt + 1);
      passages.push(readPassage(passage, blocks.slice(at, end), blocks[end], source, words));
      at = end;
      continue;
    }
    if (block?.type === 'table') passages.push(...passagesOfTable(block, source, words));
    else if (block) unread.push(...passagesHeldBy(block));
    at += 1;
  }
  return { passages, unread };
}

/**
 * @param blocks of the passage, and of its note as far as it may go.
 * @param next what follows them. If that speaks of a passage, its quote may be among them: who knows where the note ends?
 */
function readPassage(
  { annotationId, link, quote, attribution }: FoundPassage,
  blocks: readonly RootContent[],
  next: RootContent | undefined,
  source: string,
  words: BriefWords,
): EditedPassage {
  const attributionAt = blocks.indexOf(attribution);
  const [quoted, below] = withoutTranslation(quote.children.map(wordsOf), words);
  const paragraphs = blocks.slice(1, attributionAt).map(wordsOf);
  const translation = translationOf([...below, ...paragraphs], words);
  return {
    annotationId,
    quote: quoted.join('\n'),
    ...((!next || !holdsPassage(next)) && {
      note: noteOf(blocks.slice(attributionAt + 1), source),
    }),
    ...tagNamesOf(attribution, link),
    ...(translation && { translation }),
  };
}

interface FoundPassage extends FoundLink {
  readonly quote: Blockquote;
  readonly attribution: Paragraph;
  readonly attributionAt: number;
}

/** The passage whose quote is this block: only paragraphs, its translation, stand between it and its attribution. */
function passageAt(blocks: readonly RootContent[], at: number): FoundPassage | undefined {
  const quote = blocks[at];
  if (quote?.type !== 'blockquote') return undefined;
  for (let place = at + 1; place < blocks.length; place += 1) {
    const attribution = blocks[place];
    if (attribution?.type !== 'paragraph') return undefined;
    const found = linkOfPassage(attribution.children);
    if (found) return { ...found, quote, attribution, attributionAt: place };
  }
  return undefined;
}

/** Where a note ends that begins here: at another passage, or what is left of one, and at a section. */
function endOfNote(blocks: readonly RootContent[], from: number): number {
  const endsNote = (block: RootContent, at: number) =>
    isSection(block) || holdsPassage(block) || passageAt(blocks, at) !== undefined;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block && endsNote(block, at)) return at;
  }
  return blocks.length;
}

function isSection(block: RootContent): block is Heading {
  return block.type === 'heading' && block.depth <= HEADING_DEMOTION;
}

/** The annotations whose links stand in a block. */
function passagesHeldBy(node: Nodes): string[] {
  if (!('children' in node)) return [];
  const found = linkOfPassage(node.children);
  return [...(found ? [found.annotationId] : []), ...node.children.flatMap(passagesHeldBy)];
}

/** The headings, each once, of sections that begin with text that is of no passage, nor our own. */
function passedOverIn(blocks: readonly RootContent[], words: BriefWords): string[] {
  const headings = blocks.flatMap((heading, at) => {
    if (!isSection(heading) || wordsOf(heading) === words.sources) return [];
    const below = blocks[at + 1];
    const textAt = below && isCount(below, words) ? at + 2 : at + 1;
    const text = blocks[textAt];
    const isRead = !text || isSection(text) || holdsPassage(text) || passageAt(blocks, textAt);
    return isRead ? [] : [wordsOf(heading)];
  });
  return [...new Set(headings)];
}

/** What a digest says of an article. */
function isCount(block: RootContent, words: BriefWords): boolean {
  const last = wordsOf(block).split(PART_SEPARATOR).at(-1) ?? '';
  return last === words.passages(Number.parseInt(last, 10));
}

/** The tags' names: what stands between what is said of the place and the link. */
function tagNamesOf({ children }: Paragraph, link: Link): ReturnType<typeof tagNamesIn> {
  const before = children.slice(0, children.indexOf(link));
  const titleAt = before.findIndex(({ type }) => type === 'emphasis');
  const told = before
    .slice(titleAt + 1)
    .map(wordsOf)
    .join('');
  return tagNamesIn(told, ([start = '', ...names]) => {
    // Where there is a title, date and place follow it; a digest has none, and need not know the place.
    const first = start.replace(/^—\s*/, '');
    return titleAt < 0 && !PLACE.test(first) ? [first, ...names] : names;
  });
}

/** Tells a quote's paragraphs from a translation right below the last: without an empty line, it is part of that. */
function withoutTranslation(
  paragraphs: readonly string[],
  words: BriefWords,
): readonly [quote: readonly string[], translation: readonly string[]] {
  const lines = paragraphs.at(-1)?.split('\n') ?? [];
  const at = lines.findIndex((line, place) => place > 0 && labelledText(line, words));
  if (at < 0) return [paragraphs, []];
  const quoted = [...paragraphs.slice(0, -1), lines.slice(0, at).join('\n')];
  return [quoted, [lines.slice(at).join('\n')]];
}

function translationOf(
  [first = '', ...rest]: readonly string[],
  words: BriefWords,
): Translation | undefined {
  const said = labelledText(first, words) ?? { text: first, checked: false };
  const texts = [said.text, ...rest];
  const text = texts.map((each) => each.replaceAll('\n', ' ').trim()).join('\n');
  return text.trim() === '' ? undefined : { ...said, text };
}

/** The note as it stands in the file, with its headings where the analyst had them. */
function noteOf(blocks: readonly RootContent[], source: string): string {
  const start = blocks[0]?.position?.start.offset ?? 0;
  const marks = blocks
    .flatMap(headingsIn)
    .filter(({ depth }) => depth > HEADING_DEMOTION)
    .map(({ position }) => (position?.start.offset ?? start) - start);
  const written = sourceOf(blocks, source);
  let note = '';
  let from = 0;
  for (const mark of marks) {
    note += written.slice(from, mark);
    from = mark + HEADING_DEMOTION;
  }
  return (note + written.slice(from)).trimEnd();
}

function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}
