import type { Blockquote, Heading, Link, Nodes, Paragraph, RootContent } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import type { EditedBrief, EditedPassage } from './edited-brief.ts';
import { HEADING_DEMOTION } from './note-to-mdast.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { passagesOfTable } from './read-evidence-table.ts';
import {
  type FoundLink,
  labelOf,
  linkOfPassage,
  namesOf,
  partsOf,
  sourceOf,
  wordsOf,
} from './read-passage.ts';

/** Properties at the head of the file: they are ours to write, and not read back. */
const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/;

/** Where a digest's attribution says in which paragraph a passage stands. */
const PLACE = /^¶ \d+$/;

/**
 * Reads a Markdown brief of this app, which may have been edited by hand since: of each passage that it links to,
 * the note, the tags and the translation. Whatever else was written into it is passed over.
 * @param words of the language that it was written in.
 * @returns `undefined` when it links to no passage.
 */
export function readEditedBrief(markdown: string, words: BriefWords): EditedBrief | undefined {
  const source = markdown.replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '').normalize('NFC');
  const { children } = parseMarkdown(source);
  const title = children.find((block) => block.type === 'heading' && block.depth === 1);
  const passages = passagesIn(children, source, words);
  return passages.length > 0 ? { title: title ? wordsOf(title) : '', passages } : undefined;
}

function passagesIn(
  blocks: readonly RootContent[],
  source: string,
  words: BriefWords,
): EditedPassage[] {
  const found: EditedPassage[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    const passage = passageAt(blocks, at);
    if (!passage) {
      if (block?.type === 'table') found.push(...passagesOfTable(block, source, words));
      at += 1;
      continue;
    }
    const noteFrom = passage.attributionAt + 1;
    let end = noteFrom;
    while (end < blocks.length && !endsNote(blocks, end)) end += 1;
    const { annotationId, link, quote, attribution } = passage;
    const translation = translationOf(blocks.slice(at + 1, passage.attributionAt), words);
    found.push({
      annotationId,
      quote: quote.children.map(wordsOf).join('\n'),
      note: noteOf(blocks.slice(noteFrom, end), source),
      tagNames: tagNamesOf(attribution, link),
      ...(translation && { translation }),
    });
    at = end;
  }
  return found;
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

/** What comes after a note: another passage, or a section. */
function endsNote(blocks: readonly RootContent[], at: number): boolean {
  const block = blocks[at];
  if (block?.type === 'heading') return block.depth <= HEADING_DEMOTION;
  return passageAt(blocks, at) !== undefined;
}

/** The tags' names: what stands between what is said of the place and the link. */
function tagNamesOf({ children }: Paragraph, link: Link): string[] {
  const before = children.slice(0, children.indexOf(link));
  const titleAt = before.findIndex(({ type }) => type === 'emphasis');
  const told = before
    .slice(titleAt + 1)
    .map(wordsOf)
    .join('');
  const parts = partsOf(told);
  // Where there is a title, date and place follow it; a digest has none, and need not know the place.
  const [first = ''] = titleAt < 0 ? [parts[0]?.replace(/^—\s*/, '')] : [];
  const names = titleAt < 0 && !PLACE.test(first) ? [first, ...parts.slice(1)] : parts.slice(1);
  return namesOf(names);
}

function translationOf(blocks: readonly RootContent[], words: BriefWords): Translation | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return undefined;
  const [label, ...content] = first.children;
  const said = labelOf(label, words);
  const texts = [said ? content.map(wordsOf).join('') : wordsOf(first), ...rest.map(wordsOf)];
  const text = texts.map((each) => each.replaceAll('\n', ' ').trim()).join('\n');
  return text.trim() === '' ? undefined : { text, checked: said?.checked ?? false };
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
