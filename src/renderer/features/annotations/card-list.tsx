import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { useView } from '../../state/view.ts';
import { AnnotationCard } from './annotation-card.tsx';
import styles from './annotations-panel.module.css';

/** Cards one below the other, where there is no article beside them to stand level with. */
export function CardList({ annotations }: { annotations: readonly Annotation[] }) {
  const activeId = useView((view) => view.activeId);
  return (
    <ul className={styles.list}>
      {annotations.map((annotation) => (
        <li key={annotation.id}>
          <AnnotationCard annotation={annotation} isActive={annotation.id === activeId} />
        </li>
      ))}
    </ul>
  );
}
