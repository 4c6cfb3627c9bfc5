import type { BackupFile } from '../../../shared/backup.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';

/** What is wrong with a backup, sentence by sentence; none when nothing is. */
export function describeDamage({ header, rows, faults }: BackupFile): {
  readonly isDamaged: boolean;
  readonly sentences: readonly string[];
} {
  const has = (kind: string) => faults.some((fault) => fault.kind === kind);
  const damaged = faults.flatMap((fault) => (fault.kind === 'line' ? [fault.line] : []));
  const unknown = faults.flatMap((fault) => (fault.kind === 'unknown' ? [fault.table ?? ''] : []));
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
    ...(unknown.length > 0 ? [words.unknownLines(countEach(unknown))] : []),
  ];
  return { isDamaged, sentences };
}

/** How often each stands in a list, in the order in which they come first. */
function countEach(names: readonly string[]): (readonly [name: string, count: number])[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]);
}

/** How many rows of each table were written, and are not there. */
function missing(counts: Readonly<Record<string, number>>, rows: BackupFile['rows']) {
  return Object.entries(counts).flatMap(([table, written]) => {
    const read = rows.filter((row) => row.table === table).length;
    return read < written ? [[table, written - read, written] as const] : [];
  });
}
