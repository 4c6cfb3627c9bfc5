import { create } from 'zustand';
import type { Annotation, TextPositionSelector } from '../../domain/annotation/annotation.ts';
import type { AnnotationIndex } from '../../domain/annotation/annotation-index.ts';
import {
  acceptAnchor,
  anchorAt,
  keepAsNote,
  needsRepair,
} from '../../domain/annotation/reanchor.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { repairTexts as words } from '../../shared/texts/texts.ts';
import { now } from './ids.ts';
import { inTurn } from './in-turn.ts';
import { useLibrary } from './library.ts';
import { openAnnotation, openArticle } from './navigate.ts';
import { isUnsaved } from './save-status.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';
import { useAllAnnotations } from './workspace-context.tsx';

interface Repair {
  /** The annotation that the dialog shows. */
  readonly selectedId: string | undefined;
  /** The annotation whose passage the analyst is selecting in its article. */
  readonly choosingFor: string | undefined;
  /** A place to be brought into view, once its article is there. */
  readonly shown:
    | { readonly articleId: string; readonly position: TextPositionSelector }
    | undefined;
}

/** Where the analyst is with repairing. */
export const useRepair = create<Repair>(() => ({
  selectedId: undefined,
  choosingFor: undefined,
  shown: undefined,
}));

const updateRepair = useRepair.setState;

/** Lists of the index are replaced, never changed: what is to be said of one stays true. */
const inNeed = new WeakMap<readonly Annotation[], readonly Annotation[]>();

function needing(annotations: readonly Annotation[]): readonly Annotation[] {
  const known = inNeed.get(annotations);
  if (known) return known;
  const found = annotations.filter(needsRepair);
  inNeed.set(annotations, found);
  return found;
}

/** Every annotation that the analyst has to look at, by article in the order given, then in reading order. */
export function repairsIn(index: AnnotationIndex, order: readonly string[]): readonly Annotation[] {
  const ids = new Set([...order, ...index.articleIds()]);
  return [...ids].flatMap((id) => needing(index.ofArticle(id)));
}

/** Every annotation that needs a look; follows every change. */
export function useRepairs(): readonly Annotation[] {
  const index = useAllAnnotations();
  const entries = useLibrary((library) => library.entries);
  return repairsIn(index, entries?.map(({ id }) => id) ?? []);
}

/** Opens the list: at one annotation if it is said which, else where it was left. */
export function openRepair(annotationId?: string): void {
  updateRepair({ choosingFor: undefined, ...(annotationId && { selectedId: annotationId }) });
  updateView({ dialog: 'repair' });
}

export function selectRepair(annotationId: string | undefined): void {
  updateRepair({ selectedId: annotationId });
}

/** One decision of the analyst's: one step of undo. @returns whether it is saved. */
async function decide(
  workspace: Workspace,
  id: string,
  change: (row: Annotation) => Annotation,
  said: string,
): Promise<boolean> {
  const done = await inTurn(workspace, async () => {
    await workspace.write([{ table: 'annotations', key: id, change: (row) => row && change(row) }]);
    if (isUnsaved(workspace.writer)) return false;
    tell(said);
    return true;
  });
  return done ?? false;
}

/** The analyst says that a moved passage stands where it belongs. */
export function accept(workspace: Workspace, id: string): Promise<boolean> {
  return decide(workspace, id, (row) => acceptAnchor(row, now()), words.accepted);
}

/** The analyst says where the passage stands. */
export function anchorHere(
  workspace: Workspace,
  id: string,
  article: Article,
  position: TextPositionSelector,
): Promise<boolean> {
  const into = { text: articleText(article), textHash: article.textHash };
  return decide(workspace, id, (row) => anchorAt(row, into, position, now()), words.anchored);
}

/** The analyst keeps the annotation without a passage. */
export function keepNote(workspace: Workspace, id: string): Promise<boolean> {
  return decide(workspace, id, (row) => keepAsNote(row, now()), words.kept);
}

/** Shows a place in its article. */
export async function showPlace(
  workspace: Workspace,
  articleId: string,
  position: TextPositionSelector,
): Promise<void> {
  updateView({ dialog: undefined });
  await openArticle(workspace, articleId);
  updateView({ showsOriginal: false });
  updateRepair({ shown: { articleId, position } });
}

/** The place of this article that is to be shown, once. */
export function takeShown(articleId: string): TextPositionSelector | undefined {
  const { shown } = useRepair.getState();
  if (shown?.articleId !== articleId) return undefined;
  updateRepair({ shown: undefined });
  return shown.position;
}

/** Lets the analyst select the passage in its article. */
export async function choosePassage(workspace: Workspace, id: string): Promise<void> {
  updateRepair({ selectedId: id, choosingFor: id });
  updateView({ selection: undefined, dialog: undefined });
  await openAnnotation(workspace, id);
}

/** Leaves the article for the list again, where the annotation that was chosen for is shown. */
export function cancelChoosing(): void {
  const { choosingFor } = useRepair.getState();
  updateRepair({ choosingFor: undefined });
  if (choosingFor) openRepair(choosingFor);
}

/** Takes what is selected for the passage, and goes on with the list as long as there is something on it. */
export async function takePassage(
  workspace: Workspace,
  article: Article,
  position: TextPositionSelector | undefined,
): Promise<void> {
  const { choosingFor } = useRepair.getState();
  if (!choosingFor) return;
  if (!position) return tell(words.choosing.nothingSelected);
  const before = repairsIn(workspace.annotations, orderOfArticles());
  if (!(await anchorHere(workspace, choosingFor, article, position))) return;
  updateRepair({ choosingFor: undefined });
  const next = nextTo(before, choosingFor);
  if (next !== undefined) return openRepair(next);
  tell(`${words.anchored} ${words.allDone}`);
  updateView({ activeId: choosingFor });
}

/** The one after this in a list, or else the one before. */
export function nextTo(list: readonly Annotation[], id: string): string | undefined {
  const place = list.findIndex((one) => one.id === id);
  if (place < 0) return list[0]?.id;
  return (list[place + 1] ?? list[place - 1])?.id;
}

const orderOfArticles = () => useLibrary.getState().entries?.map(({ id }) => id) ?? [];
