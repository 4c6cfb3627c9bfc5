import { useId } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { useBrief } from '../../state/brief.ts';
import { useBriefSaving } from '../../state/brief-saving.ts';
import { updateView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './brief.module.css';
import { BriefFooter } from './brief-footer.tsx';
import { BriefTrouble } from './brief-trouble.tsx';
import { Choices } from './choices.tsx';
import { Preview } from './preview.tsx';

const close = () => updateView({ dialog: undefined });

/** The choices at the left, the brief as it will be at the right. */
export function OpenBrief() {
  const emptyId = useId();
  const desk = useBrief();
  const { saving, save } = useBriefSaving();
  return (
    <Dialog
      title={words.title}
      size="wide"
      isOpen
      onClose={close}
      footer={
        <BriefFooter desk={desk} emptyId={emptyId} saving={saving} onSave={save} onClose={close} />
      }
    >
      <div className={styles.brief}>
        <Choices desk={desk} />
        <Preview desk={desk} emptyId={emptyId} />
        <BriefTrouble saving={saving} />
      </div>
    </Dialog>
  );
}
