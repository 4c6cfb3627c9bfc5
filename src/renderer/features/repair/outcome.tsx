import { useEffect, useState } from 'react';
import { repairTexts, texts } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { useView } from '../../state/view.ts';
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

/** The last word to the analyst since this was opened; it stands until the next. */
function useSaid(): string | undefined {
  const [openedAt] = useState(() => useView.getState().noticeTurn);
  const notice = useView((view) => (view.noticeTurn > openedAt ? view.notice : undefined));
  const [said, setSaid] = useState(notice);
  useEffect(() => {
    if (notice !== undefined) setSaid(notice);
  }, [notice]);
  return said;
}
