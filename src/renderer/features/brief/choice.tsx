import { type ReactNode, useId, useRef } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import styles from './choices.module.css';

interface ChoiceGroupProps {
  readonly label: string;
  /** Whether everything is chosen, now and in future; and how that, or what is done about it, is called. */
  readonly every?: { readonly isChosen: boolean; readonly is: string; readonly choose: string };
  readonly onEvery?: () => void;
  readonly children: ReactNode;
}

/** Things to be checked, with a way back to all of them. */
export function ChoiceGroup({ label, every, onEvery, children }: ChoiceGroupProps) {
  const labelId = useId();
  const group = useRef<HTMLDivElement>(null);
  const chooseEvery = () => {
    // The button goes once everything is chosen, and would take the focus with it.
    group.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
    onEvery?.();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column
    <div ref={group} role="group" aria-labelledby={labelId} className={styles.group}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {every?.isChosen && <span className={styles.every}>{every.is}</span>}
        {every && !every.isChosen && (
          <Button variant="quiet" onPress={chooseEvery}>
            {every.choose}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  /** What it is called. */
  readonly children: ReactNode;
}

/** One thing to be checked, with how many passages it has. */
export function Choice({ count, isChosen, onChoose, children }: ChoiceProps) {
  const countId = useId();
  return (
    <div className={styles.choice} data-empty={count === 0 || undefined}>
      <Checkbox isSelected={isChosen} onChange={onChoose} aria-describedby={countId}>
        {children}
      </Checkbox>
      <span className={styles.count}>
        <span aria-hidden="true">{count.toLocaleString('en')}</span>
        <span id={countId} hidden>
          {words.count(count)}
        </span>
      </span>
    </div>
  );
}
