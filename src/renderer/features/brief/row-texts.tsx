import { useMemo } from 'react';
import type { OutlineRow } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { remarkField } from '../../state/brief-fields.ts';
import { checkTranslation, showPassage } from '../../state/briefs.ts';
import { translationOf } from '../../state/text-fields.ts';
import { useAllAnnotations, useTyped, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import styles from './order-tab.module.css';
import { subjectName } from './subject-name.ts';
import { TypedField } from './typed-field.tsx';

interface RowTextsProps {
  readonly desk: BriefDesk;
  readonly chosen: OutlineRow | undefined;
}

/** What is said of the chosen section, or what the chosen passage says in the readers' language. */
export function RowTexts({ desk, chosen }: RowTextsProps) {
  if (!chosen) {
    return (
      <section className={styles.texts} aria-label={words.rowTexts}>
        <p className={styles.hint}>{words.chooseRow}</p>
      </section>
    );
  }
  return (
    <section key={chosen.id} className={styles.texts} aria-label={words.rowTexts}>
      {chosen.kind === 'section' ? (
        <SectionTexts desk={desk} row={chosen} />
      ) : (
        <PassageTexts row={chosen} />
      )}
    </section>
  );
}

function SectionTexts({ desk, row }: { desk: BriefDesk; row: OutlineRow & { kind: 'section' } }) {
  const { id, remarks } = desk.brief;
  const isArticle = row.section.subject.by === 'article';
  return (
    <>
      <p className={styles.textsTitle} data-section {...(isArticle && { lang: 'vi' })}>
        {subjectName(row.section.subject)}
      </p>
      <TypedField
        field={remarkField(id, row.id)}
        saved={remarks[row.id] ?? ''}
        label={words.remark}
        hint={words.remarkHint}
        multiline
      />
    </>
  );
}

function PassageTexts({ row }: { row: OutlineRow & { kind: 'passage' } }) {
  const workspace = useWorkspace();
  const { annotationId, quote } = row.passage;
  const field = useMemo(() => translationOf(annotationId), [annotationId]);
  // As it is: the brief is composed a moment later, and the field would fall back to what was.
  const annotation = useAllAnnotations().get(annotationId);
  const { translation, note = '', isNotePrivate = false } = annotation ?? {};
  const saved = translation?.text ?? '';
  // What is being typed has not been compared yet, and can be as soon as there is anything.
  const typed = useTyped(field, saved);
  const check = (checked: boolean) => void checkTranslation(workspace, annotationId, checked);
  return (
    <>
      <p className={styles.textsTitle} lang="vi">
        {quote}
      </p>
      <TypedField
        field={field}
        saved={saved}
        label={words.translation}
        hint={words.translationHint}
        multiline
      />
      <div className={styles.textsFoot}>
        <Checkbox
          isSelected={typed === saved && (translation?.checked ?? false)}
          isDisabled={typed.trim() === ''}
          onChange={check}
        >
          <span title={words.checkedHint}>{words.checked}</span>
        </Checkbox>
        <Button variant="quiet" onPress={() => void showPassage(workspace, annotationId)}>
          {words.showInArticle}
        </Button>
      </div>
      {note !== '' && <Note note={note} isPrivate={isNotePrivate} />}
    </>
  );
}

function Note({ note, isPrivate }: { note: string; isPrivate: boolean }) {
  return (
    <div>
      <span className={styles.noteLabel}>{isPrivate ? words.privateNote : words.note}</span>
      <p className={styles.note}>{note}</p>
    </div>
  );
}
