import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { ExportRequest } from '../../shared/export.ts';
import { texts } from '../../shared/texts/main.en.ts';
import { askSavePath } from '../ask-save-path.ts';
import { proposeFileName } from '../file-name.ts';
import { EXTENSIONS } from './format.ts';

/**
 * Asks the analyst where an export is to go, beginning in a folder; that of documents when there is none yet.
 * @returns `undefined` when it was cancelled.
 */
export function askExportPath(
  window: BrowserWindow,
  { format, title }: ExportRequest,
  folder: string | undefined,
): Promise<string | undefined> {
  const words = texts.export;
  const extension = EXTENSIONS[format];
  const name = proposeFileName(title, extension, words.fallbackNames[format]);
  return askSavePath(window, {
    title: words.saveTitles[format],
    proposed: join(folder ?? app.getPath('documents'), name),
    fileKind: words.fileKinds[format],
    extension,
  });
}
