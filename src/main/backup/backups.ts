import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  BackupOutcome,
  BackupProblem,
  ChooseProblem,
  ChosenBackup,
} from '../../shared/backup.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { texts } from '../../shared/texts/main.en.ts';
import { askSavePath } from '../ask-save-path.ts';
import { proposeFileName } from '../file-name.ts';
import { log } from '../log.ts';
import { BACKUP_EXTENSION, type BackupContent, readBackup, writeBackup } from './backup-file.ts';

const words = texts.backup;

/** The day on this computer's calendar: 2026-11-22. */
function dayOf(time: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** All rows as the journal has them, with what it knows of their past. */
export type BackupSource = () => Promise<Result<BackupContent, JournalProblem>>;

/** Saves backups where the analyst says, and reads those that the analyst chooses. */
export interface Backups {
  save(window: BrowserWindow): Promise<Result<BackupOutcome, BackupProblem>>;
  choose(window: BrowserWindow): Promise<Result<ChosenBackup, ChooseProblem>>;
}

export function openBackups(source: BackupSource): Backups {
  /** The next dialog opens where the last backup was. */
  let folder: string | undefined;
  const place = () => folder ?? app.getPath('documents');
  return {
    save: async (window) => {
      const now = new Date();
      const name = proposeFileName(
        words.fileName(dayOf(now)),
        BACKUP_EXTENSION,
        words.fallbackName,
      );
      const path = await askSavePath(window, {
        title: words.saveTitle,
        proposed: join(place(), name),
        fileKind: words.fileKind,
        extension: BACKUP_EXTENSION,
      });
      if (path === undefined) return ok({ kind: 'cancelled' });
      const content = await source();
      if (!content.ok) return failed({ kind: 'journal', problem: content.reason });
      const about = { app: app.getVersion(), time: now.toISOString() };
      const written = await writeBackup(path, content.value, about);
      if (written.ok) folder = dirname(path);
      else log(`could not save the backup at ${path}: ${JSON.stringify(written.reason)}`);
      return written;
    },
    choose: async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.openTitle,
        defaultPath: place(),
        // Snapshots of the journal are files of the same kind.
        filters: [
          { name: words.fileKind, extensions: [BACKUP_EXTENSION.slice(1), 'jsonl'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return ok('cancelled');
      folder = dirname(path);
      const read = await readBackup(path);
      if (!read.ok) log(`nothing was taken from ${path}: ${JSON.stringify(read.reason)}`);
      return read;
    },
  };
}
