import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { type DragEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Article } from '../../domain/article/article.ts';
import { type ArticlePositions, articlePositions } from '../../domain/article/positions.ts';
import styles from './article.module.css';
import { ArticleDocument } from './article-document.ts';
import { ArticleHandle } from './article-handle.ts';
import { giveCaret } from './caret.ts';
import {
  BlockNode,
  idsOfMark,
  markActive,
  type PaintMark,
  PassageMarkNode,
  repaintMarks,
  setMarkPainter,
} from './nodes.ts';

/** Beyond this many blocks, skipping those off the screen costs a frame while scrolling. */
const SKIPPING_LIMIT = 1_000;

/** Takes away what Lexical says of every editor, and what only a field may say of itself, not a document. */
const NO_FIELD = { 'aria-autocomplete': undefined, 'aria-readonly': undefined };

export interface ArticleViewProps {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  /** How marks look; a new function paints all of them again. */
  readonly paintMark: PaintMark;
  /** The annotation whose marks stand out. */
  readonly activeId: string | undefined;
  /** Given the article's handle when it is in view, and `null` when it leaves. */
  readonly onHandle: (handle: ArticleHandle | null) => void;
  /** A click that selects nothing: the ids of the annotations over that place, none beside highlights. */
  readonly onPlainClick: (annotationIds: readonly string[]) => void;
}

/** One article, to be read and selected in, never edited. Give it the article's id as `key`. */
export function ArticleView(props: ArticleViewProps) {
  const { article } = props;
  const config = useMemo(
    () => ({
      namespace: 'article',
      nodes: [BlockNode, PassageMarkNode],
      editable: false,
      // Nothing is built before there is an article to build.
      editorState: null,
      onError: (error: Error) => {
        throw error;
      },
    }),
    [],
  );
  const tellClick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const mark = event.target instanceof Element ? event.target.closest('mark') : null;
    props.onPlainClick(mark ? idsOfMark(mark) : []);
  };
  return (
    <LexicalComposer initialConfig={config}>
      <ContentEditable
        className={styles.article}
        role="document"
        aria-label={article.title}
        lang={article.language}
        data-skips={article.blocks.length <= SKIPPING_LIMIT || undefined}
        onClick={tellClick}
        onDragOver={refuseDrop}
        onDrop={refuseDrop}
        spellCheck={false}
        tabIndex={0}
        {...NO_FIELD}
      />
      <ArticleContent {...props} />
    </LexicalComposer>
  );
}

/** The article takes nothing; were it to say so only at the drop, a note dragged here would be cut from its field. */
function refuseDrop(event: DragEvent): void {
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

function ArticleContent(props: ArticleViewProps) {
  const { article, annotations, paintMark, activeId, onHandle } = props;
  const [editor] = useLexicalComposerContext();
  const positions = useMemo(() => articlePositions(article), [article]);
  const contents = useRef<ArticleDocument | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    setMarkPainter(editor, (element, ids) => {
      const { paintMark: paint, activeId: active } = latest.current;
      paint(element, ids);
      element.toggleAttribute('data-active', active !== undefined && ids.includes(active));
    });
    contents.current = new ArticleDocument(editor, article, positions, latest.current.annotations);
    return editor.registerRootListener((root) => {
      if (root) return attach(root, article, positions, onHandle);
      return undefined;
    });
  }, [editor, article, positions, onHandle]);

  useEffect(() => contents.current?.update(annotations), [annotations]);

  const painted = useRef(paintMark);
  useEffect(() => {
    const root = editor.getRootElement();
    // New marks are painted when they are made.
    if (root && painted.current !== paintMark) repaintMarks(editor, root);
    painted.current = paintMark;
  }, [editor, paintMark]);

  useEffect(() => {
    const root = editor.getRootElement();
    if (root) markActive(root, activeId);
  }, [editor, activeId]);

  return null;
}

function attach(
  root: HTMLElement,
  article: Article,
  positions: ArticlePositions,
  onHandle: ArticleViewProps['onHandle'],
): () => void {
  const takeCaret = giveCaret(root);
  const handle = new ArticleHandle(root, article, positions);
  onHandle(handle);
  return () => {
    handle.clearPaint();
    onHandle(null);
    takeCaret();
  };
}
