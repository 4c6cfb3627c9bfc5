import { useId } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import type { BriefDraft } from '../../state/brief-draft.ts';
import type { BriefSaving } from '../../state/brief-saving.ts';
import { Button } from '../../ui/button.tsx';
import styles from './brief.module.css';

interface BriefFooterProps {
  readonly desk: BriefDesk;
  /** The id of what says why there is nothing to save. */
  readonly emptyId: string;
  readonly saving: BriefSaving;
  readonly onSave: (draft: BriefDraft) => Promise<void>;
  readonly onClose: () => void;
}

/** How much the brief holds, what became of it, and the buttons. */
export function BriefFooter({ desk, emptyId, saving, onSave, onClose }: BriefFooterProps) {
  const summaryId = useId();
  const { shown, compose } = desk;
  const isEmpty = !shown || shown.brief.passageCount === 0;
  const isSaved = saving.kind === 'saved';
  return (
    <>
      <div className={styles.outcome}>
        <span id={summaryId}>{shown && !isEmpty && <Summary brief={shown.brief} />}</span>
        <span role="status" className={styles.saved}>
          {isSaved && words.saved(saving.path)}
        </span>
      </div>
      <Button onPress={onClose}>{isSaved ? words.done : words.cancel}</Button>
      <Button
        variant="primary"
        aria-describedby={isEmpty ? emptyId : summaryId}
        isDisabled={isEmpty}
        // Not disabled: that would take the focus from the dialog, and with it Escape.
        isPending={saving.kind === 'saving'}
        onPress={() => compose && void onSave(compose())}
      >
        {words.save}
      </Button>
    </>
  );
}

function Summary({ brief }: Pick<BriefDraft, 'brief'>) {
  const unverified = brief.sources.reduce((sum, source) => sum + source.unverified, 0);
  return (
    <>
      {words.summary(brief.passageCount, brief.sources.length)}
      {unverified > 0 && <span className={styles.unverified}>{words.unverified(unverified)}</span>}
    </>
  );
}
