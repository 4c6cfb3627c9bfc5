import { type ReactNode, useEffect, useId, useRef } from 'react';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './codebook.module.css';

interface QuestionProps {
  readonly title: string;
  /** What will happen. */
  readonly effect: string;
  readonly confirm: ReactNode;
  readonly onCancel: () => void;
  /** What is to be chosen first. */
  readonly children?: ReactNode;
}

/** Says what is about to happen and asks. It takes the focus, so that it is read aloud; Escape says no. */
export function Question({ title, effect, confirm, onCancel, children }: QuestionProps) {
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
      <h3 id={titleId} className={styles.questionTitle}>
        {title}
      </h3>
      {children}
      <p id={effectId} className={styles.effect}>
        {effect} {words.undoHint}
      </p>
      <div className={styles.answers}>
        <Button onPress={onCancel}>{words.cancel}</Button>
        {confirm}
      </div>
    </div>
  );
}
