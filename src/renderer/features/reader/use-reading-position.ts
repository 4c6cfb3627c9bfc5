import { type RefObject, useEffect } from 'react';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { noteReadingPosition, readingPosition } from '../../state/reading-positions.ts';
import { useView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** Opens an article where it was left, and follows how far it is read. */
export function useReadingPosition(
  articleId: string,
  handle: ArticleHandle | null,
  scroller: RefObject<HTMLElement | null>,
): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const element = scroller.current;
    if (!handle || !element) return;
    const left = readingPosition(workspace, articleId);
    // A passage that was asked for comes first.
    if (left > 0 && !useView.getState().reveal) handle.scrollTo(left, element);
    const follow = () =>
      noteReadingPosition(
        articleId,
        element.scrollTop === 0 ? 0 : handle.offsetAtTop(element.getBoundingClientRect()),
      );
    element.addEventListener('scrollend', follow);
    return () => element.removeEventListener('scrollend', follow);
  }, [workspace, articleId, handle, scroller]);
}
