// A tiny Electron app that does what the stand-in has to carry; its tests read `globalThis.seen`.
import { join } from 'node:path';
import electronDefault, { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';
import { serve } from './pages.js';

const seen = {
  urls: [],
  navigations: [],
  opened: [],
  argv: [],
  closes: 0,
  downloads: [],
  events: [],
};
globalThis.seen = seen;
globalThis.defaultExportIsTheSame = electronDefault.app === app;

if (process.env.FIXTURE_SINGLE && !app.requestSingleInstanceLock({ from: 'second' })) app.exit(0);

protocol.registerSchemesAsPrivileged([
  { scheme: 'fixture', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
Menu.setApplicationMenu(
  Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { id: 'hello', label: 'Hello', click: () => seen.events.push('hello') },
        { id: 'check', label: 'Check', type: 'checkbox' },
        { id: 'zoom', role: 'zoomIn' },
        { id: 'quit', role: 'quit' },
      ],
    },
  ]),
);

function describe(value) {
  if (value instanceof Map) return `Map ${JSON.stringify([...value])}`;
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (value instanceof Uint8Array) return `Uint8Array ${value.join()}`;
  if (value && typeof value === 'object') return `object ${Object.keys(value)}`;
  return `${typeof value} ${String(value)}`;
}

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('describe', (_event, ...args) => args.map(describe));
ipcMain.handle('sender', ({ sender, senderFrame }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  parent: senderFrame.parent,
  isTheWindow: sender === BrowserWindow.getAllWindows()[0].webContents,
}));
ipcMain.handle('fail', () => {
  throw new TypeError('it failed');
});
ipcMain.handle('unclonable', () => () => 1);
ipcMain.handle('slow', () => new Promise((resolve) => setTimeout(resolve, 200, 'late')));
ipcMain.on('shout', (event, text) => event.reply('heard', `${text}!`));

function watch(window) {
  const { webContents } = window;
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    seen.closes += 1;
    if (globalThis.holdClose) event.preventDefault();
  });
  window.on('closed', () => seen.events.push('closed'));
  webContents.on('will-navigate', (event, url) => {
    seen.navigations.push(url);
    if (!url.startsWith('fixture:')) event.preventDefault();
  });
  webContents.on('render-process-gone', (_event, { reason }) => seen.events.push(reason));
  webContents.on('preload-error', (_event, _path, error) => seen.events.push(error.message));
  webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
}

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    title: 'Fixture',
    webPreferences: {
      preload: join(import.meta.dirname, process.env.FIXTURE_PRELOAD ?? 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
    },
  });
  watch(window);
  window
    .loadURL('fixture://app/index.html')
    .catch((error) => seen.events.push(`not loaded: ${error}`));
}

app.on('second-instance', (_event, argv, cwd, data) => seen.argv.push({ argv, cwd, data }));
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const { defaultSession } = session;
  protocol.handle('fixture', serve);
  defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === process.env.FIXTURE_GRANTS);
  });
  defaultSession.on('will-download', (event, item) => {
    seen.downloads.push(item.getURL());
    event.preventDefault();
  });
  defaultSession.webRequest.onBeforeRequest(({ resourceType, url }, callback) => {
    seen.urls.push([resourceType, url]);
    const allowed = process.env.FIXTURE_ALLOWS;
    const own = /^(?:fixture|data|blob):/.test(url) || (allowed && url.includes(allowed));
    callback({ cancel: !own });
  });
  createWindow();
});
