import type { Change } from '../../domain/change/change.ts';
import { invertBatch } from '../../domain/change/history.ts';
import type { Command } from '../../shared/contract.ts';
import { texts } from '../../shared/texts/texts.ts';
import { nameOf } from '../db/refusal.ts';
import { backUp, chooseBackup } from './backup.ts';
import { openLastBrief } from './briefs.ts';
import { openBrief } from './builder.ts';
import { describeChanges } from './describe-changes.ts';
import { chooseImport } from './import.ts';
import { openAnnotation } from './navigate.ts';
import { isUnsaved } from './save-status.ts';
import { askToFind, tell, togglePanel, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** Does what a menu item or a key asks for. */
export async function runCommand(workspace: Workspace, command: Command): Promise<void> {
  switch (command) {
    case 'undo':
    case 'redo':
      return stepHistory(workspace, command);
    case 'backup':
      return backUp(workspace);
    case 'restore':
      return chooseBackup(workspace);
    case 'import':
      return chooseImport(workspace);
    case 'find':
      return askToFind();
    case 'brief':
      openLastBrief(workspace);
      return updateView({ dialog: command });
    case 'export':
    case 'codebook':
    case 'trash':
    case 'changes':
    case 'keys':
    case 'repair':
      return updateView({ dialog: command });
    case 'toggle-library':
      return togglePanel('library');
    case 'toggle-annotations':
      return togglePanel('annotations');
  }
}

async function stepHistory(workspace: Workspace, kind: 'undo' | 'redo'): Promise<void> {
  const words = texts.notices;
  if (isUnsaved(workspace.writer)) return tell(words.saveFirst);
  const changes = await workspace
    .inTurn(() => workspace[kind]())
    .catch((error: unknown) => tell(words.stepFailed(nameOf(error))));
  if (!changes) return;
  if (changes.length === 0)
    return tell(kind === 'undo' ? words.nothingToUndo : words.nothingToRedo);
  // An undo is told as what it took back, not as what it did.
  const told = kind === 'undo' ? asChanges(changes) : changes;
  tell((kind === 'undo' ? words.undone : words.redone)(describeChanges(told)));
  const visible = changes.find(({ table, after }) => table === 'annotations' && after !== null);
  if (visible) await openAnnotation(workspace, visible.key);
  const brief = changes.find(({ table, after }) => table === 'briefs' && after !== null);
  if (brief) openBrief(brief.key);
}

/** The changes that these took back. */
function asChanges(changes: readonly Change[]): Change[] {
  return invertBatch(changes) as Change[];
}
