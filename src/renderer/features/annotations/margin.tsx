import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { updateReading, useReading } from '../../state/reading.ts';
import { useView } from '../../state/view.ts';
import { AnnotationCard } from './annotation-card.tsx';
import styles from './annotations-panel.module.css';
import { layOutMargin } from './margin-layout.ts';
import { useCardHeights } from './use-card-heights.ts';

/** The article's cards, each level with its passage, scrolling with the article. */
export function Margin({ annotations }: { annotations: readonly Annotation[] }) {
  const activeId = useView((view) => view.activeId);
  const places = useReading((reading) => reading.places);
  const scrollHeight = useReading((reading) => reading.scrollHeight);
  const { heightOf, measure } = useCardHeights();
  const margin = useRef<HTMLDivElement>(null);
  const drop = useDrop(margin);
  useScrollingTogether(margin);

  const byId = useMemo(() => new Map(annotations.map((one) => [one.id, one])), [annotations]);
  const cards = places
    .filter(({ id }) => byId.has(id))
    .map(({ id, top }) => ({ id, top: top - drop, height: heightOf(id) }));
  const tops = layOutMargin(cards, activeId);
  const bottom = Math.max(0, ...cards.map(({ height }, place) => (tops[place] ?? 0) + height));
  useRoomFor(bottom + drop);

  return (
    <div ref={margin} className={styles.margin}>
      <ul className={styles.marginList} style={{ height: scrollHeight - drop }}>
        {cards.map(({ id }, place) => {
          const annotation = byId.get(id);
          return (
            annotation && (
              <li
                key={id}
                ref={measure(id)}
                data-card={id}
                className={styles.marginCard}
                style={{ top: tops[place] }}
              >
                <AnnotationCard annotation={annotation} isActive={id === activeId} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** How much lower the margin begins than the article's screen, in pixels: its heading stands above it. */
function useDrop(margin: RefObject<HTMLElement | null>): number {
  const screenTop = useReading((reading) => reading.screenTop);
  const [marginTop, setMarginTop] = useState(0);
  useLayoutEffect(() => {
    const element = margin.current;
    if (!element) return;
    const look = () => setMarginTop(element.getBoundingClientRect().top);
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => resized.disconnect();
  }, [margin]);
  return marginTop - screenTop;
}

/** Margin and article are one page with two columns: whichever is scrolled takes the other along. */
function useScrollingTogether(margin: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = margin.current;
    if (!element) return;
    let followed = 0;
    const follow = () => {
      element.scrollTop = useReading.getState().scrollTop;
      // Read back: near the end it may not have got as far as it was told.
      followed = element.scrollTop;
    };
    const lead = () => {
      if (Math.abs(element.scrollTop - followed) < 1) return;
      useReading.getState().surface?.scrollTo(element.scrollTop);
    };
    follow();
    element.addEventListener('scroll', lead, { passive: true });
    const unsubscribe = useReading.subscribe(follow);
    return () => {
      element.removeEventListener('scroll', lead);
      unsubscribe();
    };
  }, [margin]);
}

/** Lets the article's page grow where the cards reach below its end. */
function useRoomFor(bottom: number): void {
  const pageHeight = useReading((reading) => reading.pageHeight);
  useEffect(() => {
    updateReading({ marginOverflow: Math.max(0, bottom - pageHeight) });
  }, [bottom, pageHeight]);
  useEffect(() => () => updateReading({ marginOverflow: 0 }), []);
}
