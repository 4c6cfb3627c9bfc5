import { keysTexts as words } from '../../../shared/texts/texts.ts';
import { updateView, useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyTables } from './key-tables.tsx';

/** The dialog that shows the keys. */
export function KeysDialog() {
  const isOpen = useView((view) => view.dialog === 'keys');
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={() => updateView({ dialog: undefined })}>
      <KeyTables />
    </Dialog>
  );
}
