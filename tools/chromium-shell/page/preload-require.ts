import { absent, notImplemented, sealed } from '../electron/not-implemented.ts';
import { SmallEmitter } from './small-emitter.ts';
import type { WorldLink } from './world-link.ts';

export interface ProcessInfo {
  platform: string;
  arch: string;
  versions: Record<string, string>;
}

/** What surrounds a sandboxed preload: the parameters of the function that it is made. */
export const PRELOAD_PARAMETERS = [
  'exports',
  'require',
  'module',
  'process',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
];

export type Preload = (...parameters: unknown[]) => void;

interface Setting {
  ipc: {
    emitter: SmallEmitter;
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    send(channel: string, ...args: unknown[]): void;
  };
  link: WorldLink;
  info: ProcessInfo;
  onError(error: unknown): void;
}

function createIpcRenderer({ ipc }: Setting): object {
  const methods = { invoke: ipc.invoke, send: ipc.send };
  for (const name of ['sendSync', 'sendTo', 'sendToHost', 'postMessage']) {
    Object.assign(methods, {
      [name]: () => {
        throw notImplemented(`ipcRenderer.${name}`);
      },
    });
  }
  // Not enumerable, so that contextBridge passes an ipcRenderer as an empty object, as Electron does.
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(ipc.emitter, name, { value });
  }
  return ipc.emitter;
}

function createContextBridge({ link }: Setting): object {
  const exposed = new Set<string>();
  return sealed('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      if (typeof key !== 'string') throw new TypeError('The key must be a string');
      if (exposed.has(key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      exposed.add(key);
      link.expose(key, api);
    },
  });
}

function createElectron(setting: Setting): object {
  return sealed('electron', {
    contextBridge: createContextBridge(setting),
    ipcRenderer: createIpcRenderer(setting),
    webFrame: absent('webFrame'),
    webUtils: absent('webUtils'),
    crashReporter: absent('crashReporter'),
    nativeImage: absent('nativeImage'),
  });
}

const immediates = {
  setImmediate: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
    setTimeout(callback, 0, ...args),
  clearImmediate: (handle: unknown) => clearTimeout(handle as number),
};

function createTimers(): object {
  return sealed('timers', {
    ...immediates,
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
    setInterval: setInterval.bind(globalThis),
    clearInterval: clearInterval.bind(globalThis),
  });
}

function createProcess({ info }: Setting): object {
  const { node = '' } = info.versions;
  return sealed('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: info.platform,
    arch: info.arch,
    versions: Object.freeze({ ...info.versions }),
    version: `v${node}`,
    env: Object.freeze({}),
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
      queueMicrotask(() => callback(...args)),
  });
}

/** Electron's list for a sandboxed preload: nothing else can be required. */
function createRequire(setting: Setting): (name: string) => unknown {
  const electron = createElectron(setting);
  const events = Object.assign(SmallEmitter, { EventEmitter: SmallEmitter });
  const modules = new Map<string, object>([
    ['electron', electron],
    ['electron/common', electron],
    ['electron/renderer', electron],
    ['events', events],
    ['timers', createTimers()],
    ['url', sealed('url', { URL, URLSearchParams })],
  ]);
  return (name) => {
    const found = modules.get(String(name).replace(/^node:/, ''));
    if (!found) throw new Error(`module not found: ${name}`);
    return found;
  };
}

export function runPreload(preload: Preload, setting: Setting): void {
  const module = { exports: {} };
  try {
    preload.call(
      module.exports,
      module.exports,
      createRequire(setting),
      module,
      createProcess(setting),
      absent('Buffer'),
      globalThis,
      immediates.setImmediate,
      immediates.clearImmediate,
    );
  } catch (error) {
    setting.onError(error);
  }
}
