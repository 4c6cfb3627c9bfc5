import type { Annotation } from '../../domain/annotation/annotation.ts';
import { hasPlace } from '../../domain/annotation/reanchor.ts';
import { readArticle } from './library.ts';
import { rememberReadingPositions } from './reading-positions.ts';
import { NOWHERE, updateView, useView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** Brings an article up, and remembers it for the next start. */
export async function openArticle(workspace: Workspace, articleId: string): Promise<void> {
  if (useView.getState().articleId !== articleId) {
    void rememberReadingPositions(workspace);
    updateView(({ find }) => ({
      ...NOWHERE,
      articleId,
      showsOriginal: false,
      find: { ...find, current: 0 },
    }));
  }
  // Reading need not wait until this is on the disk.
  void workspace.remember('last-article', articleId);
  await readArticle(articleId);
}

/**
 * Brings up an annotation's article at its passage.
 * @returns `false` when there is no such annotation, as with a link to a deleted one.
 */
export async function openAnnotation(workspace: Workspace, id: string): Promise<boolean> {
  const annotation = workspace.annotations.get(id);
  if (!annotation) return false;
  await openArticle(workspace, annotation.articleId);
  updateView({ activeId: id, reveal: id, showsOriginal: false });
  return true;
}

/**
 * Goes to the next or previous highlight: from the active one, or else from the caret. Stops at the ends.
 * @param caret offset into `articleText`.
 */
export function walkAnnotations(
  workspace: Workspace,
  step: 1 | -1,
  caret: number | undefined,
): Annotation | undefined {
  const { articleId, activeId } = useView.getState();
  if (!articleId) return undefined;
  const list = workspace.annotations.ofArticle(articleId).filter(hasPlace);
  const active = list.findIndex(({ id }) => id === activeId);
  const target = active >= 0 ? list[active + step] : nearest(list, step, caret ?? 0);
  if (target) {
    updateView({ activeId: target.id, reveal: target.id, selection: undefined });
  }
  return target;
}

function nearest(list: readonly Annotation[], step: 1 | -1, caret: number): Annotation | undefined {
  return step === 1
    ? list.find(({ position }) => position.start >= caret)
    : list.findLast(({ position }) => position.start < caret);
}
