import { importTexts, texts } from '../../../shared/texts/texts.ts';
import {
  applyBriefEdits,
  type BriefImport,
  closeBriefImport,
  useBriefImport,
} from '../../state/brief-import.ts';
import { chooseImport } from '../../state/import.ts';
import { useView } from '../../state/view.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { BriefOffer } from './brief-offer.tsx';
import styles from './import.module.css';

const words = importTexts.brief;

/** The dialog that shows what an edited brief says otherwise; nothing is taken over but what is checked. */
export function BriefImportDialog() {
  const isOpen = useView((view) => view.dialog === 'import');
  const { offer, chosen } = useBriefImport();
  return (
    <Dialog
      title={words.title}
      size="wide"
      isOpen={isOpen && offer !== undefined}
      onClose={closeBriefImport}
      footer={<Footer offer={offer} chosen={chosen} />}
    >
      {offer && (
        <>
          <BriefOffer offer={offer} chosen={chosen} />
          <Unsaved />
        </>
      )}
    </Dialog>
  );
}

function Footer({ offer, chosen }: BriefImport) {
  const workspace = useWorkspace();
  if (!offer || offer.edits.length === 0) {
    return (
      <>
        <Button onPress={() => void chooseImport(workspace)}>{importTexts.chooseAnother}</Button>
        <Button variant="primary" autoFocus onPress={closeBriefImport}>
          {importTexts.close}
        </Button>
      </>
    );
  }
  return (
    <>
      <span className={styles.hint}>{words.undoHint}</span>
      {/* Enter pressed too often must not take over anything. */}
      <Button autoFocus onPress={closeBriefImport}>
        {importTexts.cancel}
      </Button>
      <Button
        variant="primary"
        isDisabled={chosen.size === 0}
        onPress={() => void applyBriefEdits(workspace)}
      >
        {words.apply(chosen.size)}
      </Button>
    </>
  );
}

/** The dialog covers the status line. */
function Unsaved() {
  const status = useSaveStatus();
  const workspace = useWorkspace();
  if (status.kind !== 'failed') return null;
  return (
    <div role="alert" className={styles.trouble}>
      <p>{texts.status.failed(status.problem)}</p>
      <Button onPress={() => void workspace.retry()}>{texts.status.retry}</Button>
    </div>
  );
}
