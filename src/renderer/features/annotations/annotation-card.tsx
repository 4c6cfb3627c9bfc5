import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { deleteAnnotation, switchTag } from '../../state/annotate.ts';
import { openAnnotation } from '../../state/navigate.ts';
import { updateView, useView } from '../../state/view.ts';
import { useCodebook, useNote, useWorkspace } from '../../state/workspace-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { TagToggle } from '../../ui/tag-toggle.tsx';
import styles from './annotation-card.module.css';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly isActive: boolean;
}

/** One annotation in the margin: what it quotes, its tags, its note. The active one shows all there is to do. */
export function AnnotationCard({ annotation, isActive }: AnnotationCardProps) {
  const workspace = useWorkspace();
  const { id, quote } = annotation;
  const activate = () => {
    if (useView.getState().activeId !== id) updateView({ activeId: id });
  };
  return (
    <article className={styles.card} data-active={isActive || undefined} onFocus={activate}>
      <blockquote className={styles.quote} lang="vi">
        <button
          type="button"
          className={styles.goTo}
          title={texts.annotations.goTo}
          onClick={() => void openAnnotation(workspace, id)}
        >
          {quote.exact}
        </button>
      </blockquote>
      <CardTags annotation={annotation} isActive={isActive} />
      <div className={styles.foot}>
        <NoteField annotation={annotation} />
        <span className={styles.delete}>
          <IconButton
            icon={Trash2}
            label={texts.annotations.delete}
            keys="Del"
            onPress={() => void deleteAnnotation(workspace, id)}
          />
        </span>
      </div>
    </article>
  );
}

/** The annotation's tags; on the active card, every tag of the codebook to put on or take off. */
function CardTags({ annotation, isActive }: AnnotationCardProps) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  const has = (tagId: string) => annotation.tagIds.includes(tagId);
  if (isActive) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
      <div className={styles.tags} role="group" aria-label={texts.annotations.tags}>
        {codebook.map((tag) => (
          <TagToggle
            key={tag.id}
            tag={tag}
            isOn={has(tag.id)}
            onToggle={() =>
              void workspace.inTurn(() => switchTag(workspace, annotation.id, tag.id))
            }
          />
        ))}
      </div>
    );
  }
  return (
    <div className={styles.tags}>
      {codebook
        .filter(({ id }) => has(id))
        .map((tag) => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
        ))}
    </div>
  );
}

/** The note, saved as it is typed. */
function NoteField({ annotation }: { annotation: Annotation }) {
  const { drafts } = useWorkspace();
  const note = useNote(annotation);
  const field = useRef<HTMLTextAreaElement>(null);
  const wantsFocus = useView((view) => view.noteFocus === annotation.id);
  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus({ preventScroll: true });
    updateView({ noteFocus: undefined });
  }, [wantsFocus]);
  return (
    <textarea
      ref={field}
      className={styles.note}
      aria-label={texts.annotations.note}
      placeholder={texts.annotations.notePlaceholder}
      rows={1}
      value={note}
      onChange={(event) => drafts.type(annotation.id, event.target.value)}
      onBlur={() => void drafts.finish()}
    />
  );
}
