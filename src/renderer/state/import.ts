import { failed } from '../../domain/result.ts';
import { readCodebook } from '../db/live.ts';
import { ask } from '../platform/platform.ts';
import { proposeBriefEdits } from './brief-import.ts';
import { askingOnce, propose, showMergeDesk } from './merging.ts';
import type { Workspace } from './workspace.ts';

/** Lets the analyst choose a file of annotations, tags or an edited brief, and shows what taking it over would do. */
export function chooseImport(workspace: Workspace): Promise<void> {
  return askingOnce(async () => {
    const codebook = await readCodebook(workspace.db);
    const answer = await ask('import:choose', codebook).catch((error: unknown) =>
      failed({ kind: 'file', path: '', detail: String(error) } as const),
    );
    if (!answer.ok) {
      return showMergeDesk('restore', { refusal: { kind: 'import', problem: answer.reason } });
    }
    const choice = answer.value;
    if (choice.kind === 'cancelled') return;
    if (choice.kind === 'brief') return proposeBriefEdits(workspace, choice);
    await propose(workspace, { kind: 'import', file: choice });
  });
}
