import { type RefObject, useCallback, useEffect } from 'react';
import type { Hit } from '../../../domain/text/find.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';

/**
 * Paints the hits of the search near the screen and goes to the current one.
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

  useEffect(() => {
    const hit = hits[current];
    if (hit && handle && scroller.current) handle.reveal(hit, scroller.current);
    paint();
  }, [handle, scroller, hits, current, paint]);

  return paint;
}
