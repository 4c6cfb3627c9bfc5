// The `events` that a sandboxed preload may require, and the ground of ipcRenderer.

type Listener = (...args: unknown[]) => void;

interface Entry {
  listener: Listener;
  once: boolean;
}

// Beside the object and not in it: an emitter sent over contextBridge shows nothing.
const entriesOf = new WeakMap<object, Map<string | symbol, Entry[]>>();

function entries(emitter: object, event: string | symbol): Entry[] {
  let all = entriesOf.get(emitter);
  if (!all) {
    all = new Map();
    entriesOf.set(emitter, all);
  }
  let list = all.get(event);
  if (!list) {
    list = [];
    all.set(event, list);
  }
  return list;
}

function add(emitter: object, event: string | symbol, listener: Listener, once: boolean): void {
  if (typeof listener !== 'function') {
    throw new TypeError('The "listener" argument must be of type function.');
  }
  entries(emitter, event).push({ listener, once });
}

export class SmallEmitter {
  on(event: string | symbol, listener: Listener): this {
    add(this, event, listener, false);
    return this;
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string | symbol, listener: Listener): this {
    add(this, event, listener, true);
    return this;
  }

  off(event: string | symbol, listener: Listener): this {
    const list = entries(this, event);
    const index = list.findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) list.splice(index, 1);
    return this;
  }

  removeListener(event: string | symbol, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string | symbol): this {
    if (event === undefined) entriesOf.delete(this);
    else entries(this, event).length = 0;
    return this;
  }

  emit(event: string | symbol, ...args: unknown[]): boolean {
    const list = [...entries(this, event)];
    for (const entry of list) {
      if (entry.once) this.off(event, entry.listener);
      entry.listener.apply(this, args);
    }
    return list.length > 0;
  }

  listeners(event: string | symbol): Listener[] {
    return entries(this, event).map((entry) => entry.listener);
  }

  listenerCount(event: string | symbol): number {
    return entries(this, event).length;
  }
}
