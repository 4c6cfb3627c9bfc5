import type { Root, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Brief, BriefWords } from './brief.ts';
import type { BlockGroup } from './brief-blocks.ts';
import { type BlockOptions, briefBlocks } from './brief-tree.ts';
import { frontMatterOf } from './front-matter.ts';
import { textHandlers } from './markdown-text.ts';

/** A piece of a file. */
export interface Part {
  readonly text: string;
  /** How many passages it holds, for telling how far the writing is. */
  readonly passages: number;
}

const OPTIONS: Options = {
  bullet: '-',
  // Of no bullet's kind: the library can write `* * ***`, which is one break, for a break in two lists.
  rule: '_',
  handlers: textHandlers,
  extensions: [
    frontmatterToMarkdown('yaml'),
    // Aligning the bars would make each row depend on all others.
    gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
  ],
};

/** Blocks as Markdown, in lines that all end. */
export function blocksToMarkdown(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...blocks] };
  return toMarkdown(root, OPTIONS);
}

/**
 * Writes a brief as CommonMark with YAML front matter.
 *
 * A passage is a block quote followed by its translation, if there is one, by its attribution, which holds the link
 * `benle://annotation/<id>` without a closing slash unless there are no links, and by its note: a list of one item that
 * begins with a label. Any CommonMark reader gives back every quote verbatim, but for U+0000, which Markdown cannot
 * hold. See docs/formats/brief.md.
 */
export function briefToMarkdown(
  brief: Brief,
  words: BriefWords,
  options: BlockOptions = {},
): string {
  return [...markdownParts(brief, words, options)].map(({ text }) => text).join('');
}

/**
 * The same piece by piece: joined, the parts are the file. A part takes the time of a passage, so that a long brief
 * can be written without holding up anything else. No block of a brief changes how one in another group is written.
 */
export function* markdownParts(
  brief: Brief,
  words: BriefWords,
  options: BlockOptions = {},
): Generator<Part> {
  yield { text: frontMatterToMarkdown(brief, options), passages: 0 };
  for (const group of briefBlocks(brief, words, options)) {
    yield { text: groupToMarkdown(group), passages: group.passages };
  }
}

/** What a file begins with. */
export function frontMatterToMarkdown(brief: Brief, options: BlockOptions = {}): string {
  return blocksToMarkdown([{ type: 'yaml', value: frontMatterOf(brief, options) }]);
}

/** A group as it is written after the others. */
export function groupToMarkdown({ blocks, continues }: BlockGroup): string {
  const text = blocksToMarkdown(blocks);
  return continues ? withoutHeads(text) : `\n${text}`;
}

/** The rows of a table alone: in Markdown each is a line, below the heads and the rule under them. */
function withoutHeads(table: string): string {
  return table.split('\n').slice(2).join('\n');
}
