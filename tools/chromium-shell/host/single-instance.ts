import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { nodeExecutable } from './node-executable.ts';

/** What a second start hands to the first. */
export interface Handover {
  argv: string[];
  cwd: string;
  additionalData: unknown;
}

const HAND_OVER = fileURLToPath(new URL('./hand-over.ts', import.meta.url));

/** A folder of this user alone: a socket in it can be neither forged nor overheard by others. */
function socketFolder(): string {
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `chromium-shell-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const about = lstatSync(folder);
  if (!about.isDirectory() || about.uid !== uid || (about.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not a folder of this user alone`);
  }
  return folder;
}

function socketPath(userData: string): string {
  // Hashed, since the path of a socket may be no longer than about 100 bytes.
  const key = createHash('sha256').update(userData).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\chromium-shell-${key}`;
  return join(socketFolder(), `${key}.sock`);
}

/** One running app a userData folder: a lock file says who, a socket takes what later starts hand over. */
export class SingleInstance {
  private server: Server | undefined;
  private lock = '';

  /**
   * @returns true if this process is the first and holds the lock; false if another one does and has
   *   taken the handover
   */
  request(userData: string, own: Handover, onSecond: (second: Handover) => void): boolean {
    if (this.server) return true;
    mkdirSync(userData, { recursive: true });
    const lock = join(userData, 'chromium-shell.lock');
    const path = socketPath(userData);
    for (;;) {
      try {
        writeFileSync(lock, String(process.pid), { flag: 'wx' });
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      if (isAlive(lock) && handOver(path, own)) return false;
      rmSync(lock, { force: true });
    }
    this.lock = lock;
    this.listen(path, onSecond);
    return true;
  }

  holds(): boolean {
    return this.server !== undefined;
  }

  release(): void {
    this.server?.close();
    this.server = undefined;
    if (this.lock) rmSync(this.lock, { force: true });
    this.lock = '';
  }

  private listen(path: string, onSecond: (second: Handover) => void): void {
    if (process.platform !== 'win32') rmSync(path, { force: true });
    this.server = createServer((socket) => receive(socket, onSecond)).listen(path);
    this.server.unref();
    process.once('exit', () => this.release());
  }
}

function isAlive(lock: string): boolean {
  const pid = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a process of its own, since Electron's answer is synchronous and Node's sockets are not. */
function handOver(path: string, own: Handover): boolean {
  const input = serialize(own).toString('base64');
  const { status } = spawnSync(nodeExecutable, [HAND_OVER, path], { input });
  return status === 0;
}

function receive(socket: Socket, onSecond: (second: Handover) => void): void {
  const chunks: Buffer[] = [];
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    if (chunk.at(-1) !== 0x0a) return;
    const text = Buffer.concat(chunks).toString('latin1');
    onSecond(deserialize(Buffer.from(text, 'base64')) as Handover);
    socket.end('ok');
  });
}
