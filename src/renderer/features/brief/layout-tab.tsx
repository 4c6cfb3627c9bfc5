import { useId } from 'react';
import { groupingOf } from '../../../domain/brief/compose-brief.ts';
import {
  withDialect,
  withGrouping,
  withPrinting,
  withShows,
  withTemplate,
} from '../../../domain/brief/edit-brief.ts';
import {
  DIALECTS,
  GROUPINGS,
  PRINTINGS,
  SHOWABLE,
  showsOf,
  TEMPLATES,
} from '../../../domain/brief/saved-brief.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { introductionField } from '../../state/brief-fields.ts';
import { editBrief } from '../../state/briefs.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Checkbox, Select } from '../../ui/fields.tsx';
import styles from './layout-tab.module.css';
import { TypedField } from './typed-field.tsx';

const options = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
) => values.map((value) => ({ value, name: names[value] }));

/** How the brief is laid out, and what it begins with. */
export function LayoutTab({ desk: { brief } }: { desk: BriefDesk }) {
  return (
    <div className={styles.layout}>
      <Settings brief={brief} />
      <TypedField
        field={introductionField(brief.id)}
        saved={brief.introduction}
        label={words.introduction}
        hint={words.introductionHint}
        multiline
      />
    </div>
  );
}

interface ShownFactsProps extends Pick<BriefDesk, 'brief'> {
  readonly edit: (change: Parameters<typeof editBrief>[2]) => void;
}

/** What the brief says of its passages. */
function ShownFacts({ brief, edit }: ShownFactsProps) {
  const labelId = useId();
  const shows = showsOf(brief.arrangement);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column
    <div role="group" aria-labelledby={labelId} className={styles.setting}>
      <span id={labelId} className={styles.label}>
        {words.shows}
      </span>
      {SHOWABLE.map((name) => (
        <Checkbox
          key={name}
          isSelected={shows[name]}
          onChange={(isShown) => edit((row) => withShows(row, { [name]: isShown }))}
        >
          {words.showNames[name]}
        </Checkbox>
      ))}
    </div>
  );
}

function Settings({ brief }: Pick<BriefDesk, 'brief'>) {
  const workspace = useWorkspace();
  const { template } = brief.arrangement;
  const edit = (change: Parameters<typeof editBrief>[2]) =>
    void editBrief(workspace, brief.id, change);
  return (
    <>
      <div className={styles.setting}>
        <Select
          label={words.template}
          value={template}
          options={options(TEMPLATES, words.templates)}
          onChange={(chosen) => edit((row) => withTemplate(row, chosen))}
          showsLabel
        />
        <p className={styles.hint}>{words.templateHints[template]}</p>
      </div>
      <div className={styles.setting}>
        <Select
          label={words.groupBy}
          value={groupingOf(brief)}
          options={options(GROUPINGS, words.groupings)}
          onChange={(chosen) => edit((row) => withGrouping(row, chosen))}
          isDisabled={template === 'digest'}
          showsLabel
        />
        {template === 'digest' && <p className={styles.hint}>{words.digestGroups}</p>}
      </div>
      <ShownFacts brief={brief} edit={edit} />
      <div className={styles.setting}>
        <Select
          label={words.printing}
          value={groupingOf(brief) === 'tag' ? (brief.arrangement.printing ?? 'each') : 'each'}
          options={options(PRINTINGS, words.printings)}
          onChange={(chosen) => edit((row) => withPrinting(row, chosen))}
          isDisabled={groupingOf(brief) !== 'tag'}
          showsLabel
        />
        <p className={styles.hint}>
          {groupingOf(brief) === 'tag' ? words.printingHint : words.printingElsewhere}
        </p>
      </div>
      <Select
        label={words.dialect}
        value={brief.dialect}
        options={options(DIALECTS, words.dialects)}
        onChange={(chosen) => edit((row) => withDialect(row, chosen))}
        showsLabel
      />
    </>
  );
}
