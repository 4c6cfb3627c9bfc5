import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { Heading, List, ListItem, RootContent } from 'mdast';
import type { BlockRole, Frame } from '../../../domain/brief/brief-blocks.ts';
import type { Lists } from './docx-lists.ts';
import { INDENT, type StyleId } from './docx-styles.ts';
import { type Ink, inked, inkFor, runs } from './docx-text.ts';

const STYLES: Readonly<Record<BlockRole, StyleId>> = {
  title: 'BriefIntroduction',
  introduction: 'BriefIntroduction',
  section: 'BriefRemark',
  facts: 'BriefFacts',
  remark: 'BriefRemark',
  quote: 'Quote',
  translation: 'BriefTranslation',
  attribution: 'BriefAttribution',
  note: 'BriefNote',
  evidence: 'BriefCell',
  sources: 'BriefSource',
  footnote: 'BriefSource',
  appendix: 'BriefSource',
};

/** What stays on the page of what follows: a heading's facts, a quote and what it means. */
const KEPT: ReadonlySet<BlockRole> = new Set(['facts', 'quote', 'translation']);

/** Where a block stands. */
interface Place {
  readonly style: StyleId;
  readonly ink: Ink;
  readonly keepNext: boolean;
  /** Beyond the style's own, in twips. */
  readonly indent: number;
  /** How many lists it stands in. */
  readonly depth: number;
}

/**
 * A block of a brief, but for tables and frames, as paragraphs of Word's.
 * @param next what stands below it, if anything.
 */
export function paragraphsOf(
  block: RootContent,
  next: RootContent | undefined,
  lists: Lists,
): Paragraph[] {
  const role = block.data?.role ?? 'note';
  // Of several paragraphs only the last: a long quote would go to the next page as a whole.
  const isKept = KEPT.has(role) && next?.data?.role !== role;
  // A note at the head of a page would seem to speak of what follows it.
  const keepNext = isKept || (role === 'attribution' && next?.data?.role === 'note');
  return flow(block, { style: STYLES[role], ink: {}, keepNext, indent: 0, depth: 0 }, lists);
}

/** What stands in a frame: the label stays with what it labels. */
export function framedParagraphs(frame: Frame, lists: Lists): Paragraph[] {
  const style = STYLES[frame.data?.role ?? 'note'];
  return frame.children[0].children.flatMap((child): Paragraph[] => {
    const isLabel = child.data?.isLabel === true;
    const place = { ink: {}, indent: 0, depth: 0 };
    return flow(
      child,
      { ...place, style: isLabel ? 'BriefLabel' : style, keepNext: isLabel },
      lists,
    );
  });
}

function flow(block: RootContent, outer: Place, lists: Lists): Paragraph[] {
  const place = { ...outer, ink: inkFor(block, outer.ink) };
  switch (block.type) {
    case 'paragraph':
      return [paragraph(inked(block.children, place.ink), place)];
    case 'heading':
      return [heading(block, place)];
    case 'blockquote': {
      const within = block.data?.role === 'quote' ? place : quoting(place);
      const last = block.children.length - 1;
      return block.children.flatMap((child, index) =>
        flow(child, { ...within, keepNext: within.keepNext && index === last }, lists),
      );
    }
    case 'list':
      return list(block, place, lists);
    case 'code':
      return [paragraph(runs(block.value, place.ink), { ...place, style: 'BriefCode' })];
    case 'thematicBreak':
      return [new Paragraph({ thematicBreak: true })];
    default:
      return [];
  }
}

/** A quote in a note. */
function quoting(place: Place): Place {
  return { ...place, style: 'BriefNoteQuote', indent: place.indent + INDENT };
}

function paragraph(
  children: ParagraphChild[],
  { style, keepNext, indent }: Place,
  more: IParagraphOptions = {},
): Paragraph {
  const left = indent > 0 ? { indent: { left: indent } } : {};
  return new Paragraph({ style, ...(keepNext && { keepNext }), ...left, ...more, children });
}

/** A brief's title is the document's, its sections are the first headings, and those of notes are below. */
function heading({ depth, children }: Heading, { ink }: Place): Paragraph {
  const style = depth === 1 ? 'Title' : `Heading${depth - 1}`;
  return new Paragraph({ style, children: inked(children, ink) });
}

type Numbering = NonNullable<IParagraphOptions['numbering']>;

function list(node: List, place: Place, lists: Lists): Paragraph[] {
  const { depth } = place;
  const { ordered, children: items } = node;
  const start = node.start ?? 1;
  const numbering = ordered ? lists.numbered(depth, start, items.length) : lists.bulleted(depth);
  const within = { ...place, indent: place.indent + INDENT, depth: depth + 1 };
  return items.flatMap((each, index) =>
    item(each, within, lists, numbering ?? `${start + index}. `),
  );
}

/**
 * The first paragraph has the number or the bullet; where something else comes first, one of its own.
 * @param mark Word's, or in words.
 */
function item(
  { children }: ListItem,
  place: Place,
  lists: Lists,
  mark: Numbering | string,
): Paragraph[] {
  const [first, ...rest] = children;
  const words = first?.type === 'paragraph' ? inked(first.children, place.ink) : [];
  const others = first?.type === 'paragraph' ? rest : children;
  const indent = { left: place.indent, hanging: INDENT };
  const marked =
    typeof mark === 'string'
      ? paragraph([...runs(mark, place.ink), ...words], place, { indent })
      : paragraph(words, place, { numbering: mark, indent });
  return [marked, ...others.flatMap((child) => flow(child, place, lists))];
}
