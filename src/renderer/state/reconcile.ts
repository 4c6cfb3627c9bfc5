import type { Change } from '../../domain/change/change.ts';
import { digestOf } from '../../domain/change/digest.ts';
import { FIRST_HEAD, type Head, sameHead } from '../../domain/change/head.ts';
import { planReconciliation } from '../../domain/change/reconcile.ts';
import { ok, type Result } from '../../domain/result.ts';
import {
  CHUNK,
  type Finding,
  type JournalDamage,
  type JournalProblem,
  type JournalState,
  type TableRow,
  toJournal,
} from '../../shared/journal.ts';
import { readContents, readContentsAsTheyAre } from '../db/contents.ts';
import type { AnyDatabase, Database } from '../db/database.ts';
import { readHead, standing } from '../db/head.ts';
import { lastSeq, readChanges } from '../db/log-range.ts';
import { readAll } from '../db/open.ts';
import { fillLog, replaceContents } from '../db/rebuild.ts';
import type { AskJournal } from './journal.ts';

/** How database and journal stand after they were brought together: both at the same head. */
export interface Reconciled {
  readonly head: Head;
  readonly findings: readonly Finding[];
}

interface Secured {
  /** Where the journal stands now. */
  readonly head: Head;
  /** Where the database stands; `undefined` when it is empty. */
  readonly there: Head | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Has the journal hold all that the database holds, which may be one of an older version. Nothing is done to the
 * database.
 * @param journal as it was found when it was opened.
 * @param areRowsBad when the rows are known not to be what the database's head says.
 */
export async function secure(
  db: AnyDatabase,
  ask: AskJournal,
  journal: JournalState,
  areRowsBad = false,
): Promise<Result<Secured, JournalProblem>> {
  const mended = await mendJournal(db, ask, journal.damages);
  if (!mended.ok) return mended;
  const findings = mended.value;
  const there = await standing(db);
  const told = await tellJournal(db, ask, journal.head, there, areRowsBad);
  if (!told.ok) return told;
  if (told.value.isRewritten) findings.push({ kind: 'journal-rewritten' });
  return ok({ head: told.value.head, there, findings });
}

export interface ReconcileOptions {
  /** When the rows are known not to be what the database's head says. */
  readonly areRowsBad?: boolean;
  /** Is told how many changes have come back, and of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Brings the database and the journal together. Doing it again changes nothing; doing it after having been
 * killed in the middle ends where it would have ended.
 */
export async function reconcile(
  db: Database,
  ask: AskJournal,
  journal: JournalState,
  { areRowsBad = false, onProgress = () => undefined }: ReconcileOptions = {},
): Promise<Result<Reconciled, JournalProblem>> {
  const secured = await secure(db, ask, journal, areRowsBad);
  if (!secured.ok) return secured;
  const { head, there, findings } = secured.value;
  if (!areRowsBad && (await standsAt(db, head))) return ok({ head, findings });
  if (!there && head.seq === 0) {
    await replaceContents(db, [], head);
    return ok({ head, findings });
  }
  return rebuild(db, ask, head, findings, onProgress);
}

/** Whether a database says so itself, and its log ends there: else it could not be written to. */
async function standsAt(db: Database, head: Head): Promise<boolean> {
  const [says, last] = await Promise.all([readHead(db), lastSeq(db)]);
  return says !== undefined && sameHead(says, head) && last <= head.seq;
}

/**
 * Gives the journal what it has lost and the database still has.
 * @returns what the analyst shall know of it.
 */
export async function mendJournal(
  db: AnyDatabase,
  ask: AskJournal,
  damages: readonly JournalDamage[],
): Promise<Result<Finding[], JournalProblem>> {
  const findings: Finding[] = [];
  for (const { setAside, missing, isResaved = false } of damages) {
    let lost = 0;
    for (const [from, to] of missing) {
      const found = await mendRange(db, ask, from, to);
      if (!found.ok) return found;
      lost += to - from + 1 - found.value;
    }
    findings.push(
      isResaved && missing.length === 0
        ? { kind: 'journal-resaved', setAside }
        : { kind: 'journal-damaged', setAside, lost },
    );
  }
  return ok(findings);
}

/** @returns how many changes of the range the database had. */
async function mendRange(
  db: AnyDatabase,
  ask: AskJournal,
  from: number,
  to: number,
): Promise<Result<number, JournalProblem>> {
  let found = 0;
  for (let next = from; next <= to; ) {
    const changes = await readChanges(db, next, to, CHUNK);
    const last = changes.at(-1);
    if (!last) break;
    const mended = await ask('journal:mend', toJournal(changes));
    if (!mended.ok) return mended;
    found += changes.length;
    next = last.seq + 1;
  }
  return ok(found);
}

/**
 * Has a snapshot taken of what both hold. Where the journal cannot tell its rows any more, since changes between them
 * are missing, it gets the database's to go on from.
 * @param head where both stand.
 */
export async function takeSnapshot(
  db: AnyDatabase,
  ask: AskJournal,
  head: Head,
): Promise<Result<null, JournalProblem>> {
  const snapshot = await ask('journal:snapshot');
  if (snapshot.ok || snapshot.reason.kind !== 'gap') return snapshot;
  return ask('journal:rebase', head, await readContentsAsTheyAre(db));
}

/**
 * Gives a journal the rows that cannot tell them any more, though it stands where the database does: damage that
 * could not be mended, as when the app was killed over it. Without them no snapshot could be taken, and should the
 * database go, they would go with it.
 * @returns what the analyst shall know of it.
 */
export async function tellRows(db: Database, ask: AskJournal): Promise<Finding[]> {
  const snapshot = await ask('journal:snapshot');
  if (snapshot.ok || snapshot.reason.kind !== 'gap') return [];
  const { raw } = await readAll(db);
  // Nothing is added; this tells where the journal stands.
  const journal = await ask('journal:append', []);
  if (!journal.ok || !raw.head || !sameHead(journal.value, raw.head)) return [];
  const rebased = await ask('journal:rebase', raw.head, [...raw.rows]);
  return rebased.ok ? [{ kind: 'journal-rewritten' }] : [];
}

interface Told {
  readonly head: Head;
  /** Whether the journal now begins with what the database holds. */
  readonly isRewritten: boolean;
}

/** Has the journal take what only the database knows. */
async function tellJournal(
  db: AnyDatabase,
  ask: AskJournal,
  journal: Head | null,
  database: Head | undefined,
  areRowsBad: boolean,
): Promise<Result<Told, JournalProblem>> {
  const plan = planReconciliation(journal, database);
  if (!database || plan === 'agree' || plan === 'rebuild' || plan === 'begin') {
    return ok({ head: journal ?? FIRST_HEAD, isRewritten: false });
  }
  const appended = await appendAfter(db, ask, journal ?? FIRST_HEAD, database.seq);
  const fits = appended.ok && sameHead(appended.value, database);
  if (fits) return ok({ head: database, isRewritten: plan === 'hand-over' && database.seq > 0 });
  if (!appended.ok && appended.reason.kind !== 'gap') return appended;
  // The log does not lead there, so the rows themselves have to do; unless they are the ones in doubt.
  if (areRowsBad && journal) {
    return ok({ head: appended.ok ? appended.value : journal, isRewritten: false });
  }
  const rebased = await ask('journal:rebase', database, await readContentsAsTheyAre(db));
  return rebased.ok ? ok({ head: database, isRewritten: true }) : rebased;
}

/** Changes that the database took and the journal has not. */
export interface Unjournaled {
  /** Where the journal stood when it was heard of last: they follow upon it. */
  readonly after: Head;
  readonly changes: readonly Change[];
}

/**
 * Has the journal take changes that the window still knows of, before the database is made anew: it may have lost
 * them. What does not follow upon the journal is left to `reconcile`.
 */
export async function passOn(
  ask: AskJournal,
  journal: JournalState,
  { after, changes }: Unjournaled,
): Promise<Result<JournalState, JournalProblem>> {
  let { head } = journal;
  if (!head || !sameHead(head, after)) return ok(journal);
  for (let from = 0; from < changes.length; from += CHUNK) {
    const taken = await ask('journal:append', toJournal(changes.slice(from, from + CHUNK)));
    if (!taken.ok) return taken.reason.kind === 'gap' ? ok({ ...journal, head }) : taken;
    head = taken.value;
  }
  return ok({ ...journal, head });
}

/** Has the journal take the changes after a head from the log, as far as the rows stand. */
async function appendAfter(
  db: AnyDatabase,
  ask: AskJournal,
  from: Head,
  to: number,
): Promise<Result<Head, JournalProblem>> {
  let head = from;
  for (;;) {
    const changes = await readChanges(db, head.seq + 1, to, CHUNK);
    if (changes.length === 0) return ok(head);
    const appended = await ask('journal:append', toJournal(changes));
    if (!appended.ok) return appended;
    head = appended.value;
  }
}

/** Makes the database anew from the journal. The log comes first: until the rows come, the database is as it was. */
async function rebuild(
  db: Database,
  ask: AskJournal,
  journal: Head,
  findings: readonly Finding[],
  onProgress: (done: number, all: number) => void,
): Promise<Result<Reconciled, JournalProblem>> {
  for (let after = 0; ; ) {
    const changes = await ask('journal:read-changes', after);
    if (!changes.ok) return changes;
    const last = changes.value.at(-1);
    if (!last) break;
    await fillLog(db, changes.value);
    after = last.seq;
    onProgress(after, journal.seq);
  }
  const read = await ask('journal:read-rows');
  if (!read.ok) return read;
  const { head, rows } = read.value;
  // Where changes are missing for good, the rows are not what the journal's head says: they are from now on.
  if (!sameHead(head, journal)) {
    const rebased = await ask('journal:rebase', head, [...rows]);
    if (!rebased.ok) return rebased;
  }
  const setAside = await setAsideOthers(db, ask, head, rows);
  if (!setAside.ok) return setAside;
  await replaceContents(db, rows, head);
  const annotations = rows.filter(({ table }) => table === 'annotations').length;
  const finding: Finding = { kind: 'database-restored', annotations, setAside: setAside.value };
  return ok({ head, findings: [...findings, finding] });
}

/** Keeps what is about to be overwritten by something else, in a file. */
async function setAsideOthers(
  db: Database,
  ask: AskJournal,
  head: Head,
  rows: readonly TableRow[],
): Promise<Result<string | undefined, JournalProblem>> {
  const print = ({ table, key, row }: TableRow) => digestOf([{ table, key, row }]);
  const kept = new Set(rows.map(print));
  const others = (await readContents(db)).filter((row) => !kept.has(print(row)));
  const changes = await readChanges(db, head.seq + 1, Number.MAX_SAFE_INTEGER, CHUNK);
  const all = [...others, ...toJournal(changes)];
  return all.length === 0 ? ok(undefined) : ask('journal:set-aside', all);
}
