import { type Head, sameHead } from './head.ts';

/**
 * How the journal and the database come to agree. The journal is the truth and the database a copy of it; only
 * what the database took in and the journal did not get to hear of goes the other way.
 *
 * - `agree`: there is nothing to do;
 * - `begin`: both are new;
 * - `hand-over`: there is no journal, so it is written from the database;
 * - `append`: the journal hears of the changes after its last;
 * - `rebuild`: the database is made anew from the journal.
 */
export type Reconciliation = 'agree' | 'begin' | 'hand-over' | 'append' | 'rebuild';

/**
 * @param journal where it stands; `null` when there is none.
 * @param database where it stands; `undefined` when it is empty or cannot be read.
 */
export function planReconciliation(
  journal: Head | null,
  database: Head | undefined,
): Reconciliation {
  if (!database) return journal ? 'rebuild' : 'begin';
  if (!journal) return 'hand-over';
  if (sameHead(journal, database)) return 'agree';
  return database.seq > journal.seq ? 'append' : 'rebuild';
}
