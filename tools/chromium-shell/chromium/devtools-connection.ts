import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './devtools-types.ts';

type Commands = Protocol.CommandParameters;
type Replies = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

interface Pending {
  method: string;
  sessionId: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The target or the browser went away before it answered. */
export class DevToolsClosedError extends Error {
  override name = 'DevToolsClosedError';
}

/** One DevTools session: the browser itself (id `''`) or one attached target. */
export class DevToolsSession {
  readonly id: string;
  private readonly connection: DevToolsConnection;
  private readonly emitter = new EventEmitter();

  constructor(connection: DevToolsConnection, id: string) {
    this.connection = connection;
    this.id = id;
    this.emitter.setMaxListeners(0);
  }

  send<M extends keyof Commands & keyof Replies>(
    method: M,
    params?: Commands[M],
  ): Promise<Replies[M]> {
    return this.connection.send(method, params, this.id) as Promise<Replies[M]>;
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): this {
    this.emitter.on(event, listener);
    return this;
  }

  once<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): this {
    this.emitter.once(event, listener);
    return this;
  }

  /** Called by the connection only. */
  dispatch(event: string, params: unknown): void {
    this.emitter.emit(event, params);
  }
}

/** Speaks the DevTools protocol over Chromium's debugging pipe: JSON messages ended by NUL. */
export class DevToolsConnection {
  readonly root: DevToolsSession;
  closed = false;
  private readonly sessions = new Map<string, DevToolsSession>();
  private readonly pending = new Map<number, Pending>();
  private readonly output: Writable;
  private lastId = 0;
  private rest: Buffer[] = [];

  constructor(output: Writable, input: Readable) {
    this.output = output;
    this.root = new DevToolsSession(this, '');
    this.sessions.set('', this.root);
    input.on('data', (chunk: Buffer) => this.receive(chunk));
    input.on('close', () => this.close());
    // A write after Chromium has gone ends here; the pending commands are refused by close().
    output.on('error', () => this.close());
    input.on('error', () => this.close());
  }

  session(id: string): DevToolsSession {
    let session = this.sessions.get(id);
    if (!session) {
      session = new DevToolsSession(this, id);
      this.sessions.set(id, session);
    }
    return session;
  }

  dropSession(id: string): void {
    this.sessions.delete(id);
    for (const [key, pending] of this.pending) {
      if (pending.sessionId === id) this.refuse(key, pending);
    }
  }

  send(method: string, params: unknown, sessionId: string): Promise<unknown> {
    if (this.closed) return Promise.reject(new DevToolsClosedError(`${method}: Chromium has gone`));
    this.lastId += 1;
    const id = this.lastId;
    const message = { id, method, params, ...(sessionId ? { sessionId } : {}) };
    return new Promise((resolve, reject) => {
      this.pending.set(id, { method, sessionId, resolve, reject });
      this.output.write(`${JSON.stringify(message)}\0`);
    });
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const [key, pending] of this.pending) this.refuse(key, pending);
  }

  private refuse(key: number, pending: Pending): void {
    this.pending.delete(key);
    pending.reject(new DevToolsClosedError(`${pending.method}: the target has gone`));
  }

  private receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.rest, chunk.subarray(start, end)]).toString('utf8');
      this.rest = [];
      start = end + 1;
      this.handle(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start));
  }

  private handle(message: Message): void {
    if (message.id === undefined) {
      if (message.method) {
        this.sessions.get(message.sessionId ?? '')?.dispatch(message.method, message.params);
      }
      return;
    }
    const pending = this.pending.get(message.id);
    if (!pending) return;
    this.pending.delete(message.id);
    if (message.error) pending.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending.resolve(message.result);
  }
}
