import { codebookTexts } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Codebook } from './codebook.tsx';

/** The dialog in which the analyst keeps the tags in order. */
export function CodebookDialog() {
  const isOpen = useView((view) => view.dialog === 'codebook');
  return (
    <Dialog
      title={codebookTexts.title}
      isOpen={isOpen}
      onClose={() => updateView({ dialog: undefined })}
    >
      <Codebook />
    </Dialog>
  );
}
