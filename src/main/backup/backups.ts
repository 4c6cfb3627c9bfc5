import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Head, sameHead } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  BackupOutcome,
  BackupProblem,
  ChooseProblem,
  ChosenBackup,
} from '../../shared/backup.ts';
import type { TableRow } from '../../shared/journal.ts';
import { texts } from '../../shared/texts/main.en.ts';
import { askSavePath } from '../ask-save-path.ts';
import { proposeFileName } from '../file-name.ts';
import type { Journal } from '../journal/journal.ts';
import { log } from '../log.ts';
import { BACKUP_EXTENSION, readBackup } from './backup-file.ts';
import type { RunBackupJob } from './backup-job.ts';

const words = texts.backup;

/** The day on this computer's calendar: 2026-11-22. */
function dayOf(time: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** What backups are made of, and by. */
export interface BackupOptions {
  readonly journal: Pick<Journal, 'readRows'>;
  /** The journal's folder. */
  readonly folder: string;
  readonly runJob: RunBackupJob;
}

/** Saves backups where the analyst says, and reads those that the analyst chooses. */
export interface Backups {
  /** @param head where the window stands: a journal that does not hold all of its work gives no backup. */
  save(window: BrowserWindow, head: Head): Promise<Result<BackupOutcome, BackupProblem>>;
  choose(window: BrowserWindow): Promise<Result<ChosenBackup, ChooseProblem>>;
}

export function openBackups({ journal, folder, runJob }: BackupOptions): Backups {
  /** The next dialog opens where the last backup was. */
  let place: string | undefined;
  const begin = () => place ?? app.getPath('documents');
  return {
    save: async (window, head) => {
      const now = new Date();
      const name = proposeFileName(
        words.fileName(dayOf(now)),
        BACKUP_EXTENSION,
        words.fallbackName,
      );
      const path = await askSavePath(window, {
        title: words.saveTitle,
        proposed: join(begin(), name),
        fileKind: words.fileKind,
        extension: BACKUP_EXTENSION,
      });
      if (path === undefined) return ok({ kind: 'cancelled' });
      const about = { app: app.getVersion(), time: now.toISOString() };
      const rows = await rowsAt(journal, head);
      const written = rows.ok
        ? await runJob({ folder, path, ...about, head, rows: rows.value })
        : rows;
      if (written.ok) place = dirname(path);
      else log(`could not save the backup at ${path}: ${JSON.stringify(written.reason)}`);
      return written;
    },
    choose: async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.openTitle,
        defaultPath: begin(),
        // Snapshots of the journal are files of the same kind.
        filters: [
          { name: words.fileKind, extensions: [BACKUP_EXTENSION.slice(1), 'jsonl'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return ok('cancelled');
      place = dirname(path);
      const read = await readBackup(path);
      if (!read.ok) log(`nothing was taken from ${path}: ${JSON.stringify(read.reason)}`);
      return read;
    },
  };
}

/** All rows, where the journal has them all. */
async function rowsAt(
  journal: Pick<Journal, 'readRows'>,
  head: Head,
): Promise<Result<readonly TableRow[], BackupProblem>> {
  const read = await journal.readRows();
  if (!read.ok) return failed({ kind: 'journal', problem: read.reason });
  if (sameHead(read.value.head, head)) return ok(read.value.rows);
  const system = `it stands at ${read.value.head.seq}, your work at ${head.seq}`;
  return failed({ kind: 'journal', problem: { kind: 'gap', system } });
}
