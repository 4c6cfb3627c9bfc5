import type { TextPositionSelector } from '../../domain/annotation/annotation.ts';
import { selectPassage } from '../../domain/annotation/passage.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import type { ArticlePositions } from '../../domain/article/positions.ts';
import { countWhile } from '../../domain/bisect.ts';
import { blockElement, domPointOf, domRangeOf, offsetOfDomPoint } from './dom-positions.ts';
import { type TransientHighlight, TransientHighlights } from './transient-highlights.ts';

/** Space left above a passage that was brought into view. */
const HEADROOM_PX = 96;

/** What the rest of the window can ask of the article in view. Offsets are UTF-16 code units into `articleText`. */
export class ArticleHandle {
  readonly root: HTMLElement;
  readonly #positions: ArticlePositions;
  readonly #text: string;
  readonly #highlights: TransientHighlights;

  constructor(root: HTMLElement, article: Article, positions: ArticlePositions) {
    this.root = root;
    this.#positions = positions;
    this.#text = articleText(article);
    this.#highlights = new TransientHighlights(root, positions);
  }

  /** The passage that the analyst has selected; `undefined` when it is none of the article's. */
  selectedPassage(): TextPositionSelector | undefined {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const start = this.#offsetOf(range.startContainer, range.startOffset);
    const end = this.#offsetOf(range.endContainer, range.endOffset);
    return start === undefined || end === undefined
      ? undefined
      : selectPassage(this.#text, start, end);
  }

  /** Where the caret is, or the selection begins. */
  caret(): number | undefined {
    const selection = document.getSelection();
    return selection?.focusNode
      ? this.#offsetOf(selection.focusNode, selection.focusOffset)
      : undefined;
  }

  /** Selects a passage, and gives the article the focus. */
  select({ start, end }: TextPositionSelector): void {
    const range = domRangeOf(this.root, this.#positions, start, end);
    if (!range) return;
    this.root.focus({ preventScroll: true });
    document
      .getSelection()
      ?.setBaseAndExtent(
        range.startContainer,
        range.startOffset,
        range.endContainer,
        range.endOffset,
      );
  }

  /** Puts the caret at an offset, without selecting. */
  placeCaret(offset: number): void {
    const point = domPointOf(this.root, this.#positions.toPoint(offset), 'forward');
    if (!point) return;
    this.root.focus({ preventScroll: true });
    document.getSelection()?.collapse(point.node, point.offset);
  }

  /** A passage as something that floating things can be placed at: measured anew at each asking. */
  reference({ start, end }: TextPositionSelector): {
    getBoundingClientRect: () => DOMRect;
    getClientRects: () => DOMRect[];
    contextElement: Element;
  } {
    const range = () => domRangeOf(this.root, this.#positions, start, end);
    return {
      getBoundingClientRect: () => range()?.getBoundingClientRect() ?? new DOMRect(),
      getClientRects: () => [...(range()?.getClientRects() ?? [])],
      contextElement: this.root,
    };
  }

  /** The first line of a passage on the screen, in pixels of the viewport. */
  firstLine({ start, end }: TextPositionSelector): DOMRect | undefined {
    const range = domRangeOf(this.root, this.#positions, start, end);
    return range?.getClientRects()[0] ?? range?.getBoundingClientRect();
  }

  /**
   * How far below the article's top a passage begins, in pixels. Exact near the screen; elsewhere it is judged
   * from the block's height, since measuring text that the browser has not laid out would make it do so.
   */
  topOf({ start, end }: TextPositionSelector, screen: DOMRect): number {
    const { block, offset } = this.#positions.toPoint(start);
    const element = blockElement(this.root, block);
    if (!element) return 0;
    const top = this.root.getBoundingClientRect().top;
    const box = element.getBoundingClientRect();
    if (box.bottom > screen.top - screen.height && box.top < screen.bottom + screen.height) {
      const line = this.firstLine({ start, end });
      if (line) return line.top - top;
    }
    return box.top - top + (box.height * offset) / (this.#positions.blockLength(block) || 1);
  }

  /** The offset at which the screen begins, judged from how much of a block is above it. */
  offsetAtTop(screen: DOMRect): number {
    const block = this.#firstBlockBelow(screen.top);
    const box = blockElement(this.root, block)?.getBoundingClientRect();
    if (!box) return this.#positions.length;
    const above = Math.max(0, screen.top - box.top) / (box.height || 1);
    return this.#startOf(block) + Math.floor(above * this.#positions.blockLength(block));
  }

  /** Scrolls until the screen begins at an offset: the counterpart of `offsetAtTop`. */
  scrollTo(offset: number, scroller: HTMLElement): void {
    const point = this.#positions.toPoint(offset);
    const box = blockElement(this.root, point.block)?.getBoundingClientRect();
    if (!box) return;
    const above = point.offset / (this.#positions.blockLength(point.block) || 1);
    scroller.scrollTop += box.top + above * box.height - scroller.getBoundingClientRect().top;
  }

  /** Brings a passage into view, if it is not, in whatever scrolls around the article. */
  reveal(passage: TextPositionSelector, scroller: HTMLElement): void {
    const line = this.firstLine(passage);
    if (!line) return;
    const screen = scroller.getBoundingClientRect();
    if (line.top >= screen.top + HEADROOM_PX && line.bottom <= screen.bottom - HEADROOM_PX) return;
    scroller.scrollTop += line.top - screen.top - Math.max(HEADROOM_PX, screen.height / 3);
  }

  /** Paints passing highlights, those near the screen only; call again after scrolling. */
  paint(name: TransientHighlight, ranges: readonly TextPositionSelector[], screen: DOMRect): void {
    const [from, to] = this.#offsetsNear(screen);
    this.#highlights.show(name, ranges, from, to);
  }

  clearPaint(): void {
    this.#highlights.clear();
  }

  /** The stretch of text within one screen of the screen, found by halving. */
  #offsetsNear(screen: DOMRect): [from: number, to: number] {
    const first = this.#firstBlockBelow(screen.top - screen.height);
    const past = this.#firstBlockBelow(screen.bottom + screen.height);
    return [this.#startOf(first), this.#startOf(past + 1)];
  }

  #startOf(block: number): number {
    return block < this.#positions.blockCount
      ? this.#positions.blockStart(block)
      : this.#positions.length + 1;
  }

  #firstBlockBelow(y: number): number {
    const bottomOf = (block: number) =>
      blockElement(this.root, block)?.getBoundingClientRect().bottom ?? 0;
    return countWhile(this.#positions.blockCount, (block) => bottomOf(block) < y);
  }

  #offsetOf(node: Node, offset: number): number | undefined {
    return offsetOfDomPoint(this.root, this.#positions, { node, offset });
  }
}
