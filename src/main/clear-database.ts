import type { Session } from 'electron';
import { failed, ok, type Result } from '../domain/result.ts';
import type { JournalProblem } from '../shared/journal.ts';
import { APP_ORIGIN } from './app-url.ts';
import type { Journal } from './journal/journal.ts';
import { log } from './log.ts';

/**
 * Takes the window's database away. Chromium goes on refusing a database that has certain damage, even to delete
 * it for its page: from here it can be deleted.
 * @returns `gap` when the journal has nothing to fill a new one with; then nothing was touched.
 */
export async function clearDatabase(
  journal: Pick<Journal, 'open'>,
  session: Pick<Session, 'clearStorageData'>,
): Promise<Result<null, JournalProblem>> {
  const opened = await journal.open();
  if (!opened.ok) return opened;
  if (opened.value.head === null) return failed({ kind: 'gap', system: 'the journal is empty' });
  log('the database cannot be opened; it is made anew');
  await session.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
  return ok(null);
}
