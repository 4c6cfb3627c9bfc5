import { dirname } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { texts } from '../../shared/texts/main.en.ts';
import type { Handlers } from '../ipc.ts';
import type { Imports } from './imports.ts';

const words = texts.import;

/** What the app reads, by the extensions that such files have. */
const EXTENSIONS = ['qdpx', 'qdc', 'jsonld', 'json', 'md', 'markdown'];

/** What the window may ask of imports. The next dialog opens in the folder of the last file. */
export function importCalls(
  imports: Imports,
  window: () => BrowserWindow,
): Pick<Handlers, 'import:choose'> {
  let folder: string | undefined;
  return {
    'import:choose': async (codebook) => {
      const path = await askWhich(window(), folder ?? app.getPath('documents'));
      if (path !== undefined) folder = dirname(path);
      return imports.read(path, codebook);
    },
  };
}

async function askWhich(window: BrowserWindow, folder: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.openTitle,
    defaultPath: folder,
    filters: [
      { name: words.fileKind, extensions: EXTENSIONS },
      { name: words.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return canceled ? undefined : filePaths[0];
}
