import type { ReactNode } from 'react';
import styles from './backup.module.css';

interface TroubleProps {
  readonly title: string;
  /** What it means for the analyst's work. */
  readonly effect: string;
  /** What happened, and what to do. */
  readonly children: ReactNode;
}

/** What went wrong; read aloud at once. */
export function Trouble({ title, effect, children }: TroubleProps) {
  return (
    <div role="alert" className={styles.trouble}>
      <h3 className={styles.troubleTitle}>{title}</h3>
      <p>{children}</p>
      <p>{effect}</p>
    </div>
  );
}
