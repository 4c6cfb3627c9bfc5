import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { chooseDays } from '../../state/brief-choice.ts';
import { editBrief } from '../../state/briefs.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { ChoiceGroup } from './choice.tsx';
import styles from './choices.module.css';

/** Between which days the articles appeared. */
export function DayChoices({ desk }: { desk: BriefDesk }) {
  const workspace = useWorkspace();
  const { id, choice } = desk.brief;
  const { from, to } = choice;
  const choose = (days: Parameters<typeof chooseDays>[0]) =>
    void editBrief(workspace, id, chooseDays(days));
  const isEmpty = from !== undefined && to !== undefined && from > to;
  return (
    <ChoiceGroup label={words.days}>
      <div className={styles.days}>
        <DayField
          label={words.from}
          value={from}
          clearLabel={words.clearDay.from}
          notADay={words.notADay}
          onChange={(day) => choose({ from: day })}
        />
        <DayField
          label={words.to}
          value={to}
          clearLabel={words.clearDay.to}
          notADay={words.notADay}
          onChange={(day) => choose({ to: day })}
        />
      </div>
      {isEmpty && (
        <p role="note" className={styles.wrong}>
          {words.emptyRange}
        </p>
      )}
    </ChoiceGroup>
  );
}
