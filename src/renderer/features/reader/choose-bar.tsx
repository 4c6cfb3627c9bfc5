import { TextSelect } from 'lucide-react';
import { useEffect } from 'react';
import { chosenPassage, hasPlace } from '../../../domain/annotation/reanchor.ts';
import type { Article } from '../../../domain/article/article.ts';
import { repairTexts } from '../../../shared/texts/texts.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { likeliestPlace } from '../../state/candidates.ts';
import { keyOf } from '../../state/keys.ts';
import { cancelChoosing, takePassage, useRepair } from '../../state/repair.ts';
import { useView } from '../../state/view.ts';
import { useAnnotations, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './choose-bar.module.css';

const words = repairTexts.choosing;

/** Whether the passage of one of this article's annotations is being selected. */
export function useIsChoosing(articleId: string): boolean {
  const choosingFor = useRepair((repair) => repair.choosingFor);
  return useAnnotations(articleId).some(({ id }) => id === choosingFor);
}

interface ChooseBarProps {
  readonly article: Article;
  readonly handle: ArticleHandle | null;
}

/** Asks for the passage of an annotation: Enter takes what is selected, Escape goes back to the list. */
export function ChooseBar({ article, handle }: ChooseBarProps) {
  const workspace = useWorkspace();
  const choosingFor = useRepair((repair) => repair.choosingFor) ?? '';
  const selection = useView((view) => view.selection);
  const annotation = workspace.annotations.get(choosingFor);
  useCaretNear(choosingFor, article, handle);
  useKeys(article, handle);
  if (!annotation) return null;
  return (
    <section className={styles.bar} aria-label={words.label}>
      <TextSelect size={17} aria-hidden="true" />
      <p className={styles.ask} role="status">
        {words.ask(chosenPassage(annotation).quote.exact)}
      </p>
      <Button
        variant="primary"
        isDisabled={!selection}
        preventFocusOnPress
        onPress={() => void takePassage(workspace, article, selection)}
      >
        {words.use}
      </Button>
      <Button onPress={cancelChoosing}>
        {words.cancel} <kbd>Esc</kbd>
      </Button>
    </section>
  );
}

/** Enter and Escape, wherever one is not writing. */
function useKeys(article: Article, handle: ArticleHandle | null): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.matches('input, textarea');
      if (isWriting || useView.getState().dialog) return;
      const isInArticle = handle?.root.contains(event.target as Node | null);
      const key = keyOf(event);
      if (key === 'escape') cancelChoosing();
      // Elsewhere Enter presses what has the focus.
      else if (key === 'enter' && (isInArticle || event.target === document.body))
        void takePassage(workspace, article, handle?.selectedPassage());
      else return;
      event.preventDefault();
    };
    // Before the window's own keys, to which Escape means something else.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [workspace, article, handle]);
}

/** Puts the caret near to where the passage was, so that it can be selected with keys at once. */
function useCaretNear(annotationId: string, article: Article, handle: ArticleHandle | null): void {
  const { annotations } = useWorkspace();
  useEffect(() => {
    const annotation = annotations.get(annotationId);
    if (!annotation || !handle) return;
    const { start, end } = annotation.position;
    // What is selected is what was found, which may be all but right.
    if (hasPlace(annotation)) handle.select({ start, end });
    else handle.placeCaret(likeliestPlace(annotation, article)?.position.start ?? start);
  }, [annotations, annotationId, article, handle]);
}
