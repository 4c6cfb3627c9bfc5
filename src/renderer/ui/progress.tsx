import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

interface ProgressProps {
  /** What is being done. */
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly valueLabel: string;
}

/** How far something is. */
export function Progress({ label, share, valueLabel }: ProgressProps) {
  return (
    <ProgressBar
      className={styles.progress ?? ''}
      aria-label={label}
      value={share * 100}
      valueLabel={valueLabel}
    >
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={styles.value}>{valueLabel}</span>
      </span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </ProgressBar>
  );
}
