import { withMoved, withOriginalOrder, withPassages } from '../../domain/brief/edit-brief.ts';
import type { Moved } from '../../domain/brief/outline.ts';
import { editBrief } from './briefs.ts';
import type { Workspace } from './workspace.ts';

/** Puts a section or a passage into another place. */
export function moveInBrief(
  workspace: Workspace,
  briefId: string,
  { list, id, after }: Moved,
): Promise<void> {
  return editBrief(workspace, briefId, (brief) => withMoved(brief, list, id, after));
}

/** Takes back all that was moved by hand in a list. */
export function restoreOrder(workspace: Workspace, briefId: string, list: string): Promise<void> {
  return editBrief(workspace, briefId, (brief) => withOriginalOrder(brief, list));
}

/** Takes a passage in, or leaves it out. */
export function includePassage(
  workspace: Workspace,
  briefId: string,
  annotationId: string,
  isIn: boolean,
): Promise<void> {
  return editBrief(workspace, briefId, (brief) => withPassages(brief, [annotationId], isIn));
}
