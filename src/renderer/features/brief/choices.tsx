import { useId } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { chooseTag, chooseTitle, chooseUntagged } from '../../state/brief-choices.ts';
import { Checkbox, TextField } from '../../ui/fields.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import type { Tone } from '../../ui/tag-look.ts';
import styles from './choices.module.css';

/** What the main process takes for a title, with much room to spare. */
const TITLE_LIMIT = 300;

/** The brief's title, and which passages go into it. */
export function Choices({ desk }: { desk: BriefDesk }) {
  const { codebook, totals, typedTitle, selection } = desk;
  const groupId = useId();
  const isChosen = (id: string) => selection.tags.some((tag) => tag.id === id);
  return (
    <div className={styles.choices}>
      <TextField
        label={words.titleField}
        value={typedTitle ?? selection.defaultTitle}
        placeholder={selection.defaultTitle}
        maxLength={TITLE_LIMIT}
        onChange={chooseTitle}
        // An emptied title follows the tags again.
        onBlur={() => typedTitle?.trim() === '' && chooseTitle(undefined)}
        autoFocus
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column that scrolls */}
      <div role="group" aria-labelledby={groupId} className={styles.tags}>
        <span id={groupId} className={styles.label}>
          {words.tags}
        </span>
        {codebook.map(({ id, name, colour }) => (
          <Choice
            key={id}
            name={name}
            tone={colour}
            count={totals.byTag.get(id) ?? 0}
            isChosen={isChosen(id)}
            onChoose={(chosen) => chooseTag(id, chosen)}
          />
        ))}
        {totals.untagged > 0 && (
          <Choice
            name={words.untagged}
            tone="plain"
            count={totals.untagged}
            isChosen={selection.includeUntagged}
            onChoose={chooseUntagged}
          />
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly tone: Tone;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Choice({ name, tone, count, isChosen, onChoose }: ChoiceProps) {
  const countId = useId();
  return (
    <div className={styles.choice} data-empty={count === 0 || undefined}>
      <Checkbox isSelected={isChosen} onChange={onChoose} aria-describedby={countId}>
        <TagChip name={name} colour={tone} wraps />
      </Checkbox>
      <span className={styles.count}>
        <span aria-hidden="true">{count.toLocaleString('en')}</span>
        <span id={countId} hidden>
          {words.count(count)}
        </span>
      </span>
    </div>
  );
}
