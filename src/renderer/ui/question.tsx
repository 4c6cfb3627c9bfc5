import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './question.module.css';

interface QuestionProps {
  readonly title: string;
  /** What will happen. */
  readonly effect: string;
  /** The button that says no. */
  readonly cancel: string;
  readonly confirm: ReactNode;
  readonly onCancel: () => void;
  /** What is to be chosen, or looked at, first. */
  readonly children?: ReactNode;
}

/** Says what is about to happen and asks. It takes the focus, so that it is read aloud; Escape says no. */
export function Question({ title, effect, cancel, confirm, onCancel, children }: QuestionProps) {
  const element = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const effectId = useId();
  useEffect(() => element.current?.focus(), []);
  return (
    <div
      ref={element}
      className={styles.question}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={effectId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      {children}
      <p id={effectId} className={styles.effect}>
        {effect}
      </p>
      <div className={styles.answers}>
        <Button onPress={onCancel}>{cancel}</Button>
        {confirm}
      </div>
    </div>
  );
}
