import type { BackupFile } from '../../../shared/backup.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';
import styles from './backup.module.css';
import { describeDamage } from './describe-damage.ts';

interface DamageProps {
  readonly file: BackupFile;
}

/** What cannot be read of a backup, and what that means. */
export function Damage({ file }: DamageProps) {
  const { isDamaged, sentences } = describeDamage(file);
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
