import { type RefObject, useEffect, useRef } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { nextTo, selectRepair } from '../../state/repair.ts';

/** A press that comes this soon upon another is half a double click, in milliseconds. */
const DOUBLE_CLICK = 500;

interface Deciding {
  /** Carries out what the analyst decided of the selected passage, and goes on with the next. */
  readonly decide: (decision: () => Promise<boolean>) => Promise<void>;
  /** The analyst goes to a passage themselves. */
  readonly select: (id: string) => void;
}

/** Deciding of one passage after the other. @param details gets the focus when a decision has brought it up. */
export function useDeciding(
  repairs: readonly Annotation[],
  selectedId: string | undefined,
  details: RefObject<HTMLElement | null>,
): Deciding {
  const decided = useRef(false);
  /** When a decision has last brought up another passage. */
  const advanced = useRef(Number.NEGATIVE_INFINITY);

  // Once something was decided its buttons are gone: the focus goes on with what is shown in their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage is shown
  useEffect(() => {
    if (!decided.current) return;
    decided.current = false;
    details.current?.focus();
  }, [selectedId]);

  return {
    decide: async (decision) => {
      // The button of the next passage stands where that of the last one stood: nobody has read it yet.
      if (!selectedId || performance.now() - advanced.current < DOUBLE_CLICK) return;
      advanced.current = performance.now();
      decided.current = true;
      selectRepair(nextTo(repairs, selectedId));
      // What could not be saved has not happened: it stays, and is shown again.
      if (!(await decision())) selectRepair(selectedId);
    },
    select: (id) => {
      advanced.current = Number.NEGATIVE_INFINITY;
      selectRepair(id);
    },
  };
}
