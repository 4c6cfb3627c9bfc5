import { useEffect } from 'react';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { updateView, useView } from '../../state/view.ts';

/**
 * Keeps `view.selection` in step with what is selected in the article. While the pointer is down nothing is
 * told: the toolbar would chase the pointer.
 */
export function useSelectedPassage(handle: ArticleHandle | null): void {
  useEffect(() => {
    if (!handle) return;
    let pointerIsDown = false;
    const tell = () => {
      if (pointerIsDown) return;
      const passage = handle.selectedPassage();
      const before = useView.getState().selection;
      if (passage?.start === before?.start && passage?.end === before?.end) return;
      updateView({ selection: passage });
    };
    const down = (event: PointerEvent) => {
      pointerIsDown = handle.root.contains(event.target as Node | null);
    };
    const up = () => {
      pointerIsDown = false;
      tell();
    };
    document.addEventListener('selectionchange', tell);
    // Browsers tell of a selection some time after it was made: a key pressed before that means the new one.
    document.addEventListener('keydown', tell, { capture: true });
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    return () => {
      document.removeEventListener('selectionchange', tell);
      document.removeEventListener('keydown', tell, { capture: true });
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
      updateView({ selection: undefined });
    };
  }, [handle]);
}
