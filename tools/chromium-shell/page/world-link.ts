import {
  type Base64,
  decodeClone,
  type Encoded,
  type Extension,
  encodeClone,
} from './clone-codec.ts';

// Carries values between the preload's isolated world and the page's own, as contextBridge does.
// The two share no objects, only the window as an event target; text in a CustomEvent's detail
// crosses, and synchronously, so that a page's first script already finds what was exposed.
// The page may learn the events' names and forge messages: it gains nothing, for all they can do is
// to call a function that was exposed to it, or to settle its own promises.

type Callable = (...args: unknown[]) => unknown;

type Message =
  | { kind: 'call'; call: number; fn: number; args: Encoded }
  | { kind: 'return'; call: number; value: Encoded }
  | { kind: 'throw'; call: number; message: string }
  | { kind: 'settle'; promise: number; ok: boolean; value: Encoded }
  | { kind: 'expose'; key: string; value: Encoded };

interface Settlers {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** How messages get across: `post` runs the other side's listener before it returns. */
export interface Wire {
  post(text: string): void;
  listen(listener: (text: string) => void): void;
}

export interface WorldLink {
  expose(key: string, value: unknown): void;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

class Link implements WorldLink, Extension {
  private readonly wire: Wire;
  private readonly base64: Base64;
  private readonly onExpose: (key: string, value: unknown) => void;
  private readonly ownFunctions = new Map<number, Callable>();
  private readonly ownIds = new WeakMap<object, number>();
  private readonly theirFunctions = new Map<number, Callable>();
  private readonly theirIds = new WeakMap<object, number>();
  private readonly waiting = new Map<number, Settlers>();
  private readonly returned = new Map<number, Message>();
  private lastId = 0;

  constructor(wire: Wire, base64: Base64, onExpose: (key: string, value: unknown) => void) {
    this.wire = wire;
    this.base64 = base64;
    this.onExpose = onExpose;
    wire.listen((text) => this.receive(JSON.parse(text) as Message));
  }

  expose(key: string, value: unknown): void {
    this.post({ kind: 'expose', key, value: this.pack(value) });
  }

  encode(value: object): Encoded[] | undefined {
    if (typeof value === 'function') return this.encodeFunction(value as Callable);
    if (value instanceof Promise) return this.encodePromise(value);
    // As contextBridge does: an error keeps its message, and nothing else of it crosses.
    if (value instanceof Error) return ['E', String(value.message)];
    return undefined;
  }

  decode(tag: string, rest: Encoded[]): unknown {
    const id = rest[0] as number;
    if (tag === 'f') return this.proxyOf(id);
    if (tag === 'E') return new Error(rest[0] as string);
    if (tag === 'g') return this.ownFunctions.get(id);
    if (tag === 'p') {
      return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    }
    throw new Error(`Unknown tag in a message: ${tag}`);
  }

  private encodeFunction(value: Callable): Encoded[] {
    const theirs = this.theirIds.get(value);
    if (theirs !== undefined) return ['g', theirs];
    let id = this.ownIds.get(value);
    if (id === undefined) {
      this.lastId += 1;
      id = this.lastId;
      this.ownIds.set(value, id);
      this.ownFunctions.set(id, value);
    }
    return ['f', id];
  }

  private encodePromise(value: Promise<unknown>): Encoded[] {
    this.lastId += 1;
    const promise = this.lastId;
    const settle = (ok: boolean, result: unknown): void => {
      try {
        this.post({ kind: 'settle', promise, ok, value: this.pack(result) });
      } catch (error) {
        this.post({ kind: 'settle', promise, ok: false, value: this.pack(error) });
      }
    };
    value.then(
      (result) => settle(true, result),
      (reason) => settle(false, reason),
    );
    return ['p', promise];
  }

  private proxyOf(id: number): Callable {
    const known = this.theirFunctions.get(id);
    if (known) return known;
    const proxy: Callable = (...args) => this.call(id, args);
    this.theirFunctions.set(id, proxy);
    this.theirIds.set(proxy, id);
    return proxy;
  }

  private call(fn: number, args: unknown[]): unknown {
    this.lastId += 1;
    const call = this.lastId;
    this.post({ kind: 'call', call, fn, args: this.pack(args) });
    const answer = this.returned.get(call);
    this.returned.delete(call);
    if (answer?.kind === 'return') return this.unpack(answer.value);
    throw new Error(answer?.kind === 'throw' ? answer.message : 'The other world did not answer');
  }

  private receive(message: Message): void {
    switch (message.kind) {
      case 'call':
        this.answer(message.call, message.fn, message.args);
        break;
      case 'settle':
        this.settle(message.promise, message.ok, this.unpack(message.value));
        break;
      case 'expose':
        this.onExpose(message.key, this.unpack(message.value));
        break;
      default:
        this.returned.set(message.call, message);
    }
  }

  private settle(promise: number, ok: boolean, value: unknown): void {
    const settlers = this.waiting.get(promise);
    this.waiting.delete(promise);
    if (ok) settlers?.resolve(value);
    else settlers?.reject(value);
  }

  private answer(call: number, fn: number, args: Encoded): void {
    try {
      const target = this.ownFunctions.get(fn);
      if (!target) throw new Error('No such function');
      const value = target(...(this.unpack(args) as unknown[]));
      this.post({ kind: 'return', call, value: this.pack(value) });
    } catch (error) {
      this.post({ kind: 'throw', call, message: messageOf(error) });
    }
  }

  private pack(value: unknown): Encoded {
    return encodeClone(value, this.base64, this);
  }

  private unpack(value: Encoded): unknown {
    return decodeClone(value, this.base64, this);
  }

  private post(message: Message): void {
    this.wire.post(JSON.stringify(message));
  }
}

/** @param onExpose what to do with a value that the other side exposes */
export function createWorldLink(
  wire: Wire,
  base64: Base64,
  onExpose: (key: string, value: unknown) => void,
): WorldLink {
  return new Link(wire, base64, onExpose);
}
