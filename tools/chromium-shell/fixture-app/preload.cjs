const { contextBridge, ipcRenderer } = require('electron');

const refused = [];
for (const name of ['fs', 'node:fs', 'path', 'child_process', './main.js', 'electron/main']) {
  try {
    require(name);
  } catch (error) {
    refused.push([name, error.message]);
  }
}

contextBridge.exposeInMainWorld('api', {
  refused,
  allowed: ['events', 'timers', 'url', 'node:events'].filter((name) => Boolean(require(name))),
  hasProcess: typeof process === 'object' && process.sandboxed,
  nested: { list: [1, 2, { three: 3 }] },
  add: (a, b) => a + b,
  throwing: () => {
    throw new RangeError('too far');
  },
  echo: (...args) => ipcRenderer.invoke('echo', ...args),
  describe: (value) => ipcRenderer.invoke('describe', value),
  describeFunction: () => ipcRenderer.invoke('describe', () => 1),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  sendSync: () => ipcRenderer.sendSync('x'),
  on: (channel, listener) => {
    const wrapped = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, wrapped);
    return () => ipcRenderer.off(channel, wrapped);
  },
  renderer: ipcRenderer,
});
window.preloadWasHere = true;
