import { useRef } from 'react';
import { repairTexts as words } from '../../../shared/texts/texts.ts';
import { useRepair, useRepairs } from '../../state/repair.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './repair.module.css';
import { RepairDetails } from './repair-details.tsx';
import { RepairList } from './repair-list.tsx';
import { useDeciding } from './use-deciding.ts';

/** The passages to look at, at the left; all about the selected one at the right. */
export function Repair() {
  const repairs = useRepairs();
  const wanted = useRepair(({ selectedId }) => selectedId);
  const selected = repairs.find(({ id }) => id === wanted) ?? repairs[0];
  const details = useRef<HTMLElement>(null);
  const { decide, select } = useDeciding(repairs, selected?.id, details);
  if (!selected) {
    return (
      <section ref={details} className={styles.nothing} tabIndex={-1} aria-label={words.nothing}>
        <EmptyState title={words.nothing} hint={words.nothingHint} />
      </section>
    );
  }
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
