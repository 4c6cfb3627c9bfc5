import { historyTexts } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Outcome } from './outcome.tsx';
import { Trash } from './trash.tsx';

/** The dialog with what was deleted. */
export function TrashDialog() {
  const isOpen = useView((view) => view.dialog === 'trash');
  return (
    <Dialog
      title={historyTexts.trash.title}
      isOpen={isOpen}
      onClose={() => updateView({ dialog: undefined })}
      footer={<Outcome />}
    >
      <Trash />
    </Dialog>
  );
}
