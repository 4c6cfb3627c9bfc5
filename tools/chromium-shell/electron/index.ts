import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { absent, notImplemented, sealed } from './not-implemented.ts';
import { protocol } from './protocol.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { webContentsModule } from './web-contents.ts';

const shell = sealed('shell', {
  openExternal: async () => {
    throw notImplemented('shell.openExternal');
  },
  openPath: async () => {
    throw notImplemented('shell.openPath');
  },
  showItemInFolder: () => {
    throw notImplemented('shell.showItemInFolder');
  },
  beep: () => {
    process.stderr.write('\x07');
  },
});

const ABSENT = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'clipboard',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'nativeImage',
  'netLog',
  'Notification',
  'powerMonitor',
  'powerSaveBlocker',
  'pushNotifications',
  'safeStorage',
  'ServiceWorkerMain',
  'ShareMenu',
  'sharedTexture',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'webFrameMain',
  'WebContentsView',
];

/** What `import ... from 'electron'` gives in the main process. */
export const electron = sealed('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  protocol,
  screen,
  session,
  shell,
  webContents: sealed('webContents', {
    ...webContentsModule,
    getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
  }),
  ...Object.fromEntries(ABSENT.map((name) => [name, absent(name)])),
});
