import { useState } from 'react';
import type { MergeItem, MergePlan } from '../../../domain/backup/plan.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { TableRow } from '../../../shared/journal.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './backup.module.css';
import { Item } from './item.tsx';

/** How many are listed before more are asked for. */
const PAGE = 50;

interface ItemsProps {
  readonly kind: MergeItem['kind'];
  readonly plan: MergePlan;
  /** Our rows as they are: annotations speak of tags that do not change. */
  readonly rows: readonly TableRow[];
}

/** What a backup would change in one way, to be unfolded. */
export function Items({ kind, plan, rows }: ItemsProps) {
  const [limit, setLimit] = useState(PAGE);
  const items = plan.items.filter((item) => item.kind === kind);
  if (items.length === 0) return null;
  const left = items.length - limit;
  const tags = tagsAfter(plan, rows);
  return (
    // Conflicts are few, and what one most wants to see.
    <details className={styles.group} open={kind === 'conflicting'}>
      <summary className={styles.groupTitle}>{words.group(kind, items.length)}</summary>
      <p className={styles.quiet}>{words.kindHints[kind]}</p>
      <ul className={styles.items}>
        {items.slice(0, limit).map((item) => (
          <Item key={`${item.table}/${item.key}`} item={item} tags={tags} />
        ))}
      </ul>
      {left > 0 && <Button onPress={() => setLimit(limit + PAGE)}>{words.more(left)}</Button>}
    </details>
  );
}

/** The tags by id: ours, and those that come. */
function tagsAfter(plan: MergePlan, rows: readonly TableRow[]): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  for (const { table, key, row } of rows) {
    if (table === 'tags') tags.set(key, row as unknown as Tag);
  }
  for (const { table, key, after } of plan.effects) {
    if (table === 'tags' && after) tags.set(key, after);
  }
  return tags;
}
