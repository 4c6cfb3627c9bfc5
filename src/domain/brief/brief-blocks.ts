import type { List, Node, RootContent } from 'mdast';
import { verbatim } from './markdown-text.ts';

/** What a block of a brief is, for formats that show each kind in its own way: the class in HTML, the style in Word. */
export type BlockRole =
  | 'title'
  | 'introduction'
  | 'section'
  /** What a digest says of an article, once for all of its passages. */
  | 'facts'
  | 'remark'
  | 'quote'
  | 'translation'
  | 'attribution'
  | 'note'
  /** A table of passages. */
  | 'evidence'
  | 'sources'
  /** Says what a mark beside a date means. */
  | 'footnote'
  /** The checksums. */
  | 'appendix';

declare module 'unist' {
  interface Data {
    /** On top-level blocks of a brief. */
    role?: BlockRole;
    /** On what is in the articles' language: quotes and titles. As BCP 47 calls it. */
    lang?: string;
    /** On a list of one item: it is no list, but a frame around what the analyst says. */
    isFrame?: boolean;
    /** On the paragraph at the head of a frame: who speaks in it. */
    isLabel?: boolean;
  }
}

/** Blocks that stand one after the other and belong together, such as a quote with its attribution and its note. */
export interface BlockGroup {
  readonly blocks: readonly RootContent[];
  /** How many passages it speaks of, for telling how far the writing is. */
  readonly passages: number;
  /**
   * Whether it is a table that goes on where the group before left off: its first row repeats the heads, and is left
   * out where both are written as one table.
   */
  readonly continues?: boolean;
}

/** Blocks marked with what they are. */
export function inRole(role: BlockRole, blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block) => ({ ...block, data: { ...block.data, role } }));
}

/** A node in the language of the articles. */
export function vietnamese<Kind extends Node>(node: Kind): Kind {
  return { ...node, data: { ...node.data, lang: 'vi' } };
}

/** A frame around the analyst's own words. */
export type Frame = List & { readonly children: readonly [List['children'][number]] };

export function isFrame(node: Node): node is Frame {
  return node.type === 'list' && node.data?.isFrame === true;
}

/**
 * The analyst's own words in a frame, headed by a label, so that nothing in them is taken for evidence: in Markdown an
 * item of a list, in which a block quote stands further in than any quoted passage. The label is a paragraph of its
 * own: the words below stand as they would without a frame.
 */
export function framed(
  role: 'introduction' | 'remark' | 'note',
  label: string,
  blocks: readonly RootContent[],
): RootContent[] {
  if (blocks.length === 0) return [];
  const head: RootContent = {
    type: 'paragraph',
    data: { isLabel: true },
    children: [{ type: 'strong', children: [verbatim(label)] }],
  };
  // What is in a note is flow content; mdast's types cannot say so.
  const children = [head, ...blocks] as List['children'][number]['children'];
  const item = { type: 'listItem', spread: true, children } as const;
  return inRole(role, [
    { type: 'list', ordered: false, spread: true, data: { isFrame: true }, children: [item] },
  ]);
}
