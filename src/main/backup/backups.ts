import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  BackupOutcome,
  BackupProblem,
  ChooseProblem,
  ChosenBackup,
} from '../../shared/backup.ts';
import { texts } from '../../shared/texts/main.en.ts';
import { askSavePath } from '../ask-save-path.ts';
import { proposeFileName } from '../file-name.ts';
import type { Journal } from '../journal/journal.ts';
import { log } from '../log.ts';
import { BACKUP_EXTENSION, readBackup } from './backup-file.ts';
import type { RunBackupJob } from './backup-job.ts';
import { readAll } from './read-all.ts';

const words = texts.backup;

/** The day on this computer's calendar: 2026-11-22. */
function dayOf(time: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** What backups are made of, and by. */
export interface BackupOptions {
  readonly journal: Pick<Journal, 'append' | 'readRows'>;
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
      const path = await askWhere(window, begin());
      if (path === undefined) return ok({ kind: 'cancelled' });
      const about = { app: app.getVersion(), time: new Date().toISOString() };
      const all = await readAll(journal, head);
      const written = all.ok
        ? await runJob({ folder, path, ...about, ...all.value })
        : failed({ kind: 'journal', problem: all.reason } as const);
      if (written.ok) place = dirname(path);
      else log(`could not save the backup at ${path}: ${JSON.stringify(written.reason)}`);
      return written;
    },
    choose: async (window) => {
      const path = await askWhich(window, begin());
      if (path === undefined) return ok('cancelled');
      place = dirname(path);
      const read = await readBackup(path);
      if (!read.ok) log(`nothing was taken from ${path}: ${JSON.stringify(read.reason)}`);
      return read;
    },
  };
}

function askWhere(window: BrowserWindow, folder: string): Promise<string | undefined> {
  const title = words.fileName(dayOf(new Date()));
  return askSavePath(window, {
    title: words.saveTitle,
    proposed: join(folder, proposeFileName(title, BACKUP_EXTENSION, words.fallbackName)),
    fileKind: words.fileKind,
    extension: BACKUP_EXTENSION,
  });
}

async function askWhich(window: BrowserWindow, folder: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.openTitle,
    defaultPath: folder,
    // Snapshots of the journal are files of the same kind.
    filters: [
      { name: words.fileKind, extensions: [BACKUP_EXTENSION.slice(1), 'jsonl'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return canceled ? undefined : filePaths[0];
}
