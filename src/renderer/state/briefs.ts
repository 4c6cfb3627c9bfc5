import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { withTranslation } from '../../domain/annotation/edit.ts';
import { asTyped, copyOfBrief, freeTitle, newBrief } from '../../domain/brief/edit-brief.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import { briefTexts as words } from '../../shared/texts/texts.ts';
import { briefEdit, introductionField, remarkField, titleField } from './brief-fields.ts';
import { openBrief, useBuilder } from './builder.ts';
import { newId, now } from './ids.ts';
import { inTurn } from './in-turn.ts';
import { openAnnotation } from './navigate.ts';
import { briefToTrash } from './trash-edits.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';
import { useTyped, useWorkspace } from './workspace-context.tsx';

/** What was worked on last comes first. */
function byWork(a: SavedBrief, b: SavedBrief): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** The briefs that are kept, the one worked on last first. */
export function useBriefs(): readonly SavedBrief[] {
  const briefs = useStore(useWorkspace().briefs);
  return useMemo(() => [...briefs.values()].sort(byWork), [briefs]);
}

/** Opens what was open last, or what was worked on last, or else a new brief. */
export function openLastBrief(workspace: Workspace): void {
  if (useBuilder.getState().briefId !== undefined) return;
  const briefs = workspace.briefs.getState();
  const last = briefs.get(workspace.settings['last-brief'] ?? '');
  const [latest] = [...briefs.values()].sort(byWork);
  openBrief((last ?? latest)?.id ?? newId());
}

/** A brief as it is kept: another object once it is changed. */
export function useKept(id: string): SavedBrief | undefined {
  return useStore(useWorkspace().briefs, (briefs) => briefs.get(id));
}

export interface OpenBrief {
  /** With what is being typed. */
  readonly brief: SavedBrief;
  /** Whether it is kept: a new one is once something was changed. */
  readonly isKept: boolean;
}

/** The brief that is open. @param sectionKey of the section whose remark may be being typed */
export function useOpenBrief(sectionKey: string): OpenBrief {
  const briefs = useStore(useWorkspace().briefs);
  const { briefId = '', originId = '' } = useBuilder();
  const fresh = useMemo(() => newBrief(briefId, now()), [briefId]);
  const kept = briefs.get(briefId) ?? briefs.get(originId);
  const row = kept ?? fresh;
  const { id, remarks } = row;
  const title = useTyped(titleField(id), row.title);
  const introduction = useTyped(introductionField(id), row.introduction);
  const remark = useTyped(remarkField(id, sectionKey), remarks[sectionKey] ?? '');
  const brief = useMemo(
    () => asTyped(row, { title, introduction, section: sectionKey, remark }),
    [row, title, introduction, remark, sectionKey],
  );
  return { brief, isKept: kept !== undefined };
}

/** Changes a brief: one step of undo. */
export async function editBrief(
  workspace: Workspace,
  id: string,
  change: (brief: SavedBrief) => SavedBrief,
): Promise<void> {
  await inTurn(workspace, () => workspace.write([briefEdit(id, change)]));
}

/** Opens a brief of which nothing is kept yet. */
export function startBrief(): void {
  openBrief(newId());
}

/** Makes a copy of a brief and opens it. @param name what the brief goes by */
export async function duplicateBrief(
  workspace: Workspace,
  id: string,
  name: string,
): Promise<void> {
  await inTurn(workspace, async () => {
    await workspace.drafts.finish();
    const briefs = workspace.briefs.getState();
    const titles = [...briefs.values()].map(({ title }) => title);
    const copy = copyOfBrief(briefs.get(id) ?? newBrief(id, now()), {
      id: newId(),
      title: freeTitle(words.copyOf(name), titles),
      now: now(),
    });
    await workspace.write([{ table: 'briefs', key: copy.id, change: () => copy }]);
    openBrief(copy.id, id);
    tell(words.duplicated(copy.title));
  });
}

/** Deletes a brief into the trash, and opens the one worked on before it. */
export async function deleteBrief(workspace: Workspace, id: string, name: string): Promise<void> {
  await inTurn(workspace, async () => {
    await workspace.write(briefToTrash(id));
    if (workspace.briefs.getState().has(id)) return;
    const [next] = [...workspace.briefs.getState().values()].sort(byWork);
    openBrief(next?.id ?? newId());
    tell(words.deleted(name));
  });
}

/** Leaves the builder for a passage of the brief, in its article. */
export async function showPassage(workspace: Workspace, annotationId: string): Promise<void> {
  void workspace.drafts.finish();
  updateView({ dialog: undefined });
  await openAnnotation(workspace, annotationId);
}

/** Says whether somebody has compared a translation with its passage. */
export async function checkTranslation(
  workspace: Workspace,
  annotationId: string,
  checked: boolean,
): Promise<void> {
  const change = (row: Annotation | null) =>
    row?.translation ? withTranslation(row, { text: row.translation.text, checked }, now()) : row;
  await inTurn(workspace, () =>
    workspace.write([{ table: 'annotations', key: annotationId, change }]),
  );
}

/** Remembers a brief that is kept, to be opened again at the next start. */
export function rememberBrief(workspace: Workspace, id: string): void {
  if (workspace.briefs.getState().has(id)) void workspace.remember('last-brief', id);
}
