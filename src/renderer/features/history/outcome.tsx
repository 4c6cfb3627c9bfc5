import { texts, historyTexts as words } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { useSaid } from '../../state/notice.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './history.module.css';

/**
 * The dialog covers the status line and the toolbar: what came of a command is said here, and taken back or
 * brought again from here.
 */
export function Outcome() {
  const workspace = useWorkspace();
  const said = useSaid();
  const status = useSaveStatus();
  const failed = status.kind === 'failed';
  return (
    <>
      <div className={styles.outcome}>
        <p className={styles.said} role="status">
          {said}
        </p>
        {failed && (
          <p className={styles.trouble} role="alert">
            {texts.status.failed(status.problem)}
          </p>
        )}
      </div>
      {failed && <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>}
      <Button onPress={() => void runCommand(workspace, 'undo')}>{words.undo}</Button>
      <Button onPress={() => void runCommand(workspace, 'redo')}>{words.redo}</Button>
    </>
  );
}
