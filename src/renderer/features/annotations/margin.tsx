import { useEffect, useMemo, useRef } from 'react';
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
  const pageHeight = useReading((reading) => reading.pageHeight);
  const { heightOf, measure } = useCardHeights();
  const margin = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const byId = useMemo(() => new Map(annotations.map((one) => [one.id, one])), [annotations]);
  const cards = places
    .filter(({ id }) => byId.has(id))
    .map(({ id, top }) => ({ id, top, height: heightOf(id) }));
  const tops = layOutMargin(cards, activeId);
  const bottom = Math.max(0, ...cards.map(({ height }, place) => (tops[place] ?? 0) + height));

  useEffect(() => {
    updateReading({ marginOverflow: Math.max(0, bottom - pageHeight) });
  }, [bottom, pageHeight]);

  // Scrolling moves the list as a whole, past React: nothing is rendered for it.
  useEffect(() => {
    const follow = () => {
      const { scrollTop, screenTop } = useReading.getState();
      const marginTop = margin.current?.getBoundingClientRect().top ?? 0;
      const shift = screenTop - marginTop - scrollTop;
      list.current?.style.setProperty('transform', `translateY(${shift}px)`);
    };
    follow();
    return useReading.subscribe(follow);
  }, []);

  return (
    <div
      ref={margin}
      className={styles.margin}
      onWheel={(event) => useReading.getState().surface?.scrollBy(event.deltaY)}
    >
      <ul className={styles.marginList} ref={list}>
        {cards.map(({ id }, place) => {
          const annotation = byId.get(id);
          return (
            annotation && (
              <li
                key={id}
                ref={measure(id)}
                data-card={id}
                className={styles.marginCard}
                style={{ transform: `translateY(${tops[place]}px)` }}
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
