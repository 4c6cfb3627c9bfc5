import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import {
  type PassagePlace,
  type ReadingSurface,
  updateReading,
  useReading,
} from '../../state/reading.ts';

/** At most this many cards stand in the margin at once: those nearest to the screen. */
const NEAREST = 300;

/** And at most this many below the article, of passages that stand nowhere in it; the list "Repair" has them all. */
const MOST_UNPLACED = 100;

/** What the margin is to show: annotations that stand in the article, and others. */
interface Shown {
  readonly anchored: readonly Annotation[];
  readonly unplaced: readonly Annotation[];
}

/** Calls `task` at most once a frame, however often it is asked for. */
function oncePerFrame(task: () => void): { ask: () => void; cancel: () => void } {
  let frame = 0;
  return {
    ask: () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        task();
      });
    },
    cancel: () => {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

/** The stretch of a sorted list that is nearest to an offset. */
function nearestTo(annotations: readonly Annotation[], offset: number): readonly Annotation[] {
  if (annotations.length <= NEAREST) return annotations;
  const place = annotations.findIndex(({ position }) => position.start >= offset);
  const middle = place < 0 ? annotations.length : place;
  const from = Math.min(Math.max(0, middle - NEAREST / 2), annotations.length - NEAREST);
  return annotations.slice(from, from + NEAREST);
}

function surfaceOf(handle: ArticleHandle, scroller: HTMLElement): ReadingSurface {
  return {
    caret: () => handle.caret(),
    focus: () => handle.root.focus({ preventScroll: true }),
    placeCaret: (offset) => handle.placeCaret(offset),
    select: (passage) => handle.select(passage),
    scrollTo: (top) => {
      scroller.scrollTop = top;
    },
  };
}

/** Tells the other panels what the article can do and where its passages are on the screen. */
export function useReadingSurface(
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
  { anchored, unplaced }: Shown,
  onScroll: () => void,
): void {
  const latest = useRef({ anchored, unplaced, onScroll });
  latest.current = { anchored, unplaced, onScroll };

  const measure = useMemo(
    () =>
      oncePerFrame(() => {
        const element = scroller.current;
        if (!handle || !element) return;
        measurePlaces(handle, element, latest.current);
        latest.current.onScroll();
      }),
    [handle, scroller],
  );

  useEffect(() => {
    const element = scroller.current;
    if (!handle || !element) return;
    updateReading({ surface: surfaceOf(handle, element) });
    const resized = new ResizeObserver(measure.ask);
    resized.observe(handle.root);
    resized.observe(element);
    const scrolled = () => {
      updateReading({ scrollTop: element.scrollTop });
      measure.ask();
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    scrolled();
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', scrolled);
      measure.cancel();
      updateReading({ surface: undefined, places: [] });
    };
  }, [handle, scroller, measure]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new annotations are new places
  useEffect(() => measure.ask(), [measure, anchored, unplaced]);
}

/** Whether places differ by no more than rounding: then nothing in the margin needs to move. */
function samePlaces(a: readonly PassagePlace[], b: readonly PassagePlace[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, top }, index) => id === b[index]?.id && Math.abs(top - b[index].top) < 0.5)
  );
}

function measurePlaces(
  handle: ArticleHandle,
  scroller: HTMLElement,
  { anchored, unplaced }: Shown,
): void {
  const screen = scroller.getBoundingClientRect();
  const rootTop = handle.root.getBoundingClientRect().top - screen.top + scroller.scrollTop;
  const end = rootTop + handle.root.offsetHeight;
  const near = nearestTo(anchored, handle.offsetAtTop(screen));
  const places: PassagePlace[] = [
    ...near.map(({ id, position }) => ({ id, top: rootTop + handle.topOf(position, screen) })),
    // Level with nothing: below all that there is.
    ...unplaced.slice(0, MOST_UNPLACED).map(({ id }) => ({ id, top: end })),
  ];
  const before = useReading.getState().places;
  updateReading({
    places: samePlaces(before, places) ? before : places,
    screenTop: screen.top,
    scrollHeight: scroller.scrollHeight,
    pageHeight: end,
  });
}
