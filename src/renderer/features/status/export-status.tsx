import { exportTexts as words } from '../../../shared/texts/texts.ts';
import { cancelExport, useExports } from '../../state/exporting.ts';
import { useView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './export-status.module.css';

/** How far an export is that goes on though its dialog was left, and a way to call it off. */
export function ExportStatus() {
  const exporting = useExports((exports) => exports.exporting);
  const isAway = useView((view) => view.dialog === undefined);
  if (!isAway || exporting.kind !== 'running') return null;
  const { title, share } = exporting;
  return (
    <div className={styles.export}>
      <Progress label={words.progress(title)} share={share} valueLabel={words.percent(share)} />
      <Button variant="quiet" onPress={cancelExport}>
        {words.cancel}
      </Button>
    </div>
  );
}
