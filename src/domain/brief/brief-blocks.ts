import type { Node, RootContent } from 'mdast';

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
  | 'sources';

declare module 'unist' {
  interface Data {
    /** On top-level blocks of a brief. */
    role?: BlockRole;
    /** On what is in the articles' language: quotes and titles. As BCP 47 calls it. */
    lang?: string;
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
