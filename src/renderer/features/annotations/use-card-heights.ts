import { useCallback, useEffect, useMemo, useState } from 'react';

/** What a card is taken to measure until it was measured, in pixels. */
const TYPICAL_HEIGHT = 104;

interface CardHeights {
  readonly heightOf: (id: string) => number;
  /** A ref for the element of one card. */
  readonly measure: (id: string) => (element: HTMLElement | null) => (() => void) | undefined;
}

/** Follows the heights of cards, which grow and shrink as notes are typed. */
export function useCardHeights(): CardHeights {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        setHeights((before) => {
          const changed = entries.flatMap(({ target }): [string, number][] => {
            if (!(target instanceof HTMLElement)) return [];
            const id = target.dataset.card ?? '';
            return before.get(id) === target.offsetHeight ? [] : [[id, target.offsetHeight]];
          });
          return changed.length > 0 ? new Map([...before, ...changed]) : before;
        });
      }),
    [],
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const refs = useMemo(() => new Map<string, ReturnType<CardHeights['measure']>>(), []);
  const measure = useCallback(
    (id: string) => {
      const known = refs.get(id);
      if (known) return known;
      const ref = (element: HTMLElement | null) => {
        if (!element) return undefined;
        observer.observe(element);
        return () => observer.unobserve(element);
      };
      refs.set(id, ref);
      return ref;
    },
    [observer, refs],
  );
  return { heightOf: (id) => heights.get(id) ?? TYPICAL_HEIGHT, measure };
}
