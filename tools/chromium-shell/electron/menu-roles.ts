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
    undo(): void;
    redo(): void;
    cut(): void;
    copy(): void;
    paste(): void;
    delete(): void;
    selectAll(): void;
  };
}

interface RoleApp {
  quit(): void;
  showAboutPanel(): void;
}

const ON_WINDOW: Record<string, (window: RoleWindow) => void> = {
  undo: ({ webContents }) => webContents.undo(),
  redo: ({ webContents }) => webContents.redo(),
  cut: ({ webContents }) => webContents.cut(),
  copy: ({ webContents }) => webContents.copy(),
  paste: ({ webContents }) => webContents.paste(),
  delete: ({ webContents }) => webContents.delete(),
  selectall: ({ webContents }) => webContents.selectAll(),
  resetzoom: ({ webContents }) => webContents.setZoomLevel(0),
  zoomin: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() + 0.5),
  zoomout: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() - 0.5),
  reload: ({ webContents }) => webContents.reload(),
  forcereload: ({ webContents }) => webContents.reloadIgnoringCache(),
  close: (window) => window.close(),
  minimize: (window) => window.minimize(),
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
};

const ON_APP: Record<string, (app: RoleApp) => void> = {
  quit: (app) => app.quit(),
  about: (app) => app.showAboutPanel(),
  toggledevtools: () => console.error('chromium-shell: there are no developer tools here'),
};

/** Electron's own labels, for items that have none. */
export const ROLE_LABELS: Record<string, string> = {
  about: 'About',
  quit: 'Quit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  delete: 'Delete',
  selectall: 'Select All',
  resetzoom: 'Actual Size',
  zoomin: 'Zoom In',
  zoomout: 'Zoom Out',
  reload: 'Reload',
  forcereload: 'Force Reload',
  toggledevtools: 'Toggle Developer Tools',
  close: 'Close Window',
  minimize: 'Minimize',
  togglefullscreen: 'Toggle Full Screen',
  windowmenu: 'Window',
  help: 'Help',
};

/** Roles that stand for a whole menu; the others that Electron has are not implemented. */
export const ROLE_SUBMENUS: Record<string, { role: string }[]> = {
  windowmenu: [{ role: 'minimize' }, { role: 'close' }],
};

/** Does what the role of a clicked menu item says; without a window, what needs one does nothing. */
export function runRole(role: string, target: object | undefined, app: RoleApp): void {
  const onApp = ON_APP[role];
  if (onApp) {
    onApp(app);
    return;
  }
  const act = ON_WINDOW[role];
  if (!act) throw notImplemented(`the menu role ${role}`);
  if (target) act(target as RoleWindow);
}
