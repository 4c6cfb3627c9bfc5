import type { Tag } from '../../domain/tag/tag.ts';
import { TagChip } from './tag-chip.tsx';
import styles from './tag-toggle.module.css';

interface TagToggleProps {
  readonly tag: Tag;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** Its name, where the tag's own would not say what the button does. */
  readonly label?: string;
}

/** A tag to switch on and off. */
export function TagToggle({ tag, isOn, onToggle, label }: TagToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-label={label}
      aria-pressed={isOn}
      onClick={onToggle}
    >
      <TagChip name={tag.name} colour={tag.colour} />
    </button>
  );
}
