import type { ArticlePositions, BlockPoint } from '../../domain/article/positions.ts';

/** A place in the document, as the Selection and Range interfaces name it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The element of a block, or of the block that a node lies in. */
export function blockElement(root: HTMLElement, block: number): HTMLElement | null {
  // Blocks are the root's only children, in order.
  const element = root.children.item(block);
  return element instanceof HTMLElement ? element : null;
}

function enclosingBlock(root: HTMLElement, node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block]') ?? null;
  return block && root.contains(block) ? block : null;
}

/**
 * The offset into `articleText` that a place in the document stands for.
 * @returns `undefined` when the place is not inside of the article.
 */
export function offsetOfDomPoint(
  root: HTMLElement,
  positions: ArticlePositions,
  { node, offset }: DomPoint,
): number | undefined {
  if (node === root) {
    // Between blocks: the beginning of the one that follows.
    return offset < positions.blockCount ? positions.blockStart(offset) : positions.length;
  }
  const element = enclosingBlock(root, node);
  if (!element) return undefined;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return positions.toOffset({
    block: Number(element.dataset.block),
    offset: before.toString().length,
  });
}

/**
 * The place in the document of a point in a block. At the seam of two segments it lies at the end of the
 * first, except when `leaning` forwards.
 */
export function domPointOf(
  root: HTMLElement,
  { block, offset }: BlockPoint,
  leaning: 'back' | 'forward' = 'back',
): DomPoint | undefined {
  const element = blockElement(root, block);
  if (!element) return undefined;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: DomPoint | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (left === length && leaning === 'back')) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

/** The document's range for one block's stretch of text, or for a passage that runs over several. */
export function domRangeOf(
  root: HTMLElement,
  positions: ArticlePositions,
  start: number,
  end: number,
): Range | undefined {
  const from = domPointOf(root, positions.toPoint(start), 'forward');
  const to = domPointOf(root, positions.toPoint(end), 'back');
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
