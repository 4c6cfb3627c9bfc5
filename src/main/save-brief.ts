import { dirname, join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { ok } from '../domain/result.ts';
import type { Answers, Arguments } from '../shared/contract.ts';
import { texts } from '../shared/texts/main.en.ts';
import { askSavePath } from './ask-save-path.ts';
import { BRIEF_EXTENSION, writeBrief } from './brief-file.ts';
import { proposeFileName } from './file-name.ts';
import { log } from './log.ts';

type Draft = Arguments<'brief:save'>[0];
type Saved = Answers['brief:save'];

/** Saves briefs where the analyst says; the next dialog opens in the folder of the last brief. */
export function briefSaver(): (window: BrowserWindow, draft: Draft) => Promise<Saved> {
  let folder: string | undefined;
  return async (window, { title, markdown }) => {
    const name = proposeFileName(title, BRIEF_EXTENSION, texts.brief.fallbackName);
    const path = await askSavePath(window, {
      title: texts.brief.saveTitle,
      proposed: join(folder ?? app.getPath('documents'), name),
      fileKind: texts.brief.fileKind,
      extension: BRIEF_EXTENSION,
    });
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
