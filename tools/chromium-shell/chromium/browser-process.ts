import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { DevToolsConnection } from './devtools-connection.ts';

const CLOSE_PATIENCE_MS = 5000;

/** Chromium's own chatter is dropped, what a person or Playwright needs is passed on. */
function worthPassingOn(line: string): boolean {
  return /^DevTools listening on |Missing X server|cannot open display|FATAL/i.test(line);
}

function passOn(stderr: Readable): void {
  createInterface({ input: stderr }).on('line', (line) => {
    if (worthPassingOn(line)) process.stderr.write(`${line}\n`);
  });
}

/** One running Chromium, which ends with us: it watches the pipe that we hold. Emits `exit` once. */
export class BrowserProcess extends EventEmitter {
  readonly connection: DevToolsConnection;
  closing = false;
  exited = false;
  private readonly child: ChildProcess;

  constructor(executable: string, args: string[]) {
    super();
    this.child = spawn(executable, args, {
      // 3 and 4 are the debugging pipe. When this process ends, however it ends, the pipe closes
      // and Chromium ends too.
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Its own group: Ctrl+C in the terminal is for the app, which closes Chromium in good order.
      detached: process.platform !== 'win32',
    });
    const [, , stderr, output, input] = this.child.stdio;
    passOn(stderr as Readable);
    this.connection = new DevToolsConnection(output as Writable, input as Readable);
    this.child.on('error', () => this.onExit());
    this.child.on('exit', () => this.onExit());
  }

  private onExit(): void {
    if (this.exited) return;
    this.exited = true;
    this.connection.close();
    this.emit('exit');
  }

  /** Closes in good order, so that databases are written out; kills what does not close in time. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.exited) return;
    const exit = once(this, 'exit');
    this.connection.root.send('Browser.close').catch(() => this.kill());
    const late = new AbortController();
    const timer = delay(CLOSE_PATIENCE_MS, undefined, { signal: late.signal }).then(
      () => this.kill(),
      () => undefined,
    );
    await exit;
    late.abort();
    await timer;
  }

  /** The last resort: the whole group, at once. */
  kill(): void {
    const { pid } = this.child;
    if (pid === undefined || this.exited) return;
    try {
      if (process.platform === 'win32') this.child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // Gone in the meantime is what was wanted.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Has the running Chromium of this profile open one more window, as a second start of it would. */
export async function openAppWindow(
  executable: string,
  args: string[],
  url: string,
): Promise<void> {
  // Without the pipe, which is the first process's; the profile's lock leads the request there.
  const own = args.filter((arg) => !/^--(remote-debugging|no-startup-window)/.test(arg));
  const child = spawn(executable, [...own, `--app=${url}`], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Chromium could not open a window (exit code ${code})`);
}
