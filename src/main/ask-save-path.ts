import { type BrowserWindow, dialog } from 'electron';
import { texts } from '../shared/texts/main.en.ts';
import { exists, withExtension } from './save-path.ts';

const words = texts.saving;

/** What is to be saved. */
export interface SaveRequest {
  readonly title: string;
  /** The path that the dialog begins with. */
  readonly proposed: string;
  /** What the system's dialog calls such files. */
  readonly fileKind: string;
  /** With its dot, `.md`. */
  readonly extension: string;
}

/** Asks the analyst where to save. @returns `undefined` when it was cancelled. */
export async function askSavePath(
  window: BrowserWindow,
  { title, proposed, fileKind, extension }: SaveRequest,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: proposed,
    filters: [{ name: fileKind, extensions: [extension.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return undefined;
  const path = withExtension(filePath, extension);
  // The dialog asked about the name as it was typed, not about the one with the extension.
  if (path === filePath || !(await exists(path))) return path;
  return (await mayReplace(window, path)) ? path : undefined;
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.replaceQuestion(path),
    detail: words.replaceDetail,
    buttons: [words.cancel, words.replace],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
