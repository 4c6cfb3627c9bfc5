import { FileQuestion } from 'lucide-react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { hasPlace, needsRepair } from '../../../domain/annotation/reanchor.ts';
import { repairTexts } from '../../../shared/texts/texts.ts';
import { openRepair } from '../../state/repair.ts';
import { useAnnotations } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './annotations-panel.module.css';

const isUnplaced = (annotation: Annotation) => needsRepair(annotation) && !hasPlace(annotation);

/** Says at the head of the margin what cannot be seen in it: cards without a place stand below the article. */
export function Unplaced({ articleId }: { articleId: string }) {
  const unplaced = useAnnotations(articleId).filter(isUnplaced);
  const [first] = unplaced;
  if (!first) return null;
  return (
    <p className={styles.unplaced}>
      <FileQuestion size={15} aria-hidden="true" />
      <span className={styles.words}>{repairTexts.unplaced(unplaced.length)}</span>
      <Button onPress={() => openRepair(first.id)}>{repairTexts.card.repair}</Button>
    </p>
  );
}
