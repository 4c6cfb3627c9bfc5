import { repairTexts } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Outcome } from './outcome.tsx';
import { Repair } from './repair.tsx';

/** The dialog in which the analyst looks at every passage that a changed text has put in doubt. */
export function RepairDialog() {
  const isOpen = useView((view) => view.dialog === 'repair');
  return (
    <Dialog
      title={repairTexts.title}
      size="wide"
      isOpen={isOpen}
      onClose={() => updateView({ dialog: undefined })}
      footer={<Outcome />}
    >
      <Repair />
    </Dialog>
  );
}
