import { type RefObject, useEffect } from 'react';
import { isAnchored } from '../../../domain/annotation/anchored.ts';
import { type Article, articleText } from '../../../domain/article/article.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { useRepair } from '../../state/repair.ts';
import { updateView, useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** How long a passage stays marked after it was brought into view. */
const SHOWN_MS = 1_600;

/** Brings the passage that was asked for into view, once its article is there, and marks it for a moment. */
export function useReveal(
  article: Article,
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
): void {
  const { annotations } = useWorkspace();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attend = () => {
      const { reveal } = useView.getState();
      const annotation = reveal ? annotations.get(reveal) : undefined;
      const element = scroller.current;
      if (!handle || !element || annotation?.articleId !== article.id) return;
      updateView({ reveal: undefined });
      const stands = isAnchored(articleText(article), annotation);
      bringIntoView(handle, element, annotation.position, stands);
      clearTimeout(timer);
      timer = setTimeout(
        () => handle.paint('opened', [], element.getBoundingClientRect()),
        SHOWN_MS,
      );
    };
    attend();
    const unsubscribe = useView.subscribe(attend);
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [annotations, article, handle, scroller]);
}

/** @param stands whether the passage is really there: about where it was, other words must not be marked. */
function bringIntoView(
  handle: ArticleHandle,
  scroller: HTMLElement,
  passage: { start: number; end: number },
  stands: boolean,
): void {
  // The keyboard goes on from the passage, unless the analyst is busy elsewhere, as in a note.
  const focused = document.activeElement;
  const isReading = focused === document.body || focused === handle.root;
  // Nor where they are about to select it: the caret has its place then.
  const isChoosing = useRepair.getState().choosingFor !== undefined;
  if (isReading && !isChoosing) handle.placeCaret(passage.start);
  handle.reveal(passage, scroller);
  // Text that the browser had not laid out before has its real height now: go there once more.
  requestAnimationFrame(() => {
    handle.reveal(passage, scroller);
    handle.paint('opened', stands ? [passage] : [], scroller.getBoundingClientRect());
  });
}
