import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefSaving } from '../../state/brief-saving.ts';
import { useSaveStatus } from '../../state/workspace-context.tsx';
import styles from './brief.module.css';

/** Why the brief was not saved, or what it lacks. */
export function BriefTrouble({ saving }: { saving: BriefSaving }) {
  const status = useSaveStatus();
  if (saving.kind === 'failed') {
    const { system, path } = saving.problem;
    return (
      <p role="alert" className={styles.trouble}>
        <strong>{words.failedTitle}</strong> {words.failed(system, path)}
      </p>
    );
  }
  if (status.kind === 'failed') {
    return (
      <p role="alert" className={styles.trouble}>
        {words.unsavedWork}
      </p>
    );
  }
  return null;
}
