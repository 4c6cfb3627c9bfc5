import { useId } from 'react';
import type { Omission } from '../../../domain/exchange/omissions.ts';
import { importTexts } from '../../../shared/texts/texts.ts';
import styles from './backup.module.css';

const words = importTexts.omissions;

/** So many names stand beside what they are of; more are unfolded. */
const INLINE = 3;

interface OmissionsProps {
  readonly omissions: readonly Omission[];
}

/** What of a file is not taken over: how many things of each kind, why, and which. */
export function Omissions({ omissions }: OmissionsProps) {
  const title = useId();
  if (omissions.length === 0) return null;
  const total = omissions.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby={title} className={styles.damage}>
      <h3 id={title} className={styles.troubleTitle}>
        {words.title}
      </h3>
      <p role="alert">{words.total(total)}</p>
      <ul className={styles.omissions}>
        {words.sorted(omissions).map((omission) => (
          <OmissionItem key={`${omission.thing}/${omission.reason}`} omission={omission} />
        ))}
      </ul>
    </section>
  );
}

function OmissionItem({ omission }: { omission: Omission }) {
  const { count, examples } = omission;
  const unnamed = count - examples.length;
  return (
    <li className={styles.omission}>
      <strong>{words.things(omission)}</strong>
      <span>{words.reason(omission)}</span>
      {examples.length > 0 && examples.length <= INLINE && (
        <span className={styles.omissionNames} lang="vi">
          {words.names(examples, unnamed)}
        </span>
      )}
      {examples.length > INLINE && (
        <details>
          <summary className={styles.omissionNames}>{words.examples}</summary>
          <ul className={styles.omissionNames}>
            {examples.map((example) => (
              <li key={example} lang="vi">
                {example}
              </li>
            ))}
            {unnamed > 0 && <li>{words.more(unnamed)}</li>}
          </ul>
        </details>
      )}
    </li>
  );
}
