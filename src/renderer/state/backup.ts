import { FIRST_HEAD } from '../../domain/change/head.ts';
import { failed } from '../../domain/result.ts';
import type { BackupProblem } from '../../shared/backup.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { backupTexts as words } from '../../shared/texts/texts.ts';
import { standing } from '../db/head.ts';
import { ask } from '../platform/platform.ts';
import { askingOnce, closeMergeDesk, propose, showMergeDesk } from './merging.ts';
import { isUnsaved } from './save-status.ts';
import { tell } from './view.ts';
import type { Workspace } from './workspace.ts';

/** Saves a backup where the analyst says, with all that was typed until now. */
export function backUp(workspace: Workspace): Promise<void> {
  return askingOnce(async () => {
    await workspace.inTurn(() => workspace.drafts.finish());
    await workspace.writer.settled();
    // What waits to be saved would be missing from the backup, and nothing would say so.
    if (isUnsaved(workspace.writer)) return tell(words.saveFirst);
    const head = (await standing(workspace.db)) ?? FIRST_HEAD;
    const answer = await ask('backup:save', head).catch(unanswered);
    if (!answer.ok) return showMergeDesk('backup', { trouble: answer.reason });
    if (answer.value.kind === 'cancelled') return;
    closeMergeDesk();
    tell(words.saved(answer.value.path, answer.value.counts.annotations ?? 0));
  });
}

/** Lets the analyst choose a backup, and shows what restoring it would do. */
export function chooseBackup(workspace: Workspace): Promise<void> {
  return askingOnce(async () => {
    const answer = await ask('backup:choose').catch((error: unknown) =>
      failed({ kind: 'file', path: '', detail: String(error) } as const),
    );
    if (!answer.ok) {
      return showMergeDesk('restore', { refusal: { kind: 'backup', problem: answer.reason } });
    }
    if (answer.value === 'cancelled') return;
    await propose(workspace, { kind: 'backup', file: answer.value });
  });
}

/** The main process failed to answer. It has written its reasons to its log. */
function unanswered(error: unknown) {
  const problem: JournalProblem = { kind: 'unanswered', system: String(error) };
  return failed<BackupProblem>({ kind: 'journal', problem });
}
