// A tiny Electron app that does what the stand-in has to carry: see chromium-shell.test.ts.
import { join } from 'node:path';
import electronDefault, { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';

const seen = {
  urls: [],
  navigations: [],
  opened: [],
  argv: [],
  closes: 0,
  downloads: [],
  events: [],
};
// The tests read it from the main process.
globalThis.seen = seen;
globalThis.sameModule = electronDefault.app === app;

const PAGES = {
  '/index.html': [
    'text/html',
    '<!doctype html><title>Fixture</title><h1>Fixture</h1><script src="/page.js"></script><script>window.inlineRan = true</script><button id="b">b</button><a id="out" href="https://elsewhere.test/page">out</a><a id="blank" target="_blank" href="https://elsewhere.test/blank">blank</a><a id="mail" href="mailto:a@example.test">mail</a><a id="second" href="second.html">second</a><a id="own" href="fixture://app/second.html">own</a>',
  ],
  '/second.html': ['text/html', '<!doctype html><title>Second</title><h1>Second</h1>'],
  '/page.js': ['text/javascript', 'window.seenAtStart = typeof window.api?.invoke'],
  '/worker.js': [
    'text/javascript',
    'onmessage = (e) => fetch(e.data).then(() => postMessage("reached"), () => postMessage("refused"))',
  ],
  '/data.json': ['application/json', '{"ok":true}'],
};

const POLICY = "default-src 'self'; connect-src * fixture: ws:; img-src *";

if (process.env.FIXTURE_SINGLE && !app.requestSingleInstanceLock({ from: process.pid })) {
  app.exit(0);
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'fixture', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
Menu.setApplicationMenu(
  Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { id: 'hello', label: 'Hello', click: () => seen.events.push('hello') },
        { role: 'quit', id: 'quit' },
      ],
    },
  ]),
);

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('describe', (_event, value) => describe(value));
ipcMain.handle('sender', (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  parent: event.senderFrame.parent,
  same: event.sender === BrowserWindow.getAllWindows()[0].webContents,
}));
ipcMain.handle('fail', () => {
  throw new TypeError('it failed');
});
ipcMain.handle('unclonable', () => () => 1);
ipcMain.on('shout', (event, text) => event.reply('heard', `${text}!`));

function describe(value) {
  if (value instanceof Map) return `Map ${JSON.stringify([...value])}`;
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (value instanceof Uint8Array) return `Uint8Array ${value.join()}`;
  if (value && typeof value === 'object') return `keys ${Object.keys(value)} ${typeof value.u}`;
  return String(value);
}

function serve(request) {
  const page = PAGES[new URL(request.url).pathname];
  if (!page) return new Response('no', { status: 404 });
  return new Response(page[1], {
    headers: { 'content-type': page[0], 'content-security-policy': POLICY },
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
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    seen.closes += 1;
    if (globalThis.holdClose) event.preventDefault();
  });
  window.on('closed', () => seen.events.push('closed'));
  window.webContents.on('will-navigate', (event, url) => {
    seen.navigations.push([event.url === url, url]);
    if (!url.startsWith('fixture:')) event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
  window.loadURL('fixture://app/index.html').catch((error) => seen.events.push(String(error)));
}

app.on('second-instance', (_event, argv, cwd, data) => seen.argv.push({ argv, cwd, data }));

app.whenReady().then(() => {
  protocol.handle('fixture', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) =>
    callback(false),
  );
  session.defaultSession.on('will-download', (event, item) => {
    seen.downloads.push(item.getURL());
    event.preventDefault();
  });
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    seen.urls.push([details.resourceType, details.url]);
    callback({ cancel: !/^(?:fixture|data|blob):/.test(details.url) });
  });
  createWindow();
});
app.on('window-all-closed', () => app.quit());
