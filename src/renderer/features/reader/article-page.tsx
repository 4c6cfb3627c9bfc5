import { useCallback, useMemo, useRef, useState } from 'react';
import type { OpenedArticle } from '../../../shared/contract.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { ArticleView } from '../../editor/article-view.tsx';
import { useReading } from '../../state/reading.ts';
import { updateView, useView } from '../../state/view.ts';
import { useAnnotations, useWorkspace } from '../../state/workspace-context.tsx';
import { AnnotateToolbar } from './annotate-toolbar.tsx';
import { ArticleHeading } from './article-heading.tsx';
import { FindBar } from './find-bar.tsx';
import styles from './reader.module.css';
import { useAnchored } from './use-anchored.ts';
import { useFindHits } from './use-find-hits.ts';
import { useFound } from './use-found.ts';
import { useMarkPainter } from './use-mark-painter.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { useReadingSurface } from './use-reading-surface.ts';
import { useReveal } from './use-reveal.ts';
import { useSelectedPassage } from './use-selected-passage.ts';

/** The shortest annotation is what a click means; clicking again goes on to the next longer one. */
function nextUnderClick(
  ids: readonly string[],
  lengthOf: (id: string) => number,
  activeId: string | undefined,
): string | undefined {
  const byLength = ids.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const place = activeId === undefined ? -1 : byLength.indexOf(activeId);
  // Beside highlights there is nothing: nothing is active any more.
  return byLength[(place + 1) % (byLength.length || 1)];
}

/** One article to read, with its highlights, the selection toolbar and the search. */
export function ArticlePage({ opened }: { opened: OpenedArticle }) {
  const { article } = opened;
  const workspace = useWorkspace();
  const annotations = useAnnotations(article.id);
  const [handle, setHandle] = useState<ArticleHandle | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const find = useView((view) => view.find);
  const selection = useView((view) => view.selection);
  const activeId = useView((view) => view.activeId);
  const marginOverflow = useReading((reading) => reading.marginOverflow);

  const hits = useFindHits(article, find);
  const paintFound = useFound(handle, scroller, hits, find);
  const paintMark = useMarkPainter();
  const anchored = useAnchored(article, annotations);
  useSelectedPassage(handle);
  useReadingSurface(handle, scroller, annotations, paintFound);
  useReadingPosition(article.id, handle, scroller);
  useReveal(article.id, handle, scroller);

  const existing = useMemo(
    () =>
      annotations.find(
        ({ position }) => position.start === selection?.start && position.end === selection.end,
      ),
    [annotations, selection],
  );
  const onPlainClick = useCallback(
    (ids: readonly string[]) => {
      const lengthOf = (id: string) => {
        const position = workspace.annotations.get(id)?.position;
        return position ? position.end - position.start : 0;
      };
      updateView((view) => ({ activeId: nextUnderClick(ids, lengthOf, view.activeId) }));
    },
    [workspace],
  );

  return (
    <>
      {find.open && <FindBar hits={hits} />}
      <div className={styles.scroller} ref={scroller}>
        <div className={styles.page} style={{ paddingBottom: `calc(40vh + ${marginOverflow}px)` }}>
          <ArticleHeading article={article} />
          <ArticleView
            key={article.id}
            article={article}
            annotations={anchored}
            paintMark={paintMark}
            onHandle={setHandle}
            activeId={activeId}
            onPlainClick={onPlainClick}
          />
        </div>
      </div>
      {handle && selection && (
        <AnnotateToolbar
          handle={handle}
          article={article}
          passage={selection}
          existing={existing}
        />
      )}
    </>
  );
}
