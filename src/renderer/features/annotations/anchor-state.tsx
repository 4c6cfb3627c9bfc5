import { FileQuestion, StickyNote } from 'lucide-react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { hasPlace, isNoteOnly, needsRepair } from '../../../domain/annotation/reanchor.ts';
import { repairTexts, texts } from '../../../shared/texts/texts.ts';
import { useReading } from '../../state/reading.ts';
import { choosePassage, openRepair } from '../../state/repair.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './anchor-state.module.css';

const words = repairTexts.card;

interface AnchorStateProps {
  readonly annotation: Annotation;
  readonly isActive: boolean;
}

/** What became of the passage, where it is not simply in its place, and the way to mend it. */
export function AnchorState({ annotation, isActive }: AnchorStateProps) {
  const workspace = useWorkspace();
  const { id, anchor } = annotation;
  const isLost = useReading((reading) => reading.lost.has(id));
  const select = () => void choosePassage(workspace, id);
  if (anchor && needsRepair(annotation)) {
    return (
      <p className={styles.state} data-lost={hasPlace(annotation) ? undefined : ''}>
        <FileQuestion size={15} aria-hidden="true" />
        <span className={styles.words}>{words[anchor.state]}</span>
        <Button onPress={() => openRepair(id)}>{words.repair}</Button>
      </p>
    );
  }
  if (isNoteOnly(annotation)) {
    return (
      <p className={styles.state}>
        <StickyNote size={15} aria-hidden="true" />
        <span className={styles.words}>{words.note}</span>
        {isActive && <Button onPress={select}>{repairTexts.select}</Button>}
      </p>
    );
  }
  if (!isLost) return null;
  return (
    <p className={styles.state} data-lost>
      <FileQuestion size={15} aria-hidden="true" />
      <span className={styles.words}>{texts.annotations.lost}</span>
      {isActive && <Button onPress={select}>{repairTexts.select}</Button>}
    </p>
  );
}
