import { backupTexts as words } from '../../../shared/texts/texts.ts';
import { backUp } from '../../state/backup.ts';
import { closeMergeDesk, useMergeDesk } from '../../state/merging.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Trouble } from './trouble.tsx';

/** Says why there is no backup. One that was saved is told in the status line. */
export function BackupDialog() {
  const workspace = useWorkspace();
  const isOpen = useView((view) => view.dialog === 'backup');
  const trouble = useMergeDesk((desk) => desk.trouble);
  return (
    <Dialog
      title={words.backupTitle}
      isOpen={isOpen && trouble !== undefined}
      onClose={closeMergeDesk}
      footer={
        <>
          <Button onPress={closeMergeDesk}>{words.close}</Button>
          <Button variant="primary" onPress={() => void backUp(workspace)}>
            {words.tryAgain}
          </Button>
        </>
      }
    >
      {trouble && (
        <Trouble title={words.failedTitle} effect={words.failedEffect}>
          {words.failed(trouble)}
        </Trouble>
      )}
    </Dialog>
  );
}
