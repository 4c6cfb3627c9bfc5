import { type RefObject, useEffect } from 'react';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { noteReadingPosition, readingPosition } from '../../state/reading-positions.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** Opens an article where it was left, keeps the place when the width changes, and follows how far it is read. */
export function useReadingPosition(
  articleId: string,
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const element = scroller.current;
    if (!handle || !element) return;
    const goBack = () => {
      const left = readingPosition(workspace, articleId);
      // A passage that was asked for comes first.
      if (left > 0 && !useView.getState().reveal) handle.scrollTo(left, element);
    };
    const follow = () => {
      const screen = element.getBoundingClientRect();
      noteReadingPosition(articleId, element.scrollTop === 0 ? 0 : handle.offsetAtTop(screen));
    };
    // Another width breaks the lines elsewhere: what was at the top would be far away.
    let width = element.clientWidth;
    const resized = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      goBack();
    });
    goBack();
    resized.observe(element);
    element.addEventListener('scrollend', follow);
    return () => {
      resized.disconnect();
      element.removeEventListener('scrollend', follow);
    };
  }, [workspace, articleId, handle, scroller]);
}
