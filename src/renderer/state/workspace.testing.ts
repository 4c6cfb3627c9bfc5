import { vi } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Result } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { commit } from '../db/commit.ts';
import { options } from '../db/database.testing.ts';
import type { Database } from '../db/database.ts';
import { readAll } from '../db/open.ts';
import { JournalInMemory } from './journal.testing.ts';
import { openWorkspace } from './open-workspace.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import { Workspace } from './workspace.ts';
import { Writer } from './writer.ts';

/** Puts rows into a database as if they had always been there. */
export async function putRows(db: Database, rows: readonly (Annotation | Tag)[]): Promise<void> {
  const edits = rows.map((row) =>
    'quote' in row
      ? { table: 'annotations' as const, key: row.id, change: () => row }
      : { table: 'tags' as const, key: row.id, change: () => row },
  );
  await commit(db, edits, options({ kind: 'system' }));
}

/** Brings a database and a journal together, as a window does. */
export async function bringTogether(
  db: Database,
  journal: JournalInMemory,
  areRowsBad = false,
): Promise<Result<Reconciled, JournalProblem>> {
  const opened = await journal.ask('journal:open');
  return opened.ok ? reconcile(db, journal.ask, opened.value, { areRowsBad }) : opened;
}

async function agree(db: Database, journal: JournalInMemory) {
  const reconciled = await bringTogether(db, journal);
  if (!reconciled.ok) throw new Error(reconciled.reason.system);
  return reconciled.value.head;
}

/** A writer over a database and a journal that agree. */
export async function aWriter(
  db: Database,
  onCommitted: (changes: readonly Change[]) => void = () => undefined,
  journal = new JournalInMemory(),
): Promise<Writer> {
  const head = await agree(db, journal);
  return new Writer(db, head, {
    ask: journal.ask,
    onCommitted,
    recover: async (areRowsBad) => {
      const reconciled = await bringTogether(db, journal, areRowsBad);
      return reconciled.ok ? { ok: true, value: reconciled.value.head } : reconciled;
    },
  });
}

/** A window over a database and a journal that agree. */
export async function aWorkspace(
  db: Database,
  journal = new JournalInMemory(),
): Promise<Workspace> {
  const head = await agree(db, journal);
  return new Workspace(db, await readAll(db), head, journal.ask);
}

/** A workspace of a name and a journal of its own, to be opened, and opened again. */
export function aClosedWorkspace() {
  const name = crypto.randomUUID();
  const journal = new JournalInMemory();
  const onProgress = vi.fn<(done: number, all: number) => void>();
  return {
    name,
    onProgress,
    journal,
    /** @throws where it does not open. */
    open: async (): Promise<Workspace> => {
      const opened = await openWorkspace(onProgress, journal.ask, name);
      if (!opened.ok) throw new Error(opened.reason.kind);
      return opened.value;
    },
    fails: () => openWorkspace(onProgress, journal.ask, name),
  };
}
