import { repairTexts, texts } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { useSaid } from '../../state/notice.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './repair.module.css';

/** The dialog covers the status line: what came of a decision is said here, and taken back from here. */
export function Outcome() {
  const workspace = useWorkspace();
  const said = useSaid();
  const status = useSaveStatus();
  const failed = status.kind === 'failed';
  return (
    <>
      <div className={styles.outcome}>
        <p role="status">{said}</p>
        {failed && (
          <p className={styles.trouble} role="alert">
            {texts.status.failed(status.problem)}
          </p>
        )}
      </div>
      {failed && <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>}
      <Button onPress={() => void runCommand(workspace, 'undo')}>{repairTexts.undo}</Button>
    </>
  );
}
