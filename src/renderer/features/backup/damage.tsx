import { backupTexts as words } from '../../../shared/texts/texts.ts';
import type { Proposal } from '../../state/backup.ts';
import styles from './backup.module.css';
import { describeDamage } from './describe-damage.ts';

/** What cannot be read of a backup, and what that means. */
export function Damage({ proposal }: { proposal: Proposal }) {
  const { isDamaged, sentences } = describeDamage(
    proposal.file,
    proposal.restoration.unreadable.map(({ key }) => key),
  );
  if (sentences.length === 0) return null;
  return (
    <div role="alert" className={styles.damage}>
      {isDamaged && <h3 className={styles.troubleTitle}>{words.damagedTitle}</h3>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
