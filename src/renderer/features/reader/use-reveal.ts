import { type RefObject, useEffect } from 'react';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { updateView, useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** How long a passage stays marked after it was brought into view. */
const SHOWN_MS = 1_600;

/** Brings the passage that was asked for into view, once its article is there, and marks it for a moment. */
export function useReveal(
  articleId: string,
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
      if (!handle || !element || annotation?.articleId !== articleId) return;
      updateView({ reveal: undefined });
      bringIntoView(handle, element, annotation.position);
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
  }, [annotations, articleId, handle, scroller]);
}

function bringIntoView(
  handle: ArticleHandle,
  scroller: HTMLElement,
  passage: { start: number; end: number },
): void {
  // The keyboard goes on from the passage, unless the analyst is busy elsewhere, as in a note.
  const focused = document.activeElement;
  if (focused === document.body || focused === handle.root) handle.placeCaret(passage.start);
  handle.reveal(passage, scroller);
  // Text that the browser had not laid out before has its real height now: go there once more.
  requestAnimationFrame(() => {
    handle.reveal(passage, scroller);
    handle.paint('opened', [passage], scroller.getBoundingClientRect());
  });
}
