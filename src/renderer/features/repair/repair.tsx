import { useEffect, useRef } from 'react';
import { repairTexts as words } from '../../../shared/texts/texts.ts';
import { nextTo, selectRepair, useRepair, useRepairs } from '../../state/repair.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './repair.module.css';
import { RepairDetails } from './repair-details.tsx';
import { RepairList } from './repair-list.tsx';

/** A press that comes this soon upon another is half a double click, in milliseconds. */
const DOUBLE_CLICK = 500;

/** The passages to look at, at the left; all about the selected one at the right. */
export function Repair() {
  const repairs = useRepairs();
  const wanted = useRepair(({ selectedId }) => selectedId);
  const selected = repairs.find(({ id }) => id === wanted) ?? repairs[0];
  const details = useRef<HTMLElement>(null);
  const decided = useRef(false);
  /** When a decision has last brought up another passage. */
  const advanced = useRef(Number.NEGATIVE_INFINITY);
  const selectedId = selected?.id;

  // Once something was decided its buttons are gone: the focus goes on with what is shown in their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage is shown
  useEffect(() => {
    if (!decided.current) return;
    decided.current = false;
    details.current?.focus();
  }, [selectedId]);

  if (!selected) {
    return (
      <section ref={details} className={styles.nothing} tabIndex={-1} aria-label={words.nothing}>
        <EmptyState title={words.nothing} hint={words.nothingHint} />
      </section>
    );
  }
  const decide = async (decision: () => Promise<boolean>) => {
    // The button of the next passage stands where that of the last one stood: nobody has read it yet.
    if (performance.now() - advanced.current < DOUBLE_CLICK) return;
    advanced.current = performance.now();
    const next = nextTo(repairs, selected.id);
    decided.current = true;
    selectRepair(next);
    // What could not be saved has not happened: it stays, and is shown again.
    if (!(await decision())) selectRepair(selected.id);
  };
  const select = (id: string) => {
    advanced.current = Number.NEGATIVE_INFINITY;
    selectRepair(id);
  };
  return (
    <div className={styles.repair}>
      <RepairList repairs={repairs} selectedId={selected.id} onSelect={select} />
      <RepairDetails
        key={selected.id}
        ref={details}
        annotation={selected}
        onDecide={(decision) => void decide(decision)}
      />
    </div>
  );
}
