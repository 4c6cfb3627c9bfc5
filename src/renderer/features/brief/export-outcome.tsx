import { exportTexts as words } from '../../../shared/texts/texts.ts';
import type { Exporting } from '../../state/exporting.ts';
import { useSaid } from '../../state/notice.ts';
import styles from './brief.module.css';

/** What came of an export; else the last word to the analyst, since the status line is covered. */
export function ExportOutcome({ exporting }: { exporting: Exporting }) {
  const said = useSaid();
  return (
    <div>
      <span role="status" className={styles.saved}>
        {exporting.kind === 'saved' && words.saved(exporting.path)}
        {exporting.kind === 'cancelled' && words.cancelled}
        {exporting.kind === 'idle' && said}
      </span>{' '}
      <span aria-live="polite">{exporting.kind === 'saved' && <Written {...exporting} />}</span>
    </div>
  );
}

/** How much was written; of a codebook there is nothing to count. */
function Written({ passages, unverified }: { passages: number; unverified: number }) {
  if (passages === 0) return null;
  return (
    <>
      {words.written(passages)}
      {unverified > 0 && <span className={styles.unverified}> {words.unverified(unverified)}</span>}
    </>
  );
}
