import { useId } from 'react';
import type { Translation } from '../../../domain/annotation/annotation.ts';
import type { BriefEdit } from '../../../domain/brief/brief-edits.ts';
import { changedPart } from '../../../domain/text/changed-part.ts';
import { importTexts } from '../../../shared/texts/texts.ts';
import { Checkbox } from '../../ui/fields.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { TextDiff } from '../../ui/text-diff.tsx';
import styles from './import.module.css';

const words = importTexts.brief;

interface EditRowProps {
  readonly edit: BriefEdit;
  /** Whether the brief says something else of the same elsewhere. */
  readonly isOneOfSeveral: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One thing that the brief says otherwise, beside the passage that it is about. */
export function EditRow({ edit, isOneOfSeveral, isChosen, onChoose }: EditRowProps) {
  const quoteId = useId();
  return (
    <>
      <blockquote id={quoteId} className={styles.quote} lang="vi">
        {edit.annotation.quote.exact}
      </blockquote>
      <Checkbox
        isSelected={isChosen}
        aria-label={words.take(words.fields[edit.field])}
        aria-describedby={quoteId}
        onChange={onChoose}
      >
        <span aria-hidden="true" className={styles.field}>
          {words.fields[edit.field]}
        </span>
      </Checkbox>
      <div className={styles.what}>
        <What edit={edit} />
        {isOneOfSeveral && <p className={styles.path}>{words.alternative}</p>}
      </div>
    </>
  );
}

function What({ edit }: { edit: BriefEdit }) {
  switch (edit.field) {
    case 'note':
      return <TextDiff change={changedPart(edit.annotation.note, edit.after)} labels={words} />;
    case 'translation':
      return <TranslationDiff before={edit.annotation.translation} after={edit.after} />;
    case 'tags':
      return <TagsDiff edit={edit} />;
  }
}

interface TranslationDiffProps {
  readonly before: Translation | undefined;
  readonly after: Translation | undefined;
}

function TranslationDiff({ before, after }: TranslationDiffProps) {
  const isOtherCheck = after !== undefined && (before?.checked ?? false) !== after.checked;
  return (
    <>
      {before?.text !== after?.text && (
        <TextDiff change={changedPart(before?.text ?? '', after?.text ?? '')} labels={words} />
      )}
      {isOtherCheck && (
        <p className={styles.path}>{after.checked ? words.checked : words.unchecked}</p>
      )}
    </>
  );
}

function TagsDiff({ edit }: { edit: Extract<BriefEdit, { readonly field: 'tags' }> }) {
  const { added, created, removed } = edit;
  return (
    <>
      {added.length + created.length > 0 && (
        <p className={styles.tags}>
          <span>{words.tagsAdded}</span>
          {added.map(({ id, name, colour }) => (
            <TagChip key={id} name={name} colour={colour} wraps />
          ))}
          {created.map((name) => (
            <span key={name}>
              {name} <span className={styles.path}>({words.tagCreated})</span>
            </span>
          ))}
        </p>
      )}
      {removed.length > 0 && (
        <p className={styles.tags}>
          <span>{words.tagsRemoved}</span>
          {removed.map(({ id, name, colour }) => (
            <TagChip key={id} name={name} colour={colour} wraps />
          ))}
        </p>
      )}
    </>
  );
}
