import type { BackupFile } from '../../../shared/backup.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';

/** How many rows are named that are not understood. */
const NAMED = 5;

/**
 * What is wrong with a backup, sentence by sentence; none when nothing is.
 * @param unreadable the keys of rows that are whole and not understood.
 */
export function describeDamage(
  { header, rows, faults }: BackupFile,
  unreadable: readonly string[],
): { readonly isDamaged: boolean; readonly sentences: readonly string[] } {
  const has = (kind: string) => faults.some((fault) => fault.kind === kind);
  const linesOf = (kind: 'line' | 'unknown') =>
    faults.flatMap((fault) => (fault.kind === kind && 'line' in fault ? [fault.line] : []));
  const [damaged, unknown] = [linesOf('line'), linesOf('unknown')];
  const lost = header ? missing(header.counts, rows) : [];
  const isDamaged = damaged.length > 0 || has('header') || has('end') || has('sum');
  const resaved = isDamaged ? words.resaved : words.resavedAndWhole;
  const sentences = [
    ...(has('resaved') ? [resaved] : []),
    ...(damaged.length > 0 ? [words.damagedLines(damaged)] : []),
    ...(has('header') ? [words.damagedHeader] : []),
    ...(has('end') ? [words.damagedEnd] : []),
    ...(has('sum') && damaged.length === 0 && !has('header') ? [words.damagedSum] : []),
    ...(isDamaged && lost.length > 0 ? [words.lost(lost)] : []),
    ...(isDamaged && rows.length > 0 ? [words.readableRest] : []),
    ...(unknown.length > 0 ? [words.unknownLines(unknown.length)] : []),
    ...(unreadable.length > 0
      ? [words.unreadable(unreadable.length, unreadable.slice(0, NAMED))]
      : []),
  ];
  return { isDamaged, sentences };
}

/** How many rows of each table were written, and are not there. */
function missing(counts: Readonly<Record<string, number>>, rows: BackupFile['rows']) {
  return Object.entries(counts).flatMap(([table, written]) => {
    const read = rows.filter((row) => row.table === table).length;
    return read < written ? [[table, written - read, written] as const] : [];
  });
}
