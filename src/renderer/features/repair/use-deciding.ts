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
  /** What a decision is being saved of: until then its buttons are still there if it is the last on the list. */
  const underWay = useRef<string>(undefined);
  /** What was last decided of, and when: another passage came up in its place. */
  const last = useRef<{ readonly id: string; readonly at: number }>(undefined);

  // Once something was decided its buttons are gone: the focus goes on with what is shown in their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage is shown
  useEffect(() => {
    if (!decided.current) return;
    decided.current = false;
    details.current?.focus();
  }, [selectedId]);

  /** The button of the next passage stands where that of the last one stood: nobody has read it yet. */
  const isUnread = (id: string) =>
    last.current !== undefined &&
    last.current.id !== id &&
    performance.now() - last.current.at < DOUBLE_CLICK;

  return {
    decide: async (decision) => {
      if (!selectedId || selectedId === underWay.current || isUnread(selectedId)) return;
      underWay.current = selectedId;
      last.current = { id: selectedId, at: performance.now() };
      decided.current = true;
      selectRepair(nextTo(repairs, selectedId));
      // What could not be saved has not happened: it stays, and is shown again.
      if (!(await decision())) selectRepair(selectedId);
      underWay.current = undefined;
    },
    select: (id) => {
      last.current = undefined;
      selectRepair(id);
    },
  };
}
