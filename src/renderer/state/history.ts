import { asInVersion } from '../../domain/annotation/edit.ts';
import { type Version, versionsOf } from '../../domain/annotation/versions.ts';
import type { Change } from '../../domain/change/change.ts';
import { historyTexts, texts } from '../../shared/texts/texts.ts';
import { readCodebook, useLiveChangesOf, useLiveRecentEdits, useLiveTagNames } from '../db/live.ts';
import type { RecentEdits } from '../db/log.ts';
import { nameOf } from '../db/refusal.ts';
import { now } from './ids.ts';
import { inTurn } from './in-turn.ts';
import { isUnsaved } from './save-status.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';
import { useWorkspace } from './workspace-context.tsx';

export type { RecentEdit } from '../db/log.ts';

const words = historyTexts;

/** The newest edits; `undefined` until they were read. */
export const useRecentEdits = (limit: number): RecentEdits | undefined =>
  useLiveRecentEdits(useWorkspace().db, limit);

/** The versions of an annotation, newest first; `undefined` until they were read. */
export function useVersions(annotationId: string): readonly Version[] | undefined {
  const changes = useLiveChangesOf(useWorkspace().db, annotationId);
  return changes && versionsOf(changes);
}

/** What tags are called, or were called last, also those that left the codebook. */
export const useTagNames = (ids: readonly string[]): ReadonlyMap<string, string> | undefined =>
  useLiveTagNames(useWorkspace().db, ids);

/** Opens the history of one annotation. */
export function openHistory(annotationId: string): void {
  updateView({ dialog: 'history', historyOf: annotationId });
}

/** Takes an edit back and all since, and says how many steps that were. @returns whether anything was done. */
export async function goBackTo(workspace: Workspace, batch: string): Promise<boolean> {
  const changes = await inTurn(workspace, () => workspace.undoTo(batch)).catch((error: unknown) =>
    tell(texts.notices.stepFailed(nameOf(error))),
  );
  if (!changes) return false;
  const steps = stepsOf(changes);
  tell(steps === 0 ? words.recent.nothing : words.recent.wentBack(steps));
  return steps > 0;
}

const stepsOf = (changes: readonly Change[]) => new Set(changes.map(({ batch }) => batch)).size;

/** Gives an annotation the note and the tags that it had. @returns whether that is saved. */
export async function restoreVersion(
  workspace: Workspace,
  { after: version }: Pick<Version, 'after'>,
): Promise<boolean> {
  if (!version) return false;
  const restored = await inTurn(workspace, async () => {
    const known = new Set((await readCodebook(workspace.db)).map(({ id }) => id));
    const change = (row: typeof version | null) => row && asInVersion(row, version, known, now());
    await workspace.write([{ table: 'annotations', key: version.id, change }]);
    if (isUnsaved(workspace.writer)) return false;
    tell(words.versions.restored);
    return true;
  });
  return restored ?? false;
}
