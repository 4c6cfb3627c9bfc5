import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
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
  /** Given the article's handle when it is in view, and `null` when it leaves. */
  readonly onHandle: (handle: ArticleHandle | null) => void;
  /** A click on a highlight: the ids of the annotations over that place. */
  readonly onMarkClick: (annotationIds: readonly string[]) => void;
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
  const openMark = (event: MouseEvent) => {
    const mark = event.target instanceof Element ? event.target.closest('mark') : null;
    if (mark && document.getSelection()?.isCollapsed !== false) props.onMarkClick(idsOfMark(mark));
  };
  return (
    <LexicalComposer initialConfig={config}>
      <ContentEditable
        className={styles.article}
        role="document"
        aria-label={article.title}
        lang={article.language}
        data-skips={article.blocks.length <= SKIPPING_LIMIT || undefined}
        onClick={openMark}
        spellCheck={false}
        tabIndex={0}
        {...NO_FIELD}
      />
      <ArticleContent {...props} />
    </LexicalComposer>
  );
}

function ArticleContent({ article, annotations, paintMark, onHandle }: ArticleViewProps) {
  const [editor] = useLexicalComposerContext();
  const positions = useMemo(() => articlePositions(article), [article]);
  const contents = useRef<ArticleDocument | null>(null);
  const latest = useRef({ annotations, paintMark });
  latest.current = { annotations, paintMark };

  useEffect(() => {
    setMarkPainter(editor, (element, ids) => latest.current.paintMark(element, ids));
    contents.current = new ArticleDocument(editor, article, positions, latest.current.annotations);
    return editor.registerRootListener((root) => {
      if (root) return attach(root, article, positions, onHandle);
      return undefined;
    });
  }, [editor, article, positions, onHandle]);

  useEffect(() => contents.current?.update(annotations), [annotations]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new painter is another look
  useEffect(() => {
    const root = editor.getRootElement();
    if (root) repaintMarks(editor, root);
  }, [editor, paintMark]);

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
