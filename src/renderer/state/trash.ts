import type { Tag } from '../../domain/tag/tag.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';
import { historyTexts } from '../../shared/texts/texts.ts';
import { readCodebook, useLiveTrash } from '../db/live.ts';
import { readTrash, readTrashEntry } from '../db/trash.ts';
import { inTurn } from './in-turn.ts';
import { isUnsaved } from './save-status.ts';
import { fromTrash, purged } from './trash-edits.ts';
import { tell } from './view.ts';
import type { Workspace } from './workspace.ts';
import { useWorkspace } from './workspace-context.tsx';

const words = historyTexts.trash;

/** What waits in the trash, newest first; `undefined` until it was read. */
export const useTrash = (): readonly TrashEntry[] | undefined => useLiveTrash(useWorkspace().db);

/**
 * Brings back what was deleted, and says so.
 * @returns whether it is back: `false` when it was not in the trash any more, or could not be written.
 */
export async function restoreEntry(workspace: Workspace, id: string): Promise<boolean> {
  const restored = await inTurn(workspace, async () => {
    const entry = await readTrashEntry(workspace.db, id);
    if (!entry) return false;
    const edits = fromTrash(entry, await readCodebook(workspace.db));
    const changes = await workspace.write(edits);
    if (isUnsaved(workspace.writer)) return false;
    const tag = changes.find((change) => change.table === 'tags')?.after as Tag | undefined;
    tell(sayBack(entry, tag));
    return true;
  });
  return restored ?? false;
}

function sayBack(entry: TrashEntry, tag: Tag | undefined): string {
  switch (entry.table) {
    case 'tags':
      return words.tagBack(entry.row.name, tag?.name);
    case 'briefs':
      return words.briefBack(entry.row.title);
    case 'annotations':
      return words.annotationBack;
  }
}

/** Lets one entry go for good. @returns whether it is gone. */
export async function purgeEntry(workspace: Workspace, id: string): Promise<boolean> {
  const gone = await inTurn(workspace, async () => {
    await workspace.write(purged([{ id }]));
    if (isUnsaved(workspace.writer)) return false;
    tell(words.purged);
    return true;
  });
  return gone ?? false;
}

/** Lets everything go that is in the trash when this command's turn comes. @returns whether it is gone. */
export async function emptyTrash(workspace: Workspace): Promise<boolean> {
  const gone = await inTurn(workspace, async () => {
    await workspace.write(purged(await readTrash(workspace.db)));
    if (isUnsaved(workspace.writer)) return false;
    tell(words.emptied);
    return true;
  });
  return gone ?? false;
}
