import { create } from 'zustand';
import { APP_NAME } from '../../domain/exchange/work.ts';
import type { BackupFile, BackupProblem, ChooseProblem } from '../../shared/backup.ts';
import type { ImportedWork, ImportProblem } from '../../shared/import.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { importTexts, backupTexts as words } from '../../shared/texts/texts.ts';
import { isRefusal, nameOf } from '../db/refusal.ts';
import { askJournal } from './journal.ts';
import { recogniseImport } from './recognise-import.ts';
import { isSameRestoration, planRestoration, type Restoration, toEdits } from './restoration.ts';
import { isUnsaved } from './save-status.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** A file whose rows are to be merged with ours. */
export type Source =
  | { readonly kind: 'backup'; readonly file: BackupFile }
  | { readonly kind: 'import'; readonly file: ImportedWork };

/** A file that was chosen, and what taking it over would do. */
export interface Proposal {
  readonly source: Source;
  readonly restoration: Restoration;
  /** Whether the work changed since the analyst saw it: what is proposed now is not what was confirmed. */
  readonly isNew: boolean;
}

/** Why nothing is taken from the file that was chosen. */
export type Refusal =
  | { readonly kind: 'backup'; readonly problem: ChooseProblem }
  | { readonly kind: 'import'; readonly problem: ImportProblem };

/** What the dialogs "Back up", "Restore" and "Import" are about. */
export interface MergeDesk {
  /** Why the last backup failed. */
  readonly trouble: BackupProblem | undefined;
  readonly refusal: Refusal | undefined;
  readonly proposal: Proposal | undefined;
  readonly isMerging: boolean;
  /** Why the merging did not begin. */
  readonly problem: JournalProblem | undefined;
}

const NOTHING: MergeDesk = {
  trouble: undefined,
  refusal: undefined,
  proposal: undefined,
  isMerging: false,
  problem: undefined,
};

export const useMergeDesk = create<MergeDesk>(() => NOTHING);

/** Whether the system's dialog is open, or its file is being read: asked twice, it would open twice. */
let isAsking = false;

/** Runs a command that asks for a file, unless one is asked for already. */
export async function askingOnce(command: () => Promise<void>): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  await command().finally(() => {
    isAsking = false;
  });
}

export function closeMergeDesk(): void {
  updateView({ dialog: undefined });
  useMergeDesk.setState(NOTHING);
}

export function showMergeDesk(dialog: 'backup' | 'restore', desk: Partial<MergeDesk>): void {
  useMergeDesk.setState({ ...NOTHING, ...desk });
  updateView({ dialog });
}

/** What taking over a file would do to the rows as they are now. */
async function planFor({ db }: Workspace, { kind, file }: Source): Promise<Restoration> {
  if (kind === 'backup') return planRestoration(db, file.rows);
  // The app's own files have the ids of its rows.
  const isForeign = file.origin !== APP_NAME;
  const rows = isForeign ? await recogniseImport(db, file.rows) : file.rows;
  return planRestoration(db, rows, false);
}

/** Shows what taking over a file would do. */
export async function propose(workspace: Workspace, source: Source): Promise<void> {
  await workspace
    .inTurn(async () => {
      await workspace.drafts.finish();
      const restoration = await planFor(workspace, source);
      showMergeDesk('restore', { proposal: { source, restoration, isNew: false } });
    })
    .catch(tellUnread);
}

/**
 * Does what was proposed, as one step of undo, unless the work changed meanwhile: then that is shown first.
 * A snapshot of the journal is taken before.
 */
export async function merge(workspace: Workspace, proposal: Proposal): Promise<void> {
  if (useMergeDesk.getState().isMerging) return;
  useMergeDesk.setState({ isMerging: true, problem: undefined });
  await workspace
    .inTurn(() => mergeNow(workspace, proposal))
    .catch(tellUnread)
    .finally(() => useMergeDesk.setState({ isMerging: false }));
}

async function mergeNow(workspace: Workspace, { source, restoration }: Proposal): Promise<void> {
  await workspace.drafts.finish();
  // The dialog says so. What waits would otherwise be followed by this, whatever becomes of it.
  if (isUnsaved(workspace.writer)) return;
  const snapshot = await askJournal('journal:snapshot');
  if (!snapshot.ok) return useMergeDesk.setState({ problem: snapshot.reason });
  const now = await planFor(workspace, source);
  if (!isSameRestoration(now, restoration)) {
    return useMergeDesk.setState({ proposal: { source, restoration: now, isNew: true } });
  }
  const left = new Set<string>();
  await workspace.write(toEdits(now, (key) => left.add(key)));
  // What could not be saved waits; the dialog says so as long as it is open.
  if (isUnsaved(workspace.writer)) return;
  closeMergeDesk();
  const say = source.kind === 'backup' ? words.restored : importTexts.imported;
  tell(say(now.plan.items.length, left.size));
}

/** Our own rows could not be read; whatever else goes wrong is a bug. */
function tellUnread(error: unknown): void {
  if (!isRefusal(error)) throw error;
  closeMergeDesk();
  tell(words.unread(nameOf(error)));
}
