import type { TextPositionSelector } from '../../domain/annotation/annotation.ts';
import type { ArticlePositions } from '../../domain/article/positions.ts';
import { domRangeOf } from './dom-positions.ts';

/** Passing highlights: painted by the CSS Custom Highlight API, never part of the document. */
export type TransientHighlight = 'found' | 'found-current' | 'opened';

/**
 * Paints ranges over the article without touching its DOM. Each registered range taxes every later change
 * of the DOM a little, so only those in the blocks at hand are registered: call `show` again on scrolling.
 */
export class TransientHighlights {
  readonly #root: HTMLElement;
  readonly #positions: ArticlePositions;

  constructor(root: HTMLElement, positions: ArticlePositions) {
    this.#root = root;
    this.#positions = positions;
  }

  /** Replaces what is painted under `name`, by those of `ranges` that touch `[from, to)`. */
  show(
    name: TransientHighlight,
    ranges: readonly TextPositionSelector[],
    from: number,
    to: number,
  ): void {
    const highlight = new Highlight();
    for (const { start, end } of ranges) {
      if (end <= from || start >= to) continue;
      const range = domRangeOf(this.#root, this.#positions, start, end);
      if (range) highlight.add(new StaticRange(range));
    }
    if (highlight.size > 0) CSS.highlights.set(`benle-${name}`, highlight);
    else CSS.highlights.delete(`benle-${name}`);
  }

  clear(): void {
    for (const name of ['found', 'found-current', 'opened']) CSS.highlights.delete(`benle-${name}`);
  }
}
