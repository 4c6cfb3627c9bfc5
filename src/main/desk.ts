import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, session } from 'electron';
import { parseArticle } from '../domain/article/parse-article.ts';
import type { Command } from '../shared/contract.ts';
import { texts } from '../shared/texts/main.en.ts';
import { serveApp } from './app-protocol.ts';
import { openAppState } from './app-state.ts';
import { openBackups } from './backup/backups.ts';
import { clearDatabase } from './clear-database.ts';
import { createLinkInbox } from './deep-link.ts';
import { exportCalls } from './export/export-calls.ts';
import { Exports } from './export/exports.ts';
import { importCalls } from './import/import-calls.ts';
import { Imports } from './import/imports.ts';
import { answerCalls, type Handlers, tell } from './ipc.ts';
import { Journal } from './journal/journal.ts';
import { journalCalls } from './journal/journal-calls.ts';
import { jobsInWorker } from './journal/run-job.ts';
import { articlesFolder, registerLinks } from './launch.ts';
import { openLibrary } from './library.ts';
import { menuTemplate } from './menu.ts';
import { runInWorker, watchInWorker } from './run-in-worker.ts';
import { guardSession } from './security.ts';
import { themeSetting } from './theme.ts';
import { isTrustedSender } from './trusted-sender.ts';
import { unfinishedFiles } from './unfinished-files.ts';
import { bringToFront, type MainWindow, openMainWindow } from './window.ts';

/** Where the build put what the window needs. */
export interface BuiltFiles {
  readonly preload: string;
  /** The folder of the built page. */
  readonly renderer: string;
  /** What runs beside the main thread on the journal's behalf. */
  readonly journalWorker: string;
  /** What writes backups beside the main thread. */
  readonly backupWorker: string;
  /** What writes exports beside the main thread, and what reads imports there. */
  readonly exportWorker: string;
  readonly importWorker: string;
}

/** The running app: its window and what stands behind it. */
export class Desk {
  readonly #files: BuiltFiles;
  readonly #state = openAppState(join(app.getPath('userData'), 'app-state.json'));
  readonly #theme = themeSetting(this.#state, () => this.#showMenu());
  readonly #links = createLinkInbox((annotationId) => {
    if (this.#main) tell(this.#main.window.webContents, 'link', annotationId);
  });
  readonly #unfinished = unfinishedFiles(this.#state);
  readonly #exports: Exports;
  readonly #imports: Imports;
  #main: MainWindow | undefined;
  #hasBegun = false;
  #isQuitting = false;

  constructor(files: BuiltFiles) {
    this.#files = files;
    const articles = articlesFolder(app);
    this.#exports = new Exports({
      articles,
      runJob: (job, watch) => watchInWorker(files.exportWorker, job, watch),
      unfinished: this.#unfinished,
      onProgress: (progress) => {
        if (this.#main) tell(this.#main.window.webContents, 'export:progress', progress);
      },
    });
    this.#imports = new Imports({
      articles,
      runJob: (job, watch) => watchInWorker(files.importWorker, job, watch),
    });
  }

  /** Opens for business. To be called once, when Electron is ready. */
  begin(): void {
    registerLinks(app);
    void this.#unfinished.sweep();
    guardSession(session.defaultSession);
    serveApp(session.defaultSession.protocol, this.#files.renderer);
    answerCalls(this.#handlers(), (event) =>
      isTrustedSender(event, this.#main?.window.webContents),
    );
    nativeTheme.on('updated', () => {
      this.#main?.window.setBackgroundColor(this.#theme.paper());
    });
    app.setAboutPanelOptions({
      applicationName: texts.appName,
      applicationVersion: app.getVersion(),
    });
    this.#showMenu();
    this.#hasBegun = true;
    this.#openWindow();
  }

  /** Brings the window to the front, opening it where there is none, and in it the passage if there is one. */
  follow(annotationId?: string): void {
    if (annotationId !== undefined) this.#links.arrive(annotationId);
    if (this.#main) bringToFront(this.#main.window);
    else if (this.#hasBegun) this.#openWindow();
  }

  /** The app is about to quit; it will as soon as the window has saved. */
  willQuit(): void {
    this.#isQuitting = true;
  }

  #handlers(): Handlers {
    const library = openLibrary(articlesFolder(app), parseArticle);
    const journal = new Journal({
      folder: join(app.getPath('userData'), 'journal'),
      app: app.getVersion(),
      runJob: jobsInWorker(this.#files.journalWorker),
    });
    const backups = openBackups({
      journal,
      folder: join(app.getPath('userData'), 'journal'),
      runJob: (job) => runInWorker(this.#files.backupWorker, job),
    });
    return {
      ...journalCalls(journal),
      'database:clear': () => clearDatabase(journal, session.defaultSession),
      'library:list': () => library.list(),
      'library:read': (id) => library.read(id),
      ...exportCalls(this.#exports, () => this.#window()),
      ...importCalls(this.#imports, () => this.#window()),
      'backup:save': (head) => backups.save(this.#window(), head),
      'backup:choose': () => backups.choose(this.#window()),
      'link:take': () => this.#links.take(),
      'theme:read': () => this.#theme.read(),
      'theme:choose': (theme) => {
        this.#theme.choose(theme);
        return null;
      },
      'window:flushed': () => {
        this.#main?.pageFlushed();
        return null;
      },
    };
  }

  #window(): BrowserWindow {
    if (!this.#main) throw new Error('There is no window to ask from.');
    return this.#main.window;
  }

  #openWindow(): void {
    this.#main = openMainWindow({
      state: this.#state,
      preload: this.#files.preload,
      backgroundColor: this.#theme.paper(),
      onPageRestart: () => this.#pageIsGone(),
      beforeClosing: () => this.#settle(),
      onClosed: () => {
        this.#main = undefined;
        this.#pageIsGone();
        // Closing had been put off for saving, and that had called the quitting off.
        if (this.#isQuitting) app.quit();
      },
    });
  }

  /** What a page has begun ends with it. */
  #pageIsGone(): void {
    this.#links.pageRestarts();
    this.#imports.cancelAll();
    void this.#exports.cancelAll();
  }

  /** Leaves nothing half-done behind a window that is about to close. */
  async #settle(): Promise<void> {
    await this.#exports.cancelAll();
    await this.#state.settle();
  }

  #showMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      developerItems: import.meta.env.DEV ? [{ role: 'reload' }, { role: 'toggleDevTools' }] : [],
      theme: this.#theme.read(),
      send: (command: Command) => {
        if (this.#main) tell(this.#main.window.webContents, 'command', command);
      },
      chooseTheme: (theme) => this.#theme.choose(theme),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
