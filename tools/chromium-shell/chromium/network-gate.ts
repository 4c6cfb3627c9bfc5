import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const TLS_HANDSHAKE = 0x16;
/** As a ClientHello spells it. Chromium offers HTTP/2 for every https request, and for no WebSocket. */
const OFFERS_HTTP2 = Buffer.from('\x02h2', 'latin1');

/** Asked about a WebSocket that a page wants to open. */
export type SocketPolicy = (url: string) => Promise<boolean>;

/**
 * The proxy that Chromium is given as its only way out. DevTools can hold back requests, but not
 * WebSockets, and Chromium sends requests of its own; here whatever was not expressly let through
 * ends, as Electron's own network stack would have asked `webRequest` first.
 */
export class NetworkGate {
  /** Hosts whose connections hang for ever, so that a new window waits for its first page. */
  stalledHost = '';
  /** Lets nothing through at all: what the switch `host-resolver-rules=MAP * ~NOTFOUND` asks for. */
  shut = false;
  mayOpenSocket: SocketPolicy = async () => false;
  private readonly allowed = new Set<string>();
  private readonly server = createServer((incoming, outgoing) => this.forward(incoming, outgoing));

  async listen(): Promise<number> {
    this.server.on('connect', (incoming, socket) => this.onConnect(incoming.url ?? '', socket));
    this.server.on('upgrade', (_incoming, socket) => socket.destroy());
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    // The app's own work keeps the process alive, not the gate.
    this.server.unref();
    return (this.server.address() as AddressInfo).port;
  }

  /** Lets requests through that `webRequest` has agreed to. */
  allow(url: string): void {
    const { protocol, hostname, port } = new URL(url);
    this.allowed.add(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
  }

  private forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const url = URL.parse(incoming.url ?? '');
    if (!url || this.shut || !this.allowed.has(`${url.hostname}:${url.port || '80'}`)) {
      outgoing.writeHead(403).end();
      return;
    }
    const onward = request(url, { method: incoming.method, headers: incoming.headers });
    onward.on('response', (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }

  private onConnect(authority: string, socket: Duplex): void {
    socket.on('error', () => socket.destroy());
    if (authority.startsWith(`${this.stalledHost}:`)) return;
    // What goes through shows only once the tunnel stands.
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', (first: Buffer) => {
      socket.pause();
      this.mayPass(authority, first).then(
        (pass) => (pass && !this.shut ? tunnel(authority, socket, first) : socket.destroy()),
        () => socket.destroy(),
      );
    });
  }

  private async mayPass(authority: string, first: Buffer): Promise<boolean> {
    if (first[0] === TLS_HANDSHAKE) {
      if (first.includes(OFFERS_HTTP2)) return this.allowed.has(authority);
      // The path is encrypted; the app is asked about the host.
      return this.mayOpenSocket(`wss://${authority.replace(/:443$/, '')}/`);
    }
    const match = /^GET (\/\S*) HTTP\/1\.1\r\n/.exec(first.toString('latin1'));
    if (!match) return false;
    return this.mayOpenSocket(`ws://${authority}${match[1]}`);
  }
}

function tunnel(authority: string, socket: Duplex, first: Buffer): void {
  const split = authority.lastIndexOf(':');
  const host = authority.slice(0, split).replace(/^\[|\]$/g, '');
  const onward: Socket = connect(Number(authority.slice(split + 1)), host);
  onward.on('error', () => socket.destroy());
  onward.on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
  onward.write(first);
  socket.pipe(onward).pipe(socket);
}
