import { useMemo } from 'react';

import type { OutlineRow } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { remarkField } from '../../state/brief-fields.ts';
import { checkTranslation, showPassage } from '../../state/briefs.ts';
import { translationOf } from '../../state/text-fields.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
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
  const { annotationId, quote, note, translation } = row.passage;
  const field = useMemo(() => translationOf(annotationId), [annotationId]);
  return (
    <>
      <div className={styles.textsHead}>
        <p className={styles.textsTitle} lang="vi">
          {quote}
        </p>
        <Button variant="quiet" onPress={() => void showPassage(workspace, annotationId)}>
          {words.showInArticle}
        </Button>
      </div>
      <div className={styles.translation}>
        <TypedField
          field={field}
          saved={translation?.text ?? ''}
          label={words.translation}
          hint={words.translationHint}
          multiline
        />
        <CheckedBox annotationId={annotationId} isChecked={translation?.checked} />
      </div>
      {note !== '' && (
        <div className={styles.translation}>
          <span className={styles.label}>{words.note}</span>
          <p className={styles.note}>{note}</p>
        </div>
      )}
    </>
  );
}

/** @param isChecked `undefined` where there is no translation */
function CheckedBox(props: { annotationId: string; isChecked: boolean | undefined }) {
  const { annotationId, isChecked } = props;
  const workspace = useWorkspace();
  const check = (checked: boolean) => void checkTranslation(workspace, annotationId, checked);
  return (
    <div>
      <Checkbox
        isSelected={isChecked ?? false}
        isDisabled={isChecked === undefined}
        onChange={check}
      >
        <span title={words.checkedHint}>{words.checked}</span>
      </Checkbox>
    </div>
  );
}
