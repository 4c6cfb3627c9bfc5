import { useRef, useState } from 'react';
import type { OpenedArticle } from '../../../shared/contract.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { ArticleView } from '../../editor/article-view.tsx';
import { useReading } from '../../state/reading.ts';
import { useView } from '../../state/view.ts';
import { useAnnotations } from '../../state/workspace-context.tsx';
import { AnnotateToolbar } from './annotate-toolbar.tsx';
import { ArticleHeading } from './article-heading.tsx';
import { ChooseBar, useIsChoosing } from './choose-bar.tsx';
import { FindBar } from './find-bar.tsx';
import styles from './reader.module.css';
import { useAnchored } from './use-anchored.ts';
import { useFindHits } from './use-find-hits.ts';
import { useFound } from './use-found.ts';
import { useMarkPainter } from './use-mark-painter.ts';
import { usePlainClick } from './use-plain-click.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { useReadingSurface } from './use-reading-surface.ts';
import { useReveal } from './use-reveal.ts';
import { useSelectedPassage } from './use-selected-passage.ts';

/** One article to read, with its highlights, the selection toolbar and the search. */
export function ArticlePage({ opened }: { opened: OpenedArticle }) {
  const { article } = opened;
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
  const { anchored, unplaced } = useAnchored(article, annotations);
  const isChoosing = useIsChoosing(article.id);
  const onPlainClick = usePlainClick();
  useSelectedPassage(handle);
  useReadingSurface(handle, scroller, { anchored, unplaced }, paintFound);
  useReadingPosition(article.id, handle, scroller);
  useReveal(article, handle, scroller);

  return (
    <>
      {isChoosing && <ChooseBar article={article} handle={handle} />}
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
      {handle && selection && !isChoosing && (
        <AnnotateToolbar handle={handle} article={article} passage={selection} />
      )}
    </>
  );
}
