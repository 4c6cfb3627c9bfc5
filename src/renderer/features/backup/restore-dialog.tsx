import { importTexts, backupTexts as words } from '../../../shared/texts/texts.ts';
import { chooseBackup } from '../../state/backup.ts';
import { chooseImport } from '../../state/import.ts';
import {
  closeMergeDesk,
  type MergeDesk,
  merge,
  type Proposal as ProposalOf,
  type Source,
  useMergeDesk,
} from '../../state/merging.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './backup.module.css';
import { Proposal } from './proposal.tsx';
import { RefusalTrouble } from './refusal-trouble.tsx';
import { RestoreTrouble } from './restore-trouble.tsx';

const TITLES: Readonly<Record<Source['kind'], string>> = {
  backup: words.restoreTitle,
  import: importTexts.title,
};

/** The dialog that shows what restoring a backup, or importing a file, would do, before it does it. */
export function RestoreDialog() {
  const isOpen = useView((view) => view.dialog === 'restore');
  const desk = useMergeDesk();
  const { refusal, proposal } = desk;
  return (
    <Dialog
      title={TITLES[kindOf(desk)]}
      isOpen={isOpen && (refusal ?? proposal) !== undefined}
      onClose={() => desk.isMerging || closeMergeDesk()}
      footer={<Footer desk={desk} />}
    >
      {refusal && <RefusalTrouble refusal={refusal} />}
      {proposal && (
        <>
          <Proposal proposal={proposal} />
          <RestoreTrouble problem={desk.problem} />
        </>
      )}
    </Dialog>
  );
}

function kindOf({ refusal, proposal }: MergeDesk): Source['kind'] {
  return refusal?.kind ?? proposal?.source.kind ?? 'backup';
}

function Footer({ desk }: { desk: MergeDesk }) {
  const workspace = useWorkspace();
  const { proposal, isMerging } = desk;
  if (!proposal || proposal.restoration.plan.effects.length === 0) {
    const chooseAnother = kindOf(desk) === 'import' ? chooseImport : chooseBackup;
    return (
      <>
        <Button onPress={() => void chooseAnother(workspace)}>{words.chooseAnother}</Button>
        <Button variant="primary" autoFocus onPress={closeMergeDesk}>
          {words.close}
        </Button>
      </>
    );
  }
  return <Answer proposal={proposal} isMerging={isMerging} />;
}

function Answer({ proposal, isMerging }: { proposal: ProposalOf; isMerging: boolean }) {
  const workspace = useWorkspace();
  return (
    <>
      <span className={styles.hint}>{words.undoHint}</span>
      {/* Enter pressed too often must not take over anything. */}
      <Button autoFocus isDisabled={isMerging} onPress={closeMergeDesk}>
        {words.cancel}
      </Button>
      {/* Not disabled while it works: that would take the focus from the dialog, and with it Escape. */}
      <Button variant="primary" onPress={() => void merge(workspace, proposal)}>
        {confirmation(proposal, isMerging)}
      </Button>
    </>
  );
}

function confirmation({ source, restoration }: ProposalOf, isMerging: boolean): string {
  const changes = restoration.plan.items.length;
  if (source.kind === 'import') {
    return isMerging ? importTexts.importing : importTexts.confirm(changes);
  }
  return isMerging ? words.restoring : words.restore(changes);
}
