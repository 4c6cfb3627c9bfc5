import { useRef } from 'react';
import { DropIndicator, type Key, useDragAndDrop } from 'react-aria-components';
import type { Brief } from '../../../domain/brief/brief.ts';
import { dropOf, type Moved, type OutlineRow } from '../../../domain/brief/outline.ts';
import { moveInBrief } from '../../state/arrange-brief.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import styles from './order-tab.module.css';

/** Moving rows by drag: with the pointer, and with keys from their handles. */
export function useOutlineDrag(briefId: string, whole: Brief, rows: readonly OutlineRow[]) {
  const workspace = useWorkspace();
  const dragged = useRef<Key>(undefined);
  const byId = (key: Key | undefined) => rows.find(({ id }) => id === key);
  const moved = (target: Key, position: string): Moved | undefined => {
    const [from, to] = [byId(dragged.current), byId(target)];
    if (!from || !to || (position !== 'before' && position !== 'after')) return undefined;
    return dropOf(whole, from, to, position);
  };
  return useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const row = byId(key);
        return { 'text/plain': row?.kind === 'passage' ? row.passage.quote : String(key) };
      }),
    onDragStart: ({ keys }) => {
      [dragged.current] = keys;
    },
    onDragEnd: () => {
      dragged.current = undefined;
    },
    getDropOperation: (target) =>
      target.type === 'item' && moved(target.key, target.dropPosition) ? 'move' : 'cancel',
    onReorder: ({ target }) => {
      const done = moved(target.key, target.dropPosition);
      if (done) void moveInBrief(workspace, briefId, done);
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={styles.indicator ?? ''} />
    ),
  });
}
