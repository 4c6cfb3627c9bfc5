import { historyTexts } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Outcome } from './outcome.tsx';
import { Versions } from './versions.tsx';

/** The dialog with all that was done to one annotation. */
export function VersionsDialog() {
  const isOpen = useView((view) => view.dialog === 'history');
  const annotationId = useView((view) => view.historyOf);
  return (
    <Dialog
      title={historyTexts.versions.title}
      isOpen={isOpen && annotationId !== undefined}
      onClose={() => updateView({ dialog: undefined, historyOf: undefined })}
      footer={<Outcome />}
    >
      {annotationId !== undefined && <Versions annotationId={annotationId} />}
    </Dialog>
  );
}
