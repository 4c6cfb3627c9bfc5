import { MarkNode } from '@lexical/mark';
import {
  $applyNodeReplacement,
  $createTextNode,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Segment } from '../../domain/annotation/segments.ts';
import type { BlockKind } from '../../domain/article/article.ts';
import styles from './article.module.css';

const ELEMENTS: Readonly<Record<BlockKind, string>> = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  caption: 'figcaption',
  byline: 'p',
};

/** One block of the article. The text it holds is the block's text, cut into segments. */
export class BlockNode extends ElementNode {
  __index = 0;
  __kind: BlockKind = 'paragraph';

  override $config() {
    return this.config('article-block', { extends: ElementNode });
  }

  override afterCloneFrom(from: this): void {
    super.afterCloneFrom(from);
    this.__index = from.__index;
    this.__kind = from.__kind;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(ELEMENTS[this.__kind]);
    element.className = styles[this.__kind] ?? '';
    element.dataset.block = String(this.__index);
    element.dataset.kind = this.__kind;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createBlockNode(index: number, kind: BlockKind): BlockNode {
  const node = new BlockNode();
  node.__index = index;
  node.__kind = kind;
  return $applyNodeReplacement(node);
}

/** How a highlight is painted: called for each mark when its element is made, and again when tags change. */
export type PaintMark = (element: HTMLElement, annotationIds: readonly string[]) => void;

const painters = new WeakMap<LexicalEditor, PaintMark>();

/** Tells the marks of `editor` how they look. */
export function setMarkPainter(editor: LexicalEditor, paint: PaintMark): void {
  painters.set(editor, paint);
}

/** Paints the marks below an element again. */
export function repaintMarks(editor: LexicalEditor, within: ParentNode): void {
  const paint = painters.get(editor);
  for (const mark of within.querySelectorAll<HTMLElement>('mark')) paint?.(mark, idsOfMark(mark));
}

/** Shows which annotation is the active one, on the marks of the one that was and of the one that is. */
export function markActive(root: ParentNode, activeId: string | undefined): void {
  for (const mark of root.querySelectorAll('mark[data-active]'))
    mark.removeAttribute('data-active');
  if (activeId === undefined) return;
  const selector = `mark[data-annotation-ids~="${CSS.escape(activeId)}"]`;
  for (const mark of root.querySelectorAll(selector)) mark.setAttribute('data-active', '');
}

/** The annotations over a mark's element. */
export function idsOfMark(element: HTMLElement): string[] {
  return element.dataset.annotationIds?.split(' ') ?? [];
}

/** A segment that annotations lie over. It knows their ids only; their look is painted onto its element. */
export class PassageMarkNode extends MarkNode {
  override $config() {
    return this.config('passage-mark', { extends: MarkNode });
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config);
    const ids = this.getIDs();
    element.dataset.annotationIds = ids.join(' ');
    element.className = styles.mark ?? '';
    if (editor) painters.get(editor)?.(element, ids);
    return element;
  }

  // A mark is never changed: blocks whose segments changed are filled anew.
  override updateDOM(): boolean {
    return false;
  }
}

/** The block's text as nodes: plain text where nothing lies over it, marks elsewhere. */
export function $segmentNodes(text: string, segments: readonly Segment[]): LexicalNode[] {
  return segments.map(({ start, end, ids }) => {
    const textNode = $createTextNode(text.slice(start, end));
    if (ids.length === 0) return textNode;
    return $applyNodeReplacement(new PassageMarkNode(ids)).append(textNode);
  });
}
