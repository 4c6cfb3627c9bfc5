import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';
import { LINK_PROTOCOL } from '../domain/annotation/link.ts';
import { texts } from '../shared/texts/main.en.ts';

/** An ASCII name, since not every file system and backup tool is kind to "Bên Lề". */
const DATA_FOLDER = 'ben-le';

/**
 * Names the app and says where it keeps its data: `ben-le` in the user's folder for applications, or
 * what `--user-data-dir=` names. Before the lock is asked for: there is one for each data folder.
 */
export function nameApp(app: App): void {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  const folder = given ? resolve(given) : join(app.getPath('appData'), DATA_FOLDER);
  // Electron does not take a path to what is not there.
  mkdirSync(folder, { recursive: true });
  app.setName(texts.appName);
  app.setPath('userData', folder);
}

/**
 * Has the system open passage links with this app. An app on a data folder of its own (a test, a second
 * profile) is not the one that links mean.
 */
export function registerLinks(app: App): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  // Started from its source, the program is Electron and the app its argument.
  if (process.defaultApp) {
    app.setAsDefaultProtocolClient(LINK_PROTOCOL, process.execPath, [app.getAppPath()]);
  } else {
    app.setAsDefaultProtocolClient(LINK_PROTOCOL);
  }
}

/** The folder of the bundled articles: beside the code in the source tree, in `resources` when packaged. */
export function articlesFolder(app: App): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'articles')
    : join(app.getAppPath(), 'resources', 'articles');
}
