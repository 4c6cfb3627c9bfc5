import { History, Lock, LockOpen, Trash2 } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { PressEvent } from 'react-aria-components';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { historyTexts, texts } from '../../../shared/texts/texts.ts';
import { deleteAnnotation, switchPrivateNote, switchTag } from '../../state/annotate.ts';
import { openHistory } from '../../state/history.ts';
import { openAnnotation } from '../../state/navigate.ts';
import { useReading } from '../../state/reading.ts';
import { noteOf } from '../../state/text-fields.ts';
import { updateView, useView } from '../../state/view.ts';
import { useCodebook, useNote, useWorkspace } from '../../state/workspace-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { TagToggle } from '../../ui/tag-toggle.tsx';
import { AnchorState } from './anchor-state.tsx';
import styles from './annotation-card.module.css';
import { CopyMenu } from './copy-menu.tsx';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly isActive: boolean;
}

/** One annotation in the margin: what it quotes, its tags, its note. The active one shows all there is to do. */
export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, isActive } = props;
  const workspace = useWorkspace();
  const { id, quote } = annotation;
  const activate = () => {
    if (useView.getState().activeId !== id) updateView({ activeId: id });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus does it for the keyboard
    <article
      className={styles.card}
      data-active={isActive || undefined}
      onClick={activate}
      // By mouse the click does it: unfolding at the press would move what is being pressed.
      onFocus={(event) => event.target.matches(':focus-visible') && activate()}
    >
      <AnchorState annotation={annotation} isActive={isActive} />
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
      {annotation.isNotePrivate && (
        <p className={styles.private} title={texts.annotations.privateNoteHint}>
          <Lock size={13} aria-hidden="true" />
          {texts.annotations.privateNote}
        </p>
      )}
      <div className={styles.foot}>
        <NoteField annotation={annotation} />
        <CardTools annotation={annotation} isActive={isActive} />
      </div>
    </article>
  );
});

/** What can be done with the annotation; on a card that is not active, only deleting. */
function CardTools({ annotation, isActive }: AnnotationCardProps) {
  const workspace = useWorkspace();
  const { id } = annotation;
  const deleteCard = (event: PressEvent) => {
    const beside = buttonBeside(event.target.closest('li'));
    void deleteAnnotation(workspace, id).then(() => {
      if (beside) beside.focus();
      else useReading.getState().surface?.focus();
    });
  };
  return (
    <span className={styles.tools}>
      {isActive && (
        <>
          <PrivateToggle annotation={annotation} />
          <CopyMenu annotations={() => [annotation]} label={texts.copy.label} />
          <IconButton
            icon={History}
            label={historyTexts.versions.open}
            onPress={() => openHistory(id)}
          />
        </>
      )}
      <IconButton icon={Trash2} label={texts.annotations.delete} keys="Del" onPress={deleteCard} />
    </span>
  );
}

/** Keeps the note out of briefs and exported files, or lets it in again. */
function PrivateToggle({ annotation }: Pick<AnnotationCardProps, 'annotation'>) {
  const workspace = useWorkspace();
  const { id, isNotePrivate = false } = annotation;
  return (
    <IconButton
      icon={isNotePrivate ? Lock : LockOpen}
      label={texts.annotations.privateNote}
      keys="P"
      isPressed={isNotePrivate}
      onPress={() => void switchPrivateNote(workspace, id)}
    />
  );
}

/** Where the focus goes when a card goes: to the quote on the next one, or on the last. */
function buttonBeside(item: Element | null): HTMLElement | null {
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return beside?.querySelector('button') ?? null;
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
            onToggle={() => void switchTag(workspace, annotation.id, tag.id)}
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
  const { id } = annotation;
  const { drafts } = useWorkspace();
  const note = useNote(annotation);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useWantedFocus(id, field);
  return (
    <textarea
      ref={field}
      className={styles.note}
      data-note-of={id}
      aria-label={texts.annotations.note}
      placeholder={texts.annotations.notePlaceholder}
      rows={1}
      // Saving composes the letters; under the caret they stay as they were typed, or it would jump.
      value={typed.normalize('NFC') === note ? typed : note}
      onChange={(event) => {
        setTyped(event.target.value);
        drafts.type(noteOf(id), event.target.value);
      }}
      onBlur={() => {
        setTyped('');
        void drafts.finish();
      }}
    />
  );
}

/** Takes the focus when the key for a note asked for it, with what was typed since. */
function useWantedFocus(id: string, field: RefObject<HTMLTextAreaElement | null>): void {
  const workspace = useWorkspace();
  const wantsFocus = useView((view) => view.noteFocus === id);
  useEffect(() => {
    if (!wantsFocus) return;
    const { typedAhead } = useView.getState();
    field.current?.focus({ preventScroll: true });
    updateView({ noteFocus: undefined, typedAhead: undefined });
    const note = workspace.annotations.get(id)?.note ?? '';
    if (typedAhead) workspace.drafts.type(noteOf(id), note + typedAhead);
  }, [wantsFocus, id, field, workspace]);
}
