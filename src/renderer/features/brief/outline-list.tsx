import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { GridList } from 'react-aria-components';
import type { Brief } from '../../../domain/brief/brief.ts';
import { type OutlineRow, stepOf } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { moveInBrief } from '../../state/arrange-brief.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './order-tab.module.css';
import { entryOf, keptEntries, type OutlineEntry } from './outline-entry.ts';
import { OutlineItem } from './outline-item.tsx';
import { useOutlineDrag } from './use-outline-drag.tsx';

/** How many rows are listed before more are asked for. */
const PAGE = 50;

interface OutlineListProps {
  readonly desk: BriefDesk;
  /** The brief with nothing left out. */
  readonly whole: Brief;
  readonly rows: readonly OutlineRow[];
  readonly chosen: OutlineRow | undefined;
  readonly onChoose: (row: OutlineRow) => void;
}

/** Sections and passages, to be moved by drag and by key, and to be taken in or left out. */
export function OutlineList({ desk, whole, rows, chosen, onChoose }: OutlineListProps) {
  const [limit, setLimit] = useLimit(rows, chosen);
  const briefId = desk.brief.id;
  const shown = rows.slice(0, limit);
  const { dragAndDropHooks } = useOutlineDrag(briefId, whole, shown);
  const entries = useEntries(shown);
  const { container, refocus } = useKeptFocus(entries);
  useInView(container, chosen?.id);

  const moveByKey = useMoveByKey({ briefId, whole, rows, refocus });
  return (
    <div ref={container} className={styles.scroller} onKeyDownCapture={moveByKey}>
      <GridList
        aria-label={words.outline}
        className={styles.list ?? ''}
        items={entries}
        dependencies={[briefId]}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const [key] = keys;
          const row = rows.find(({ id }) => id === key);
          if (row) onChoose(row);
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(entry) => <OutlineItem entry={entry} briefId={briefId} />}
      </GridList>
      {rows.length > limit && (
        <div className={styles.more}>
          <Button onPress={() => setLimit(limit + PAGE)}>
            {words.moreRows(rows.length - limit)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** How many rows are listed: a row that is moved past the last one is not lost from view. */
function useLimit(rows: readonly OutlineRow[], chosen: OutlineRow | undefined) {
  const [limit, setLimit] = useState(PAGE);
  const chosenAt = rows.findIndex(({ id }) => id === chosen?.id);
  if (chosenAt >= limit && chosenAt < limit + PAGE) setLimit(limit + PAGE);
  return [limit, setLimit] as const;
}

interface MoveByKey extends Pick<OutlineListProps, 'whole' | 'rows'> {
  readonly briefId: string;
  /** Gives a row the focus again once it was moved. */
  readonly refocus: (rowId: string) => void;
}

/** Alt with the arrow keys moves the row that has the focus. */
function useMoveByKey({ briefId, whole, rows, refocus }: MoveByKey) {
  const workspace = useWorkspace();
  return (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const row = rowOf(event.target, rows);
    if (!row) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = stepOf(whole, row, event.key === 'ArrowUp' ? 'up' : 'down');
    if (!moved) return;
    refocus(row.id);
    void moveInBrief(workspace, briefId, moved);
  };
}

/** The row that holds an element. */
function rowOf(target: EventTarget, rows: readonly OutlineRow[]): OutlineRow | undefined {
  if (!(target instanceof Element)) return undefined;
  const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
  return rows.find(({ id }) => id === key);
}

/** What the rows show; the same entries as long as they show the same. */
function useEntries(rows: readonly OutlineRow[]): readonly OutlineEntry[] {
  const kept = useRef<readonly OutlineEntry[]>([]);
  kept.current = keptEntries(rows.map(entryOf), kept.current);
  return kept.current;
}

/** The texts of a chosen row take room from the list: the row is not to go out of view for it. */
function useInView(container: RefObject<HTMLElement | null>, rowId: string | undefined): void {
  useEffect(() => {
    if (rowId === undefined) return;
    elementOf(container.current, rowId)?.scrollIntoView({ block: 'nearest' });
  }, [container, rowId]);
}

function elementOf(container: HTMLElement | null, rowId: string): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-key="${CSS.escape(rowId)}"]`) ?? null;
}

/** Moving a row's element takes the focus from it: it gets it back once it stands where it was moved. */
function useKeptFocus(entries: readonly OutlineEntry[]) {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows stand anew
  useEffect(() => {
    if (wanted.current === undefined) return;
    elementOf(container.current, wanted.current)?.focus();
    wanted.current = undefined;
  }, [entries]);
  const refocus = (id: string) => {
    wanted.current = id;
  };
  return { container, refocus };
}
