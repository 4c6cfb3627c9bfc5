import type { App, Session, WebContents } from 'electron';
import { isOwnPage, isOwnRequest } from './app-url.ts';
import { log } from './log.ts';

/** Guards every page of the app, whatever makes it, from the moment that it exists. */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused a new window: ${origin(url)}`);
    return { action: 'deny' };
  });
  // The page may reload itself; it goes nowhere else, and holds no other pages.
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isOwnPage(details.url)) return;
    log(`refused a navigation: ${origin(details.url)}`);
    details.preventDefault();
  });
  // Electron tells of a navigation of the main frame by both names; refusing it under either is enough.
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    log(`refused a redirect: ${origin(details.url)}`);
    details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Refuses what a session could do beyond showing the app: every permission (copying text with the
 * keyboard or `document.execCommand` needs none), every device, every download, every foreign request.
 * Capturing the screen needs a handler to be possible at all, and gets none.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) => {
    log(`refused a permission: ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    log('refused a download');
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isOwnRequest(url);
    if (cancel) log(`refused a request: ${origin(url)}`);
    answer({ cancel });
  });
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}

/** Enough to find the cause by; paths and queries may hold what the analyst reads. */
function origin(url: string): string {
  if (!URL.canParse(url)) return 'malformed';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
