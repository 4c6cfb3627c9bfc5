import { useState } from 'react';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import styles from './codebook.module.css';
import { ColourField } from './colour-field.tsx';
import { DeleteStep } from './delete-step.tsx';
import { DescriptionField } from './description-field.tsx';
import type { Gone } from './gone.ts';
import { KeyField } from './key-field.tsx';
import { MergeStep } from './merge-step.tsx';
import { NameField } from './name-field.tsx';
import { type Step, TagActions } from './tag-actions.tsx';

interface TagDetailsProps {
  readonly tag: Tag;
  /** How many annotations have it. */
  readonly uses: number;
  readonly onGone: (gone: Gone) => void;
}

/** Everything about one tag. Merging and deleting ask first, in the place of the fields. */
export function TagDetails({ tag, uses, onGone }: TagDetailsProps) {
  const [step, setStep] = useState<Step>();
  // Where the focus returns to when a step was cancelled.
  const [returned, setReturned] = useState<Step>();
  const cancel = () => {
    setReturned(step);
    setStep(undefined);
  };
  if (step === 'merge') {
    return <MergeStep tag={tag} uses={uses} onCancel={cancel} onGone={onGone} />;
  }
  if (step === 'delete') {
    return <DeleteStep tag={tag} uses={uses} onCancel={cancel} onGone={onGone} />;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would show the name twice
    <div className={styles.details} role="group" aria-label={tag.name}>
      <NameField tag={tag} />
      <DescriptionField tag={tag} />
      <ColourField tag={tag} />
      <div className={styles.line}>
        <KeyField tag={tag} />
        <span className={styles.uses}>{words.uses(uses)}</span>
      </div>
      <TagActions tag={tag} focuses={returned} onStep={setStep} />
    </div>
  );
}
