import { exportTexts, texts, briefTexts as words } from '../../../shared/texts/texts.ts';
import type { Exporting } from '../../state/exporting.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './brief.module.css';

interface TroubleProps {
  readonly exporting: Exporting;
}

/** Why nothing was exported, or what an export would lack. */
export function Trouble({ exporting }: TroubleProps) {
  const workspace = useWorkspace();
  const status = useSaveStatus();
  if (exporting.kind === 'failed') {
    return (
      <p role="alert" className={styles.trouble}>
        <strong>{exportTexts.failedTitle}</strong> {exportTexts.failed(exporting.problem)}
      </p>
    );
  }
  if (status.kind === 'failed') {
    return (
      <div className={styles.trouble}>
        <p role="alert">
          {texts.status.failed(status.problem)} {words.unsavedWork}
        </p>
        <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>
      </div>
    );
  }
  return null;
}
