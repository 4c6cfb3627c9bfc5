import {
  $getNodeByKey,
  $getRoot,
  type EditorUpdateOptions,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type Segment, sameSegments, segmentBlock } from '../../domain/annotation/segments.ts';
import type { Article } from '../../domain/article/article.ts';
import type { ArticlePositions } from '../../domain/article/positions.ts';
import { BlockMarks } from './block-marks.ts';
import { blockElement } from './dom-positions.ts';
import { rememberSelection } from './keep-selection.ts';
import { $createBlockNode, $segmentNodes, BlockNode, repaintMarks } from './nodes.ts';

interface RenderedBlock {
  readonly key: NodeKey;
  readonly text: string;
  segments: readonly Segment[];
}

// The article is no text that is being written: its updates are neither history nor selection.
const UPDATE: EditorUpdateOptions = { discrete: true, tag: ['historic', 'skip-dom-selection'] };

/**
 * An article in a Lexical editor: built once, then only blocks whose segments changed are filled anew.
 */
export class ArticleDocument {
  readonly #editor: LexicalEditor;
  readonly #positions: ArticlePositions;
  readonly #marks: BlockMarks;
  #blocks: RenderedBlock[] = [];

  constructor(
    editor: LexicalEditor,
    article: Article,
    positions: ArticlePositions,
    annotations: readonly Annotation[],
  ) {
    this.#editor = editor;
    this.#positions = positions;
    this.#marks = new BlockMarks(positions);
    this.#marks.update(annotations);
    editor.update(() => this.#build(article), UPDATE);
  }

  /** Brings the marks up to date with the article's annotations; what is selected stays selected. */
  update(annotations: readonly Annotation[]): void {
    const { cut, look } = this.#marks.update(annotations);
    const root = this.#editor.getRootElement();
    if (cut.size > 0) {
      const selectAgain = root && rememberSelection(root, this.#positions);
      this.#editor.update(() => {
        for (const index of cut) this.#refill(index);
      }, UPDATE);
      selectAgain?.();
    }
    for (const index of look) {
      const block = root && blockElement(root, index);
      if (block) repaintMarks(this.#editor, block);
    }
  }

  #build(article: Article): void {
    const root = $getRoot().clear();
    this.#blocks = article.blocks.map(({ kind, text }, index) => {
      const segments = segmentBlock(text.length, this.#marks.of(index));
      const node = $createBlockNode(index, kind).append(...$segmentNodes(text, segments));
      root.append(node);
      return { key: node.getKey(), text, segments };
    });
  }

  #refill(index: number): void {
    const block = this.#blocks[index];
    if (!block) return;
    const segments = segmentBlock(block.text.length, this.#marks.of(index));
    if (sameSegments(segments, block.segments)) return;
    block.segments = segments;
    const node = $getNodeByKey(block.key);
    if (node instanceof BlockNode) node.clear().append(...$segmentNodes(block.text, segments));
  }
}
