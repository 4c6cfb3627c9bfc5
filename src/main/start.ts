import { app, dialog } from 'electron';
import { parsePassageLink } from '../domain/annotation/link.ts';
import { texts } from '../shared/texts/main.en.ts';
import { linkAmong } from './deep-link.ts';
import { type BuiltFiles, Desk } from './desk.ts';
import { errorText, log } from './log.ts';

/** Listens to the system at once, and opens the window when Electron is ready. */
export function startApp(files: BuiltFiles): void {
  const desk = new Desk(files);
  desk.follow(linkAmong(process.argv));
  app.on('second-instance', (_, argv) => desk.follow(linkAmong(argv)));
  // Where macOS hands links over; it may do so before the app is ready.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    desk.follow(parsePassageLink(url));
  });
  app.on('activate', () => desk.follow());
  app.on('before-quit', () => desk.willQuit());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(() => desk.begin())
    .catch(giveUp);
}

function giveUp(error: unknown): void {
  log(errorText(error));
  dialog.showErrorBox(texts.startFailed.title, texts.startFailed.detail(String(error)));
  app.exit(1);
}
