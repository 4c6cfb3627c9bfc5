import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow, dialog, type MessageBoxOptions, screen } from 'electron';
import { texts } from '../shared/texts/main.en.ts';
import type { AppStateStore } from './app-state.ts';
import { PAGE_URL } from './app-url.ts';
import { type CloseGuard, createCloseGuard } from './close-guard.ts';
import { tell } from './ipc.ts';
import { errorText, log } from './log.ts';
import { placeWindow, SMALLEST_WINDOW } from './window-state.ts';

/** How long the page may take to save before the analyst is asked. */
const FLUSH_PATIENCE_MS = 5_000;

export interface WindowOptions {
  readonly state: AppStateStore;
  readonly preload: string;
  readonly backgroundColor: string;
  /** A page begins anew in the window: what it had told us holds no longer. */
  readonly onPageRestart: () => void;
  /** All is saved: the last moment to do something about it before the window is closed. */
  readonly beforeClosing: () => Promise<void>;
  /** The window is closed for good and all is saved. */
  readonly onClosed: () => void;
}

export interface MainWindow {
  readonly window: BrowserWindow;
  readonly pageFlushed: () => void;
}

/** Opens the one window of the app. */
export function openMainWindow(options: WindowOptions): MainWindow {
  const { state } = options;
  const remembered = state.current().window;
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(remembered, workAreas),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: texts.appName,
    backgroundColor: options.backgroundColor,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: import.meta.env.DEV,
    },
  });
  // No request filter sees WebRTC. Without UDP and without names it reaches nobody.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized) window.maximize();
    window.show();
  });
  rememberBounds(window, state);
  const guard = guardClosing(window, options);
  void window.loadURL(PAGE_URL).catch((error: unknown) => log(`no page: ${String(error)}`));
  return { window, pageFlushed: guard.pageFlushed };
}

/** Brings the window before the analyst's eyes, wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function rememberBounds(window: BrowserWindow, state: AppStateStore): void {
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const bounds = window.getNormalBounds();
    state.update({ window: { bounds, isMaximized: window.isMaximized() } });
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('close', remember);
}

function guardClosing(window: BrowserWindow, options: WindowOptions): CloseGuard {
  const contents = window.webContents;
  let isPageAlive = false;
  const guard = createCloseGuard({
    isPageAlive: () => isPageAlive,
    askPage: () => tell(contents, 'window:flush', null),
    timeIsUp: (signal) => wait(FLUSH_PATIENCE_MS, undefined, { signal }).catch(() => undefined),
    askUser: (signal) => askWhetherToWait(window, signal),
    close: async (isForced) => {
      await options.beforeClosing();
      if (isForced) window.destroy();
      else window.close();
    },
  });
  const pageIsGone = () => {
    isPageAlive = false;
    options.onPageRestart();
  };
  contents.on('dom-ready', () => {
    isPageAlive = true;
  });
  // Not `did-start-navigation`: that one also tells of navigations which are then refused.
  contents.on('did-navigate', pageIsGone);
  contents.on('render-process-gone', (_, { reason }) => {
    pageIsGone();
    guard.pageGone();
    if (reason !== 'clean-exit') void offerReload(window, reason);
  });
  // Closing has asked the page already, in a way that the page cannot forget to answer.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  window.on('close', (event) => {
    if (!guard.mayClose()) event.preventDefault();
  });
  window.once('closed', options.onClosed);
  return guard;
}

async function askWhetherToWait(
  window: BrowserWindow,
  signal: AbortSignal,
): Promise<'wait' | 'close'> {
  const { message, detail, wait: waitLabel, closeAnyway } = texts.closing;
  const buttons = [waitLabel, closeAnyway];
  const answer = await ask(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    cancelId: 0,
    signal,
  });
  return answer === 0 ? 'wait' : 'close';
}

async function offerReload(window: BrowserWindow, reason: string): Promise<void> {
  log(`the page is gone: ${reason}`);
  const { message, detail, reload, close } = texts.crashed;
  const buttons = [reload, close];
  const answer = await ask(window, { type: 'error', message, detail, buttons, cancelId: 1 });
  if (window.isDestroyed()) return;
  if (answer === 0) window.webContents.reload();
  else window.close();
}

/**
 * Asks the analyst; the first button is the safe one.
 * @returns which button, or `undefined` where no question can be shown: that must not keep the app for ever.
 */
async function ask(
  window: BrowserWindow,
  question: MessageBoxOptions,
): Promise<number | undefined> {
  try {
    const { response } = await dialog.showMessageBox(window, { ...question, defaultId: 0 });
    return response;
  } catch (error) {
    log(`could not ask “${question.message}”: ${errorText(error)}`);
    return undefined;
  }
}
