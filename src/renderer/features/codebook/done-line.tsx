import { useState } from 'react';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './codebook.module.css';

interface DoneLineProps {
  readonly text: string | undefined;
  readonly onUndone: () => void;
}

/**
 * Says what was done, and takes it back. The line is always there, so that it is read aloud when it fills.
 * The dialog covers the status line: what came of taking it back is said here, too.
 */
export function DoneLine({ text, onUndone }: DoneLineProps) {
  const workspace = useWorkspace();
  const [undoneAt, setUndoneAt] = useState<number>();
  const outcome = useView(({ notice, noticeTurn }) =>
    undoneAt !== undefined && noticeTurn > undoneAt ? notice : undefined,
  );
  const undo = () => {
    setUndoneAt(useView.getState().noticeTurn);
    onUndone();
    void runCommand(workspace, 'undo');
  };
  return (
    <div className={styles.done} role="status">
      {text === undefined ? (
        outcome && <span className={styles.grows}>{outcome}</span>
      ) : (
        <>
          <span className={styles.grows}>{text}</span>
          <Button variant="quiet" onPress={undo}>
            {words.undo}
          </Button>
        </>
      )}
    </div>
  );
}
