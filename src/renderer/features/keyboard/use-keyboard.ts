import { useEffect } from 'react';
import type { Article } from '../../../domain/article/article.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import { texts } from '../../../shared/texts/texts.ts';
import {
  applyTag,
  deleteInView,
  highlightSelection,
  openNote,
  switchPrivateNoteInView,
} from '../../state/annotate.ts';
import { runCommand } from '../../state/commands.ts';
import { copyInView } from '../../state/copy.ts';
import { hasCommandKey, keyOf } from '../../state/keys.ts';
import { useLibrary } from '../../state/library.ts';
import { walkAnnotations } from '../../state/navigate.ts';
import { useReading } from '../../state/reading.ts';
import { NOWHERE, tell, updateFind, updateView, useView } from '../../state/view.ts';
import type { Workspace } from '../../state/workspace.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';

/** Whether keys are text where the focus is. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Whether the focus is where annotations are: the article, the margin, or nowhere in particular. */
function isAmongAnnotations(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest('nav, header, footer'));
}

function currentArticle(): Article | undefined {
  const { articleId, showsOriginal } = useView.getState();
  if (showsOriginal) return undefined;
  return useLibrary.getState().opened.get(articleId ?? '')?.article;
}

/** The keys of the window. What they do is listed in the dialog "Keyboard shortcuts". */
export function useKeyboard(): void {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useView.getState().dialog) return;
      const action = actionOf(workspace, codebook, event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [workspace, codebook]);
}

type Action = (() => unknown) | undefined;

/** A key that is held down means what it does once, except for walking. */
const REPEATABLE = new Set(['[', ']']);

function actionOf(workspace: Workspace, codebook: readonly Tag[], event: KeyboardEvent): Action {
  const action = hasCommandKey(event)
    ? commandAction(workspace, event)
    : plainAction(workspace, codebook, event);
  return action && event.repeat && !REPEATABLE.has(keyOf(event)) ? () => undefined : action;
}

function commandAction(workspace: Workspace, event: KeyboardEvent): Action {
  const key = keyOf(event);
  if (key === 'f') return () => runCommand(workspace, 'find');
  if (key === 'e') return () => runCommand(workspace, 'brief');
  // In a text field, undo takes back typing, as it does everywhere.
  if (isWriting(event.target) && !isUntouchedNote(workspace, event.target)) return undefined;
  if (key === 'z') return () => runCommand(workspace, event.shiftKey ? 'redo' : 'undo');
  if (key === 'y') return () => runCommand(workspace, 'redo');
  return undefined;
}

/** In a note where nothing was typed, the browser's undo would take back typing in some other field. */
function isUntouchedNote(workspace: Workspace, target: EventTarget | null): boolean {
  const noteOf = target instanceof HTMLTextAreaElement ? target.dataset.noteOf : undefined;
  return noteOf !== undefined && !workspace.drafts.isTyping(noteOf);
}

function plainAction(workspace: Workspace, codebook: readonly Tag[], event: KeyboardEvent): Action {
  const key = keyOf(event);
  if (key === 'f6') return () => movePanel(event.shiftKey ? -1 : 1);
  if (isWriting(event.target)) {
    return key === 'escape' && event.target instanceof HTMLTextAreaElement
      ? () => backToArticle(workspace)
      : undefined;
  }
  // Where brackets need AltGr, systems report it as Ctrl and Alt.
  const isPlain = event.getModifierState('AltGraph') || !(event.altKey || event.ctrlKey);
  if (!isPlain || event.metaKey) return undefined;
  if (useView.getState().typedAhead !== undefined) return typeAhead(event);
  if (!useView.getState().selection && !isAmongAnnotations(event.target)) {
    return movingAction(workspace, key);
  }
  const tag = codebook.find(({ shortcut }) => shortcut === key);
  if (tag) return () => applyTag(workspace, currentArticle(), tag.id);
  return editingAction(workspace, key, event.shiftKey) ?? movingAction(workspace, key);
}

/** Keeps what is typed until the note's field is there. */
function typeAhead(event: KeyboardEvent): Action {
  if (keyOf(event) === 'escape') return letGo;
  if (event.key.length !== 1) return undefined;
  return () => updateView(({ typedAhead = '' }) => ({ typedAhead: typedAhead + event.key }));
}

function editingAction(workspace: Workspace, key: string, withShift: boolean): Action {
  switch (key) {
    case 'c':
      return () => copyInView(workspace, currentArticle(), withShift ? 'citation' : 'markdown');
    case 'h':
      return () => highlightSelection(workspace, currentArticle());
    case 'n':
      return () => openNote(workspace, currentArticle());
    case 'p':
      return () => switchPrivateNoteInView(workspace);
    case 'delete':
      return () => deleteInView(workspace, currentArticle());
    default:
      return undefined;
  }
}

function movingAction(workspace: Workspace, key: string): Action {
  switch (key) {
    case '[':
      return () => walk(workspace, -1);
    case ']':
      return () => walk(workspace, 1);
    case '?':
      return () => runCommand(workspace, 'keys');
    case 'escape':
      return letGo;
    default:
      return undefined;
  }
}

function walk(workspace: Workspace, step: 1 | -1): void {
  const { surface } = useReading.getState();
  if (walkAnnotations(workspace, step, surface?.caret())) return;
  tell(step === 1 ? texts.notices.lastAnnotation : texts.notices.firstAnnotation);
}

/** Escape in a note: back to reading, at the passage that the note is about. */
function backToArticle(workspace: Workspace): void {
  const { surface } = useReading.getState();
  const active = workspace.annotations.get(useView.getState().activeId ?? '');
  if (active && active.articleId === useView.getState().articleId) {
    surface?.placeCaret(active.position.end);
  } else surface?.focus();
}

/** Escape while reading: nothing is selected, nothing is active, no search is open. */
function letGo(): void {
  const selection = document.getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
  updateView(NOWHERE);
  updateFind({ open: false });
}

const PANELS = 'nav[aria-label], [role="document"], aside[aria-label]';

/** F6 moves the focus from panel to panel, as in other desktop apps; folded ones are passed by. */
function movePanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>(PANELS)].filter(
    (panel) => !panel.closest('[inert]'),
  );
  const here = panels.findIndex((panel) => panel.contains(document.activeElement));
  const from = here < 0 && step < 0 ? 0 : here;
  const next = panels[(from + step + panels.length) % panels.length];
  const target = next?.matches('[role="document"]')
    ? next
    : (next?.querySelector<HTMLElement>('[aria-current]') ??
      next?.querySelector<HTMLElement>('button, textarea'));
  target?.focus();
}
