import { useDeferredValue, useMemo, useState } from 'react';
import { foldText } from '../../../domain/text/fold.ts';
import type { TrashEntry } from '../../../domain/trash/trash.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import styles from './history.module.css';
import { TrashRow } from './trash-row.tsx';

const words = historyTexts.trash;

/** How many rows are shown before more are asked for. */
const PAGE = 100;

/** From how many on one cannot see at a glance what there is. */
const MANY = 8;

interface TrashListProps {
  readonly entries: readonly TrashEntry[];
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** Is told what else is listed, to find the next. */
  readonly onRestore: (entry: TrashEntry, shown: readonly TrashEntry[]) => void;
  readonly onAsk: (asked: TrashEntry | 'all') => void;
}

/** A page of what was deleted last, and a field to find what was deleted long ago. */
export function TrashList({ entries, query, onSearch, onRestore, onAsk }: TrashListProps) {
  const [limit, setLimit] = useState(PAGE);
  const found = useFound(entries, query);
  const shown = found.slice(0, limit);
  const left = found.length - shown.length;
  return (
    <>
      <div className={styles.head}>
        {entries.length > MANY || query !== '' ? (
          <TextField label={words.filter} value={query} onChange={onSearch} />
        ) : (
          <span className={styles.count}>{words.count(entries.length)}</span>
        )}
        <span data-empty>
          <Button variant="danger" onPress={() => onAsk('all')}>
            {words.emptyTrash}
          </Button>
        </span>
      </div>
      {found.length === 0 && <p className={styles.none}>{words.noneFound}</p>}
      <ul className={styles.list} aria-label={words.list}>
        {shown.map((entry) => (
          <li key={entry.id} className={styles.row} data-row={entry.id}>
            <TrashRow
              entry={entry}
              onRestore={() => onRestore(entry, shown)}
              onPurge={() => onAsk(entry)}
            />
          </li>
        ))}
      </ul>
      {left > 0 && <Button onPress={() => setLimit(limit + PAGE)}>{words.more(left)}</Button>}
    </>
  );
}

const folded = (text: string) => foldText(text, { exactTones: false, iForY: false }).text;

/** Those entries that hold every word of the query, whatever their tone marks. */
function useFound(entries: readonly TrashEntry[], query: string): readonly TrashEntry[] {
  const wanted = useDeferredValue(query);
  const isAsked = wanted.trim() !== '';
  // Folded once, and not before anything is looked for: there may be thousands.
  const texts = useMemo(
    () => (isAsked ? entries.map((entry) => folded(textOf(entry))) : []),
    [entries, isAsked],
  );
  return useMemo(() => {
    const all = folded(wanted).split(/\s+/u).filter(Boolean);
    if (all.length === 0) return entries;
    return entries.filter((_, place) => all.every((word) => texts[place]?.includes(word)));
  }, [entries, texts, wanted]);
}

function textOf(entry: TrashEntry): string {
  switch (entry.table) {
    case 'tags':
      return `${entry.row.name}\n${entry.row.description}`;
    case 'briefs':
      return `${entry.row.title}\n${entry.row.introduction}`;
    case 'annotations':
      return [entry.row.quote.exact, entry.row.note, entry.row.translation?.text].join('\n');
  }
}
