import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { ok } from '../domain/result.ts';
import type { Answers, Arguments } from '../shared/contract.ts';
import { texts } from '../shared/texts/main.en.ts';
import { BRIEF_EXTENSION, exists, withExtension, writeBrief } from './brief-file.ts';
import { proposeFileName } from './file-name.ts';
import { log } from './log.ts';

type Draft = Arguments<'brief:save'>[0];
type Saved = Answers['brief:save'];

/** Saves briefs where the analyst says; the next dialog opens in the folder of the last brief. */
export function briefSaver(): (window: BrowserWindow, draft: Draft) => Promise<Saved> {
  let folder: string | undefined;
  return async (window, { title, markdown }) => {
    const name = proposeFileName(title, BRIEF_EXTENSION, texts.brief.fallbackName);
    const path = await choosePath(window, join(folder ?? app.getPath('documents'), name));
    if (path === undefined) return ok({ kind: 'cancelled' });
    const written = await writeBrief(path, markdown);
    if (!written.ok) {
      log(`could not save the brief at ${path}: ${written.reason.system}`);
      return written;
    }
    folder = dirname(path);
    return ok({ kind: 'saved', path });
  };
}

async function choosePath(window: BrowserWindow, proposed: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.brief.saveTitle,
    defaultPath: proposed,
    filters: [{ name: texts.brief.fileKind, extensions: [BRIEF_EXTENSION.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return undefined;
  const path = withExtension(filePath);
  // The dialog asked about the name as it was typed, not about the one with the extension.
  if (path === filePath || !(await exists(path))) return path;
  return (await mayReplace(window, path)) ? path : undefined;
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: texts.brief.replaceQuestion(path),
    detail: texts.brief.replaceDetail,
    buttons: [texts.brief.cancel, texts.brief.replace],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
