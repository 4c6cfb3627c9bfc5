import { type Head, sameHead } from '../../domain/change/head.ts';
import { failed, type Result } from '../../domain/result.ts';
import type { JournalProblem, TableRow } from '../../shared/journal.ts';
import type { Journal } from '../journal/journal.ts';

/** All rows, and where they stand. */
export interface AllRows {
  readonly head: Head;
  readonly rows: readonly TableRow[];
}

/** The app may remember something of its own while the rows are read: then they are read again. */
const TRIES = 5;

/**
 * All rows that the journal has. A journal that lacks some gives what it has, which is not enough here: what looks
 * like a backup must hold everything.
 * @param least where the window stood when it asked; the journal may have gone on since.
 * @returns `gap`: the journal does not hold all of the work
 */
export async function readAll(
  journal: Pick<Journal, 'append' | 'readRows'>,
  least: Head,
): Promise<Result<AllRows, JournalProblem>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // Nothing is added; this tells where the journal stands.
    const standing = await journal.append([]);
    if (!standing.ok) return standing;
    const isBehind =
      standing.value.seq < least.seq ||
      (standing.value.seq === least.seq && !sameHead(standing.value, least));
    if (isBehind) return failed(gap(standing.value, least));
    const read = await journal.readRows();
    if (!read.ok || sameHead(read.value.head, standing.value)) return read;
    if (read.value.head.seq === standing.value.seq) return failed(gap(read.value.head, least));
  }
  return failed({ kind: 'gap', system: 'it went on all the while' });
}

function gap(found: Head, wanted: Head): JournalProblem {
  const tell = ({ seq, digest }: Head) => `${seq}:${digest}`;
  return { kind: 'gap', system: `it holds ${tell(found)}, not ${tell(wanted)}` };
}
