import { texts } from '../../../shared/texts/texts.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './codebook.module.css';

/** The dialog covers the status line: what it has to say of failed writes is said here, too. */
export function SaveTrouble() {
  const status = useSaveStatus();
  const workspace = useWorkspace();
  if (status.kind !== 'failed') return null;
  return (
    <div className={styles.trouble} role="alert">
      <span className={styles.grows}>{texts.status.failed(status.problem)}</span>
      <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>
    </div>
  );
}
