import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** In UTF-16 code units. */
const PIECE = 8_000;

/** Where a block quote begins at the margin after an empty line: that ends whatever stood before, but for what `isOpen`. */
const SEAM = '\n\n> ';

/** References may be defined anywhere in a text, also in quotes and lists. */
const DEFINITION = /^[ \t>*+\-\d.)]*\[(?:[^[\]\\]|\\[\s\S]){1,999}\]:/m;

/**
 * CommonMark with tables, in which a brief's evidence may stand. A long text is parsed piece by piece: micromark (4.0)
 * takes time by the square of how many block quotes there are, 37 s for 10,000 passages where 2 s will do. What comes
 * of it is the same.
 * @param size of a piece, at least, in UTF-16 code units.
 */
export function parseMarkdown(source: string, size: number = PIECE): Root {
  if (DEFINITION.test(source)) return parse(source);
  const children: RootContent[] = [];
  let from = 0;
  let line = 0;
  let wanted = size;
  while (from < source.length) {
    const seam = source.indexOf(SEAM, from + wanted);
    const to = seam < 0 ? source.length : seam + 2;
    const piece = source.slice(from, to);
    const blocks = parse(piece).children;
    if (to < source.length && isOpen(blocks.at(-1))) {
      wanted = 2 * (to - from);
      continue;
    }
    for (const block of blocks) children.push(moved(block, from, line));
    line += piece.split('\n').length - 1;
    from = to;
    wanted = size;
  }
  return { type: 'root', children };
}

function parse(source: string): Root {
  return fromMarkdown(source, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** Code between fences and HTML go on over empty lines, if they are not ended. */
function isOpen(last: RootContent | undefined): boolean {
  return last?.type === 'code' || last?.type === 'html';
}

/** Where a node of a piece stands in the whole. */
function moved<Node extends Nodes>(node: Node, offset: number, line: number): Node {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += line;
      if (point.offset !== undefined) point.offset += offset;
    }
  }
  if ('children' in node) for (const child of node.children) moved(child, offset, line);
  return node;
}
