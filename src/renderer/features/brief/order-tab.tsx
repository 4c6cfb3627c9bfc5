import { useMemo } from 'react';
import { type OutlineRow, outlineOf } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { type BriefDesk, useWhole } from '../../state/brief.ts';
import { updateBuilder, useBuilder } from '../../state/builder.ts';
import styles from './order-tab.module.css';
import { OrderTools } from './order-tools.tsx';
import { OutlineList } from './outline-list.tsx';
import { RowTexts } from './row-texts.tsx';
import { whyEmpty } from './why-empty.ts';

/** The order of sections and passages, what is left out, and what is said around them. */
export function OrderTab({ desk }: { desk: BriefDesk }) {
  const whole = useWhole(desk);
  const rowId = useBuilder((builder) => builder.rowId);
  const closed = useBuilder((builder) => builder.closed);
  const { leftOut } = desk.brief.choice;
  const rows = useMemo(
    () => (whole ? outlineOf(whole, new Set(leftOut), closed) : []),
    [whole, leftOut, closed],
  );
  const chosen = rows.find(({ id }) => id === rowId);
  if (!whole) return <p className={styles.quiet}>{words.gathering}</p>;
  if (rows.length === 0) {
    const why = desk.totals.total === 0 ? words.noHighlightsHint : whyEmpty(desk);
    return <p className={styles.quiet}>{why}</p>;
  }
  const choose = (row: OutlineRow) => updateBuilder({ rowId: row.id });
  return (
    <div className={styles.order}>
      <OrderTools desk={desk} whole={whole} chosen={chosen} />
      <OutlineList desk={desk} whole={whole} rows={rows} chosen={chosen} onChoose={choose} />
      <RowTexts desk={desk} chosen={chosen} />
    </div>
  );
}
