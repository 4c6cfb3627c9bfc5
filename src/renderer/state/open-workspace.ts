import { FIRST_HEAD } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { JournalProblem, JournalState, StartProblem } from '../../shared/journal.ts';
import type { Edit } from '../db/commit.ts';
import { digestInTurns } from '../db/contents.ts';
import {
  createDatabase,
  createDatabaseAsItIs,
  DATABASE_NAME,
  type Database,
} from '../db/database.ts';
import { readHead } from '../db/head.ts';
import { type Contents, isNewer, needsUpgrade, readAll, storedVersion } from '../db/open.ts';
import { isRefusal, nameOf } from '../db/refusal.ts';
import { IdleTime } from './idle-time.ts';
import { type AskJournal, askJournal } from './journal.ts';
import { type ReconcileOptions, reconcile, secure, takeSnapshot } from './reconcile.ts';
import { Workspace } from './workspace.ts';

type OnProgress = NonNullable<ReconcileOptions['onProgress']>;

/**
 * Opens the analyst's work: the database, once it agrees with the journal.
 * @param onProgress is told how far it is, where the database has to be made anew.
 */
export async function openWorkspace(
  onProgress: OnProgress = () => undefined,
  ask: AskJournal = askJournal,
  name = DATABASE_NAME,
): Promise<Result<Workspace, StartProblem>> {
  const [version, journal] = await Promise.all([storedVersion(name), ask('journal:open')]);
  const isJournalNewer = !journal.ok && journal.reason.kind === 'newer';
  if (isNewer(version) || isJournalNewer) return failed({ kind: 'newer' });
  const db = createDatabase(name);
  try {
    const ready = needsUpgrade(version) ? await secureBeforeUpgrade(name, ask, journal) : journal;
    // Without a journal to fall back on, the schema stays as it is.
    if (!ready.ok && needsUpgrade(version)) {
      return failed({ kind: 'journal', problem: ready.reason });
    }
    await openOrReplace(db, ask);
    return await openOn(db, ask, ready, onProgress).catch(async (error: unknown) => {
      const again = await replaceUnreadable(db, ask, ready, error);
      return openOn(db, ask, again, onProgress);
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return failed({ kind: 'database', name: nameOf(error) });
  }
}

type Opened = Result<JournalState, JournalProblem>;

/**
 * Has the journal hold everything, and a snapshot of it, before the schema changes.
 * @returns the journal as it stands then.
 */
async function secureBeforeUpgrade(
  name: string,
  ask: AskJournal,
  journal: Opened,
): Promise<Opened> {
  if (!journal.ok) return journal;
  const db = createDatabaseAsItIs(name);
  try {
    await db.open();
    const secured = await secure(db, ask, journal.value);
    if (!secured.ok) return secured;
    const snapshot = await takeSnapshot(db, ask, secured.value.head);
    const { damages } = journal.value;
    return snapshot.ok ? ok({ head: secured.value.head, damages }) : snapshot;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // It cannot be read: whoever opens it next finds that out, too.
    return journal;
  } finally {
    db.close();
  }
}

/** Opens the database; one that cannot be opened is taken away, where a journal can fill a new one. */
async function openOrReplace(db: Database, ask: AskJournal): Promise<void> {
  try {
    await db.open();
  } catch (error) {
    // A full disk passes; what refuses for another reason does so for good.
    if (!isRefusal(error) || nameOf(error) === 'QuotaExceededError') throw error;
    await replace(db, ask, error);
  }
}

/** @throws {error} where there is nothing to fill a new one with. */
async function replace(db: Database, ask: AskJournal, error: Error): Promise<void> {
  db.close();
  const cleared = await ask('database:clear');
  if (!cleared.ok) throw error;
  await db.open();
}

/**
 * Takes away a database that opens but whose rows cannot be read: Chromium keeps large ones in files of their own,
 * and goes on refusing what it has lost. Where it had gone further than the journal, it stays as it is.
 * @param journal as it was found when it was opened.
 * @param error why the work could not be opened upon it.
 * @returns the journal as it stands now.
 * @throws {error} where that is not the reason, or the journal has not all.
 */
async function replaceUnreadable(
  db: Database,
  ask: AskJournal,
  journal: Opened,
  error: unknown,
): Promise<Opened> {
  if (!isRefusal(error) || !journal.ok || (await given(readAll(db)))) throw error;
  const [now, there] = await Promise.all([ask('journal:open'), given(readHead(db))]);
  if (!now.ok || (there && there.seq > (now.value.head?.seq ?? 0))) throw error;
  await replace(db, ask, error);
  // What was found is told once, and nobody has been told yet.
  return ok({ ...now.value, damages: [...journal.value.damages, ...now.value.damages] });
}

/** What the database gives; `undefined` where it refuses. */
async function given<Value>(read: Promise<Value>): Promise<Value | undefined> {
  try {
    return await read;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}

async function openOn(
  db: Database,
  ask: AskJournal,
  journal: Opened,
  onProgress: OnProgress,
): Promise<Result<Workspace, StartProblem>> {
  const reconciled = journal.ok ? await reconcile(db, ask, journal.value, { onProgress }) : journal;
  const head = reconciled.ok ? reconciled.value.head : await readHead(db);
  // An empty database beside a journal that cannot be read is no place to begin anew.
  if (!reconciled.ok && !head) return failed({ kind: 'journal', problem: reconciled.reason });
  const contents = await readAll(db);
  const workspace = new Workspace(db, contents, head ?? FIRST_HEAD, ask);
  if (!reconciled.ok) workspace.writer.startWithoutJournal(reconciled.reason);
  else {
    workspace.find(reconciled.value.findings);
    if (reconciled.value.head.seq === 0) await workspace.writer.write(firstTags(), 'system');
  }
  workspace.writer.distrust(() => isSound(contents));
  return ok(workspace);
}

/** Whether the rows are what the database says they are. Found out whenever the window has nothing else to do. */
async function isSound({ raw }: Contents): Promise<boolean> {
  const idle = new IdleTime();
  const digest = await digestInTurns(
    raw.rows,
    () => idle.isOver(),
    () => idle.next(),
  );
  return raw.head?.digest === digest;
}

function firstTags(): Edit[] {
  return FIRST_TAGS.map((tag) => ({ table: 'tags', key: tag.id, change: () => tag }));
}
