import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Hit } from '../../../domain/text/find.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { type Find, updateFind } from '../../state/view.ts';

/**
 * Paints the hits of the search near the screen. New hits are looked at from where the analyst is reading;
 * then whichever is chosen is brought into view.
 * @returns paints again; to be called after scrolling.
 */
export function useFound(
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
  hits: readonly Hit[],
  { open: isOpen, current }: Pick<Find, 'open' | 'current'>,
): () => void {
  const paint = useCallback(() => {
    const screen = scroller.current?.getBoundingClientRect();
    if (!handle || !screen) return;
    const hit = hits[current];
    handle.paint('found', hits, screen);
    handle.paint('found-current', hit ? [hit] : [], screen);
  }, [handle, scroller, hits, current]);

  const seen = useRef(hits);
  // Where the search goes on when the words change: at the hit looked at last, or else where one reads.
  const origin = useRef<number>(undefined);
  useEffect(() => {
    if (!isOpen) origin.current = undefined;
  }, [isOpen]);

  useEffect(() => {
    const element = scroller.current;
    if (!handle || !element) return;
    const from = origin.current ?? handle.offsetAtTop(element.getBoundingClientRect());
    const place = seen.current === hits ? current : nextHit(hits, from);
    seen.current = hits;
    if (place !== current) return updateFind({ current: place });
    const hit = hits[place];
    if (hit) {
      origin.current = hit.start;
      handle.reveal(hit, element);
    }
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
