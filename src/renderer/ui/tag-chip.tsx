import styles from './tag-chip.module.css';
import { type Tone, toneProperties } from './tag-look.ts';

interface TagChipProps {
  readonly name: string;
  readonly colour: Tone;
  /** Shown after the name, as a count is. */
  readonly count?: number;
  /** Gives a long name further lines instead of cutting it short. */
  readonly wraps?: boolean;
}

/** A tag's name with its colour and its own underline. */
export function TagChip({ name, colour, count, wraps }: TagChipProps) {
  return (
    <span className={styles.chip} style={toneProperties(colour)}>
      <span className={styles.swatch} aria-hidden="true" />
      <span className={wraps ? styles.wrapped : styles.name}>{name}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </span>
  );
}
