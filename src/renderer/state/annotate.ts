import type { Annotation, TextPositionSelector } from '../../domain/annotation/annotation.ts';
import { createAnnotation, toggleTag } from '../../domain/annotation/edit.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { newId, now } from './ids.ts';
import { updateView, useView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** The annotation over exactly this passage, if there is one. */
function annotationAt(
  workspace: Workspace,
  articleId: string,
  { start, end }: TextPositionSelector,
): Annotation | undefined {
  return workspace.annotations
    .ofArticle(articleId)
    .find(({ position }) => position.start === start && position.end === end);
}

/**
 * Highlights a passage, unless exactly it is highlighted already.
 * @returns the id of the annotation over the passage.
 */
export async function highlight(
  workspace: Workspace,
  article: Article,
  position: TextPositionSelector,
  tagIds: readonly string[] = [],
): Promise<string> {
  const existing = annotationAt(workspace, article.id, position);
  if (existing) return existing.id;
  const annotation = createAnnotation({
    id: newId(),
    articleId: article.id,
    textHash: article.textHash,
    text: articleText(article),
    position,
    tagIds,
    now: now(),
  });
  await workspace.write([{ table: 'annotations', key: annotation.id, change: () => annotation }]);
  updateView({ activeId: annotation.id });
  return annotation.id;
}

/** Puts a tag on an annotation, or takes it off. */
export async function switchTag(
  workspace: Workspace,
  annotationId: string,
  tagId: string,
): Promise<void> {
  await workspace.write([
    {
      table: 'annotations',
      key: annotationId,
      change: (row) => row && toggleTag(row, tagId, now()),
    },
  ]);
}

/** A tag's key or button: on a selection it highlights and tags in one step; else it acts on the active annotation. */
export function applyTag(
  workspace: Workspace,
  article: Article | undefined,
  tagId: string,
): Promise<void> {
  const { selection } = useView.getState();
  return workspace.inTurn(async () => {
    const { activeId } = useView.getState();
    if (selection && article) {
      const existing = annotationAt(workspace, article.id, selection);
      if (existing) await switchTag(workspace, existing.id, tagId);
      else await highlight(workspace, article, selection, [tagId]);
    } else if (activeId) await switchTag(workspace, activeId, tagId);
  });
}

/** Highlights the selection, without any tag. */
export async function highlightSelection(
  workspace: Workspace,
  article: Article | undefined,
): Promise<void> {
  const { selection } = useView.getState();
  if (selection && article) {
    await workspace.inTurn(() => highlight(workspace, article, selection));
  }
}

/** Highlights the selection, if need be, and brings up its note. Without a selection: the active annotation's. */
export function openNote(workspace: Workspace, article: Article | undefined): Promise<void> {
  const { selection } = useView.getState();
  return workspace.inTurn(async () => {
    const annotationId =
      selection && article
        ? await highlight(workspace, article, selection)
        : useView.getState().activeId;
    if (!annotationId) return;
    updateView((view) => ({
      activeId: annotationId,
      noteFocus: annotationId,
      panels: { ...view.panels, annotations: true },
    }));
  });
}

/**
 * Deletes an annotation; the next one in the article becomes active, so that deleting can go on.
 * @param annotationId the active one when absent.
 */
export function deleteAnnotation(workspace: Workspace, annotationId?: string): Promise<void> {
  return workspace.inTurn(async () => {
    const id = annotationId ?? useView.getState().activeId;
    const annotation = id === undefined ? undefined : workspace.annotations.get(id);
    if (!annotation) return;
    const list = workspace.annotations.ofArticle(annotation.articleId);
    const place = list.indexOf(annotation);
    const next = list[place + 1] ?? list[place - 1];
    await workspace.write([{ table: 'annotations', key: annotation.id, change: () => null }]);
    if (useView.getState().activeId === annotation.id) updateView({ activeId: next?.id });
  });
}
