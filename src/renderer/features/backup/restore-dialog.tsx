import { backupTexts as words } from '../../../shared/texts/texts.ts';
import {
  type BackupDesk,
  chooseBackup,
  closeBackupDesk,
  type Proposal as ProposalOf,
  restore,
  useBackupDesk,
} from '../../state/backup.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './backup.module.css';
import { Proposal } from './proposal.tsx';
import { RestoreTrouble } from './restore-trouble.tsx';
import { Trouble } from './trouble.tsx';

/** The dialog that shows what restoring a backup would do, before it does it. */
export function RestoreDialog() {
  const isOpen = useView((view) => view.dialog === 'restore');
  const desk = useBackupDesk();
  const { refusal, proposal } = desk;
  return (
    <Dialog
      title={words.restoreTitle}
      isOpen={isOpen && (refusal ?? proposal) !== undefined}
      onClose={() => desk.isRestoring || closeBackupDesk()}
      footer={<Footer desk={desk} />}
    >
      {refusal && (
        <Trouble title={words.refusedTitle} effect={words.refusedEffect}>
          {words.refused(refusal)}
        </Trouble>
      )}
      {proposal && (
        <>
          <Proposal proposal={proposal} />
          <RestoreTrouble problem={desk.problem} />
        </>
      )}
    </Dialog>
  );
}

function Footer({ desk: { proposal, isRestoring } }: { desk: BackupDesk }) {
  const workspace = useWorkspace();
  if (!proposal || proposal.restoration.plan.effects.length === 0) {
    return (
      <>
        <Button onPress={() => void chooseBackup(workspace)}>{words.chooseAnother}</Button>
        <Button variant="primary" autoFocus onPress={closeBackupDesk}>
          {words.close}
        </Button>
      </>
    );
  }
  return <Answer proposal={proposal} isRestoring={isRestoring} />;
}

function Answer({ proposal, isRestoring }: { proposal: ProposalOf; isRestoring: boolean }) {
  const workspace = useWorkspace();
  return (
    <>
      <span className={styles.hint}>{words.undoHint}</span>
      {/* Enter pressed too often must not restore anything. */}
      <Button autoFocus isDisabled={isRestoring} onPress={closeBackupDesk}>
        {words.cancel}
      </Button>
      {/* Not disabled while it works: that would take the focus from the dialog, and with it Escape. */}
      <Button variant="primary" onPress={() => void restore(workspace, proposal)}>
        {isRestoring ? words.restoring : words.restore(proposal.restoration.plan.items.length)}
      </Button>
    </>
  );
}
