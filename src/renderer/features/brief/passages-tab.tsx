import type { BriefDesk } from '../../state/brief.ts';
import { ArticleChoices } from './article-choices.tsx';
import styles from './choices.module.css';
import { DayChoices } from './day-choices.tsx';
import { TagChoices } from './tag-choices.tsx';

/** Which passages go into the brief. */
export function PassagesTab({ desk }: { desk: BriefDesk }) {
  return (
    <div className={styles.choices}>
      <TagChoices desk={desk} />
      <ArticleChoices desk={desk} />
      <DayChoices desk={desk} />
    </div>
  );
}
