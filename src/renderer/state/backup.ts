import { create } from 'zustand';
import { FIRST_HEAD } from '../../domain/change/head.ts';
import { failed } from '../../domain/result.ts';
import type { BackupFile, BackupProblem, ChooseProblem } from '../../shared/backup.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { backupTexts as words } from '../../shared/texts/texts.ts';
import { standing } from '../db/head.ts';
import { isRefusal, nameOf } from '../db/refusal.ts';
import { ask } from '../platform/platform.ts';
import { askJournal } from './journal.ts';
import { isSameRestoration, planRestoration, type Restoration, toEdits } from './restoration.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** A backup that was chosen, and what restoring it would do. */
export interface Proposal {
  readonly file: BackupFile;
  readonly restoration: Restoration;
  /** Whether the work changed since the analyst saw it: what is proposed now is not what was confirmed. */
  readonly isNew: boolean;
}

/** What the dialogs "Back up" and "Restore" are about. */
export interface BackupDesk {
  /** Why the last backup failed. */
  readonly trouble: BackupProblem | undefined;
  /** Why nothing is taken from the file that was chosen. */
  readonly refusal: ChooseProblem | undefined;
  readonly proposal: Proposal | undefined;
  readonly isRestoring: boolean;
  /** Why the restoring did not begin. */
  readonly problem: JournalProblem | undefined;
}

const NOTHING: BackupDesk = {
  trouble: undefined,
  refusal: undefined,
  proposal: undefined,
  isRestoring: false,
  problem: undefined,
};

export const useBackupDesk = create<BackupDesk>(() => NOTHING);

/** Whether the system's dialog is open, or its file is being read: asked twice, it would open twice. */
let isAsking = false;

async function once(command: () => Promise<void>): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  await command().finally(() => {
    isAsking = false;
  });
}

const isUnsaved = (workspace: Workspace) => workspace.writer.status.getState().kind === 'failed';

export function closeBackupDesk(): void {
  updateView({ dialog: undefined });
  useBackupDesk.setState(NOTHING);
}

function show(dialog: 'backup' | 'restore', desk: Partial<BackupDesk>): void {
  useBackupDesk.setState({ ...NOTHING, ...desk });
  updateView({ dialog });
}

/** Saves a backup where the analyst says, with all that was typed until now. */
export function backUp(workspace: Workspace): Promise<void> {
  return once(async () => {
    await workspace.inTurn(() => workspace.drafts.finish());
    await workspace.writer.settled();
    // What waits to be saved would be missing from the backup, and nothing would say so.
    if (isUnsaved(workspace)) return tell(words.saveFirst);
    const head = (await standing(workspace.db)) ?? FIRST_HEAD;
    const answer = await ask('backup:save', head).catch(unanswered);
    if (!answer.ok) return show('backup', { trouble: answer.reason });
    if (answer.value.kind === 'cancelled') return;
    closeBackupDesk();
    tell(words.saved(answer.value.path, answer.value.counts.annotations ?? 0));
  });
}

/** Lets the analyst choose a backup, and shows what restoring it would do. */
export function chooseBackup(workspace: Workspace): Promise<void> {
  return once(async () => {
    const answer = await ask('backup:choose').catch((error: unknown) =>
      failed({ kind: 'file', path: '', detail: String(error) } as const),
    );
    if (!answer.ok) return show('restore', { refusal: answer.reason });
    if (answer.value === 'cancelled') return;
    const file = answer.value;
    await workspace
      .inTurn(async () => {
        await workspace.drafts.finish();
        const restoration = await planRestoration(workspace.db, file);
        show('restore', { proposal: { file, restoration, isNew: false } });
      })
      .catch(tellUnread);
  });
}

/**
 * Does what was proposed, as one step of undo, unless the work changed meanwhile: then that is shown first.
 * A snapshot of the journal is taken before.
 */
export async function restore(workspace: Workspace, proposal: Proposal): Promise<void> {
  if (useBackupDesk.getState().isRestoring) return;
  useBackupDesk.setState({ isRestoring: true, problem: undefined });
  await workspace
    .inTurn(() => restoreNow(workspace, proposal))
    .catch(tellUnread)
    .finally(() => useBackupDesk.setState({ isRestoring: false }));
}

async function restoreNow(workspace: Workspace, { file, restoration }: Proposal): Promise<void> {
  await workspace.drafts.finish();
  // The dialog says so. What waits would otherwise be followed by this, whatever becomes of it.
  if (isUnsaved(workspace)) return;
  const snapshot = await askJournal('journal:snapshot');
  if (!snapshot.ok) return useBackupDesk.setState({ problem: snapshot.reason });
  const now = await planRestoration(workspace.db, file);
  if (!isSameRestoration(now, restoration)) {
    return useBackupDesk.setState({ proposal: { file, restoration: now, isNew: true } });
  }
  const left = new Set<string>();
  await workspace.write(toEdits(now, (key) => left.add(key)));
  // What could not be saved waits; the dialog says so as long as it is open.
  if (isUnsaved(workspace)) return;
  closeBackupDesk();
  tell(words.restored(now.plan.items.length, left.size));
}

/** Our own rows could not be read; whatever else goes wrong is a bug. */
function tellUnread(error: unknown): void {
  if (!isRefusal(error)) throw error;
  closeBackupDesk();
  tell(words.unread(nameOf(error)));
}

/** The main process failed to answer. It has written its reasons to its log. */
function unanswered(error: unknown) {
  const problem: JournalProblem = { kind: 'unanswered', system: String(error) };
  return failed<BackupProblem>({ kind: 'journal', problem });
}
