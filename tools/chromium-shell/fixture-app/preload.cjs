const { contextBridge, ipcRenderer } = require('electron');

/** What require says to each name: the message of its refusal, or undefined. */
function refusalOf(name) {
  try {
    require(name);
    return undefined;
  } catch (error) {
    return error.message;
  }
}

contextBridge.exposeInMainWorld('api', {
  refusalOf,
  nested: { list: [1, 2, { three: 3 }] },
  ipcRenderer,
  add: (a, b) => a + b,
  throwing: () => {
    throw new RangeError('too far');
  },
  missing: (name) => ipcRenderer[name]('channel'),
  later: (callback) => Promise.resolve(20).then((value) => callback(value + 1)),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  invokeWithFunction: () => ipcRenderer.invoke('echo', () => 1),
  // The types as the preload's own world has them: past contextBridge, which has its own rules.
  roundTrip: async () => {
    const sent = [
      undefined,
      null,
      Number.NaN,
      -0,
      12n,
      new Date(86400000),
      /a.b/gi,
      new Map([['k', new Set([1])]]),
      new Uint8Array([1, 2, 255]),
      new Float64Array([0.5]).buffer,
      new RangeError('no'),
      { u: undefined, nested: { a: [1, [2]] } },
    ];
    sent.push(sent[11]);
    const got = await ipcRenderer.invoke('echo', ...sent);
    return {
      kinds: got.map((value) => Object.prototype.toString.call(value)),
      date: got[5].getTime(),
      regexp: String(got[6]),
      map: [...got[7].get('k')],
      bytes: [...got[8]],
      float: new Float64Array(got[9])[0],
      error: [got[10].name, got[10].message, got[10] instanceof RangeError],
      hasUndefined: 'u' in got[11],
      minusZero: Object.is(got[3], -0),
      keepsIdentity: got[11] === got[12],
    };
  },
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const hear = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, hear);
    return () => ipcRenderer.off(channel, hear);
  },
});

try {
  contextBridge.exposeInMainWorld('api', {});
} catch (error) {
  contextBridge.exposeInMainWorld('secondTime', error.message);
}

window.onlyInThePreloadsWorld = true;
