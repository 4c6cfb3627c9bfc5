import { exportTexts as words } from '../../../shared/texts/texts.ts';
import type { Exporting } from '../../state/exporting.ts';
import { useSaid } from '../../state/notice.ts';
import styles from './brief.module.css';

/** What came of an export; else the last word to the analyst, since the status line is covered. */
export function ExportOutcome({ exporting }: { exporting: Exporting }) {
  const said = useSaid();
  return (
    <span role="status" className={styles.saved}>
      {exporting.kind === 'saved' && words.saved(exporting.path)}
      {exporting.kind === 'cancelled' && words.cancelled}
      {exporting.kind === 'idle' && said}
    </span>
  );
}
