import type { ChangedPart } from '../../domain/text/changed-part.ts';
import hidden from './hidden.module.css';
import styles from './text-diff.module.css';

/** How many characters of what stayed are shown on either side of what changed. */
const CONTEXT = 80;

interface TextDiffProps {
  readonly change: ChangedPart;
  /** Read out before what went and what came, which sighted people see struck out and underlined. */
  readonly labels: { readonly removed: string; readonly added: string };
}

/** A text before and after, with what went struck out and what came underlined. */
export function TextDiff({ change: { head, removed, added, tail }, labels }: TextDiffProps) {
  return (
    <p className={styles.diff}>
      {head.length > CONTEXT ? `…${[...head].slice(-CONTEXT).join('')}` : head}
      {removed !== '' && (
        <del>
          <span className={hidden.hidden}>{labels.removed} </span>
          {removed}
        </del>
      )}
      {added !== '' && (
        <ins>
          <span className={hidden.hidden}>{labels.added} </span>
          {added}
        </ins>
      )}
      {tail.length > CONTEXT ? `${[...tail].slice(0, CONTEXT).join('')}…` : tail}
    </p>
  );
}
