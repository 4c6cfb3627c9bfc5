import type { ArticlePositions } from '../../domain/article/positions.ts';
import { type DomPoint, domPointOf, offsetOfDomPoint } from './dom-positions.ts';

/**
 * Remembers what is selected in the article, or where its caret is, before blocks are filled anew: with
 * their old nodes the browser lets the selection go, while the analyst still means the same passage.
 * @returns selects the same letters again. While a text field has the focus nothing is done: selecting would
 * take it.
 */
export function rememberSelection(root: HTMLElement, positions: ArticlePositions): () => void {
  const selection = document.getSelection();
  const isWriting = document.activeElement?.matches('input, textarea, select');
  if (!selection?.anchorNode || !selection.focusNode || isWriting) {
    return () => undefined;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
  const offsetOf = (point: DomPoint) => offsetOfDomPoint(root, positions, point);
  const from = offsetOf({ node: anchorNode, offset: anchorOffset });
  const to = offsetOf({ node: focusNode, offset: focusOffset });
  if (from === undefined || to === undefined) return () => undefined;
  const isForward = from < to;
  return () => {
    // Both ends inside of what is selected, as `domRangeOf` has it.
    const anchor = domPointOf(root, positions.toPoint(from), isForward ? 'forward' : 'back');
    const focus = domPointOf(root, positions.toPoint(to), isForward ? 'back' : 'forward');
    if (!anchor || !focus) return;
    const end = isCollapsed ? anchor : focus;
    selection.setBaseAndExtent(anchor.node, anchor.offset, end.node, end.offset);
  };
}
