import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CHANNELS, EVENTS, type EventName } from '../shared/channels.ts';
import type { Bridge } from '../shared/contract.ts';

const channels: ReadonlySet<string> = new Set(CHANNELS);
const events: ReadonlySet<string> = new Set(EVENTS);
const listening = new Map<EventName, number>();

/** The contract and nothing beyond it; who calls and with what is checked by the main process. */
const bridge: Bridge = {
  invoke: (channel, ...args) => {
    if (!channels.has(channel)) throw new Error(`No such channel: ${String(channel)}`);
    return ipcRenderer.invoke(channel, ...args);
  },
  on: (event, listener) => {
    if (!events.has(event)) throw new Error(`No such event: ${String(event)}`);
    const hear = (_: IpcRendererEvent, payload: Parameters<typeof listener>[0]) =>
      listener(payload);
    ipcRenderer.on(event, hear);
    count(event, 1);
    let stopped = false;
    return () => {
      if (stopped) return;
      stopped = true;
      ipcRenderer.off(event, hear);
      count(event, -1);
    };
  },
};

function count(event: EventName, by: 1 | -1): void {
  listening.set(event, (listening.get(event) ?? 0) + by);
}

// A page that does not listen has not come up, so it holds nothing unsaved: do not keep the window open.
ipcRenderer.on('window:flush', () => {
  if (!listening.get('window:flush')) void ipcRenderer.invoke('window:flushed');
});

contextBridge.exposeInMainWorld('benle', bridge);
