import type { Annotation, TextPositionSelector } from '../../domain/annotation/annotation.ts';
import { createAnnotation, toggleTag, withNotePrivate } from '../../domain/annotation/edit.ts';
import { hasPlace } from '../../domain/annotation/reanchor.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { texts } from '../../shared/texts/texts.ts';
import { newId, now } from './ids.ts';
import { inTurn } from './in-turn.ts';
import { annotationToTrash } from './trash-edits.ts';
import { tell, updateView, useView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** The annotation over exactly this passage, if there is one; one that merely stood here once is none. */
export function annotationAt(
  workspace: Workspace,
  articleId: string,
  { start, end }: TextPositionSelector,
): Annotation | undefined {
  return workspace.annotations
    .ofArticle(articleId)
    .find((one) => hasPlace(one) && one.position.start === start && one.position.end === end);
}

/**
 * Highlights a passage, unless exactly it is highlighted already.
 * @returns the id of the annotation over the passage.
 */
async function highlight(
  workspace: Workspace,
  article: Article,
  position: TextPositionSelector,
  activate: Activate,
  tagIds: readonly string[] = [],
): Promise<string> {
  const existing = annotationAt(workspace, article.id, position);
  if (existing) {
    activate(existing.id);
    return existing.id;
  }
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
  activate(annotation.id);
  return annotation.id;
}

type Activate = (annotationId: string) => void;

/** What became active last because of a command. */
let lastActivated: string | undefined;

/**
 * To make an annotation active once it is saved. To be called when the command is given: by the time it is carried out
 * the analyst may have let go, or gone to another, and they are not called back.
 */
function activating(): Activate {
  const before = useView.getState();
  return (activeId) => {
    const now = useView.getState();
    const hasLetGo = before.selection !== undefined && now.selection === undefined;
    // A command given before this one may have been carried out meanwhile.
    const isStill = now.activeId === before.activeId || now.activeId === lastActivated;
    if (hasLetGo || !isStill) return;
    lastActivated = activeId;
    updateView({ activeId });
  };
}

async function writeTag(
  workspace: Workspace,
  annotationId: string,
  tagId: string,
  activate: Activate,
): Promise<void> {
  await workspace.write([
    {
      table: 'annotations',
      key: annotationId,
      change: (row) => row && toggleTag(row, tagId, now()),
    },
  ]);
  activate(annotationId);
}

/** Puts a tag on an annotation, or takes it off. */
export function switchTag(
  workspace: Workspace,
  annotationId: string,
  tagId: string,
): Promise<void> {
  const activate = activating();
  return inTurn(workspace, () => writeTag(workspace, annotationId, tagId, activate));
}

/** What keys act on when nothing is selected. It is asked for in turn: the command before may have changed it. */
function activeAnnotation(workspace: Workspace): Annotation | undefined {
  return workspace.annotations.get(useView.getState().activeId ?? '');
}

/** A tag's key or button: on a selection it highlights and tags in one step; else it acts on the active annotation. */
export function applyTag(
  workspace: Workspace,
  article: Article | undefined,
  tagId: string,
): Promise<void> {
  const { selection } = useView.getState();
  const activate = activating();
  return inTurn(workspace, async () => {
    if (selection && article) {
      const existing = annotationAt(workspace, article.id, selection);
      if (existing) await writeTag(workspace, existing.id, tagId, activate);
      else await highlight(workspace, article, selection, activate, [tagId]);
      return;
    }
    const active = activeAnnotation(workspace);
    if (active) await writeTag(workspace, active.id, tagId, activate);
    else tell(texts.notices.selectFirst);
  });
}

/** Highlights the selection, without any tag. */
export async function highlightSelection(
  workspace: Workspace,
  article: Article | undefined,
): Promise<void> {
  const { selection } = useView.getState();
  if (!selection || !article) return tell(texts.notices.selectFirst);
  const activate = activating();
  await inTurn(workspace, async () => {
    await highlight(workspace, article, selection, activate);
  });
}

/** Highlights the selection, if need be, and brings up its note. Without a selection: the active annotation's. */
export async function openNote(workspace: Workspace, article: Article | undefined): Promise<void> {
  const { selection } = useView.getState();
  // What is typed from now on is meant for the note, though its field has yet to come.
  updateView({ typedAhead: '' });
  await inTurn(workspace, async () => {
    const id =
      selection && article
        ? await highlight(workspace, article, selection, () => undefined)
        : activeAnnotation(workspace)?.id;
    if (id === undefined) return tell(texts.notices.selectFirst);
    updateView((view) => ({
      activeId: id,
      noteFocus: id,
      // The card must be there to be written on.
      tagFilter: [],
      scope: selection ? 'article' : view.scope,
      panels: { ...view.panels, annotations: true },
    }));
  });
  if (useView.getState().noteFocus === undefined) updateView({ typedAhead: undefined });
}

/** Makes the note of an annotation private, or no longer. */
export function switchPrivateNote(workspace: Workspace, annotationId: string): Promise<void> {
  return inTurn(workspace, () => writePrivacy(workspace, annotationId));
}

/** The same for the active annotation, as the key does it; says what came of it. */
export function switchPrivateNoteInView(workspace: Workspace): Promise<void> {
  return inTurn(workspace, async () => {
    const id = activeAnnotation(workspace)?.id;
    if (id === undefined) return tell(texts.notices.selectFirst);
    await writePrivacy(workspace, id);
    const isPrivate = workspace.annotations.get(id)?.isNotePrivate ?? false;
    tell(isPrivate ? texts.notices.notePrivate : texts.notices.notePublic);
  });
}

async function writePrivacy(workspace: Workspace, annotationId: string): Promise<void> {
  // What is being typed belongs to the step before.
  await workspace.drafts.finish();
  await workspace.write([
    {
      table: 'annotations',
      key: annotationId,
      change: (row) => row && withNotePrivate(row, !row.isNotePrivate, now()),
    },
  ]);
}

async function remove(workspace: Workspace, annotation: Annotation): Promise<void> {
  const list = workspace.annotations.ofArticle(annotation.articleId);
  const place = list.indexOf(annotation);
  const next = list[place + 1] ?? list[place - 1];
  await workspace.write(annotationToTrash(annotation.id));
  if (useView.getState().activeId === annotation.id) updateView({ activeId: next?.id });
  tell(texts.notices.deleted);
}

/** Deletes an annotation; the next one in the article becomes active, so that deleting can go on. */
export function deleteAnnotation(workspace: Workspace, annotationId: string): Promise<void> {
  return inTurn(workspace, async () => {
    const annotation = workspace.annotations.get(annotationId);
    if (annotation) await remove(workspace, annotation);
  });
}

/** Deletes what is in view: the highlight over the selection if something is selected, else the active one. */
export function deleteInView(workspace: Workspace, article: Article | undefined): Promise<void> {
  const { selection } = useView.getState();
  return inTurn(workspace, async () => {
    const annotation =
      selection && article
        ? annotationAt(workspace, article.id, selection)
        : activeAnnotation(workspace);
    if (annotation) await remove(workspace, annotation);
    else tell(texts.notices.nothingToDelete);
  });
}
