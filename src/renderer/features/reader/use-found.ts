import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Hit } from '../../../domain/text/find.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { updateFind } from '../../state/view.ts';

/**
 * Paints the hits of the search near the screen. New hits are looked at from where the analyst is reading;
 * then whichever is chosen is brought into view.
 * @returns paints again; to be called after scrolling.
 */
export function useFound(
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
  hits: readonly Hit[],
  current: number,
): () => void {
  const paint = useCallback(() => {
    const screen = scroller.current?.getBoundingClientRect();
    if (!handle || !screen) return;
    const hit = hits[current];
    handle.paint('found', hits, screen);
    handle.paint('found-current', hit ? [hit] : [], screen);
  }, [handle, scroller, hits, current]);

  const seen = useRef(hits);
  useEffect(() => {
    const element = scroller.current;
    if (!handle || !element) return;
    const isNew = seen.current !== hits;
    seen.current = hits;
    const place = isNew
      ? nextHit(hits, handle.offsetAtTop(element.getBoundingClientRect()))
      : current;
    if (place !== current) return updateFind({ current: place });
    const hit = hits[place];
    if (hit) handle.reveal(hit, element);
    paint();
  }, [handle, scroller, hits, current, paint]);

  return paint;
}

/** The first hit at or behind an offset; behind the last one, the first of all. */
function nextHit(hits: readonly Hit[], offset: number): number {
  return Math.max(
    0,
    hits.findIndex(({ start }) => start >= offset),
  );
}
