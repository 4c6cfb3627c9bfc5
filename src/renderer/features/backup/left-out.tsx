import type { ImportedWork } from '../../../shared/import.ts';
import { backupTexts, importTexts as words } from '../../../shared/texts/texts.ts';
import type { Restoration } from '../../state/restoration.ts';
import styles from './backup.module.css';

/** How many things are named that are left out. */
const NAMED = 10;

interface LeftOutProps {
  readonly file: ImportedWork;
  readonly unreadable: Restoration['unreadable'];
}

/** What of an imported file cannot be taken over, and why. */
export function LeftOut({ file: { leftOut }, unreadable }: LeftOutProps) {
  const keys = unreadable.map(({ key }) => key);
  const sentences = [
    ...leftOut.slice(0, NAMED).map(words.leftOut),
    ...(leftOut.length > NAMED ? [words.moreLeftOut(leftOut.length - NAMED)] : []),
    ...(keys.length > 0 ? [backupTexts.unreadable(keys.length, keys.slice(0, NAMED))] : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <div role="alert" className={styles.damage}>
      <h3 className={styles.troubleTitle}>{words.leftOutTitle}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
