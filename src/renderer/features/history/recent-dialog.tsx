import { historyTexts } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Outcome } from './outcome.tsx';
import { RecentChanges } from './recent-changes.tsx';

/** The dialog with what was done lately. */
export function RecentDialog() {
  const isOpen = useView((view) => view.dialog === 'changes');
  return (
    <Dialog
      title={historyTexts.recent.title}
      isOpen={isOpen}
      onClose={() => updateView({ dialog: undefined })}
      footer={<Outcome />}
    >
      <RecentChanges />
    </Dialog>
  );
}
