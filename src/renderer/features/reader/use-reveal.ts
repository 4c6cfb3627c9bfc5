import { type RefObject, useEffect } from 'react';
import { isAnchored } from '../../../domain/annotation/anchored.ts';
import type { Annotation, TextPositionSelector } from '../../../domain/annotation/annotation.ts';
import type { AnnotationIndex } from '../../../domain/annotation/annotation-index.ts';
import { type Article, articleText } from '../../../domain/article/article.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { likeliestPlace } from '../../state/candidates.ts';
import { takeShown, useRepair } from '../../state/repair.ts';
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
      const element = scroller.current;
      const sight = handle && element && takeSight(article, annotations);
      if (!sight) return;
      bringIntoView(handle, element, sight);
      clearTimeout(timer);
      timer = setTimeout(
        () => handle.paint('opened', [], element.getBoundingClientRect()),
        SHOWN_MS,
      );
    };
    attend();
    const leave = [useView.subscribe(attend), useRepair.subscribe(attend)];
    return () => {
      for (const each of leave) each();
      clearTimeout(timer);
    };
  }, [annotations, article, handle, scroller]);
}

/** What is to be seen. */
interface Sight {
  /** A passage; `end`: what stands below the article. */
  readonly at: TextPositionSelector | 'end';
  /** Whether it is what was asked for: what is only about where that was must not be marked. */
  readonly isIt: boolean;
}

/** Takes what was asked for of this article, so that it is shown once. */
function takeSight(article: Article, annotations: AnnotationIndex): Sight | undefined {
  const shown = takeShown(article.id);
  if (shown) return { at: shown, isIt: true };
  const { reveal } = useView.getState();
  const annotation = reveal ? annotations.get(reveal) : undefined;
  if (annotation?.articleId !== article.id) return undefined;
  updateView({ reveal: undefined });
  return sightOf(annotation, article);
}

function sightOf(annotation: Annotation, article: Article): Sight {
  const { id, position } = annotation;
  if (isAnchored(articleText(article), annotation)) return { at: position, isIt: true };
  // The cards of what stands nowhere are below the article.
  if (useRepair.getState().choosingFor !== id) return { at: 'end', isIt: false };
  return { at: likeliestPlace(annotation, article)?.position ?? position, isIt: false };
}

function bringIntoView(handle: ArticleHandle, scroller: HTMLElement, { at, isIt }: Sight): void {
  if (at === 'end') {
    const { bottom } = handle.root.getBoundingClientRect();
    const screen = scroller.getBoundingClientRect();
    const isInView = bottom > screen.top && bottom < screen.top + screen.height / 2;
    if (!isInView) scroller.scrollTop += bottom - screen.top - screen.height / 3;
    return;
  }
  // The keyboard goes on from the passage, unless the analyst is busy elsewhere, as in a note.
  const focused = document.activeElement;
  const isReading = focused === document.body || focused === handle.root;
  // Nor where they are about to select it: the caret has its place then.
  const isChoosing = useRepair.getState().choosingFor !== undefined;
  if (isReading && !isChoosing) handle.placeCaret(at.start);
  handle.reveal(at, scroller);
  // Text that the browser had not laid out before has its real height now: go there once more.
  requestAnimationFrame(() => {
    handle.reveal(at, scroller);
    handle.paint('opened', isIt ? [at] : [], scroller.getBoundingClientRect());
  });
}
