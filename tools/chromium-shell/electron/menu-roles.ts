import { notImplemented } from './not-implemented.ts';

interface RoleWindow {
  close(): void;
  minimize(): void;
  isFullScreen(): boolean;
  setFullScreen(on: boolean): void;
  webContents: {
    reload(): void;
    reloadIgnoringCache(): void;
    getZoomLevel(): number;
    setZoomLevel(level: number): void;
    executeJavaScript(code: string, userGesture: boolean): Promise<unknown>;
  };
}

interface RoleApp {
  quit(): void;
  showAboutPanel(): void;
}

const EDIT_COMMANDS: Record<string, string> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  delete: 'delete',
  selectall: 'selectAll',
};

const ZOOM: Record<string, (level: number) => number> = {
  resetzoom: () => 0,
  zoomin: (level) => level + 0.5,
  zoomout: (level) => level - 0.5,
};

const ON_WINDOW: Record<string, (window: RoleWindow) => void> = {
  close: (window) => window.close(),
  minimize: (window) => window.minimize(),
  reload: (window) => window.webContents.reload(),
  forcereload: (window) => window.webContents.reloadIgnoringCache(),
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
};

function edit(window: RoleWindow, command: string): void {
  window.webContents
    .executeJavaScript(`document.execCommand(${JSON.stringify(command)})`, true)
    .catch((error) => console.error('chromium-shell:', error));
}

const ON_APP: Record<string, (app: RoleApp) => void> = {
  quit: (app) => app.quit(),
  about: (app) => app.showAboutPanel(),
  toggledevtools: () => console.error('chromium-shell: there are no developer tools here'),
};

function onWindow(role: string): ((window: RoleWindow) => void) | undefined {
  const command = EDIT_COMMANDS[role];
  if (command) return (window) => edit(window, command);
  const zoom = ZOOM[role];
  if (!zoom) return ON_WINDOW[role];
  return ({ webContents }) => webContents.setZoomLevel(zoom(webContents.getZoomLevel()));
}

/** Does what the role of a clicked menu item says; without a window, what needs one does nothing. */
export function runRole(role: string, target: object | undefined, app: RoleApp): void {
  const onApp = ON_APP[role];
  if (onApp) {
    onApp(app);
    return;
  }
  const act = onWindow(role);
  if (!act) throw notImplemented(`the menu role ${role}`);
  if (target) act(target as RoleWindow);
}
