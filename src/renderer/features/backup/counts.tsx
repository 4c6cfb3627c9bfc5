import type { MergePlan } from '../../../domain/backup/plan.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';
import styles from './backup.module.css';

const KINDS = ['new', 'changed', 'conflicting', 'kept'] as const;
const NAMES = { ...words.kinds, kept: words.kept };

/** How many rows of each kind the backup brings, and what becomes of them. */
export function Counts({ counts }: Pick<MergePlan, 'counts'>) {
  const rows = Object.entries(counts).filter(([, of]) => KINDS.some((kind) => of[kind] > 0));
  return (
    <table className={styles.counts} aria-label={words.summary}>
      <thead>
        <tr>
          <td />
          {KINDS.map((kind) => (
            <th key={kind} scope="col">
              {NAMES[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([table, of]) => (
          <tr key={table}>
            <th scope="row">{words.tables[table] ?? table}</th>
            {KINDS.map((kind) => (
              <td key={kind} data-zero={of[kind] === 0 || undefined}>
                {of[kind].toLocaleString('en')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
