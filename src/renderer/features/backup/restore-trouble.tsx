import type { JournalProblem } from '../../../shared/journal.ts';
import { texts, backupTexts as words } from '../../../shared/texts/texts.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './backup.module.css';
import { Trouble } from './trouble.tsx';

/** Why restoring did not begin, or is not saved: the dialog covers the status line. */
export function RestoreTrouble({ problem }: { problem: JournalProblem | undefined }) {
  const status = useSaveStatus();
  const workspace = useWorkspace();
  if (problem) {
    return (
      <Trouble title={words.notRestoredTitle} effect={words.refusedEffect}>
        {words.notRestored(problem)}
      </Trouble>
    );
  }
  if (status.kind !== 'failed') return null;
  return (
    <div role="alert" className={styles.trouble}>
      <p>{texts.status.failed(status.problem)}</p>
      <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>
    </div>
  );
}
