import { execFileSync } from 'node:child_process';

interface Dress {
  electronVersion: string;
  /** Known once Chromium runs; empty before. */
  runningVersion(): string;
  chromium: string;
}

function chromeVersion(chromium: string): string {
  const text = execFileSync(chromium, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /\d+(?:\.\d+)+/.exec(text)?.[0] ?? '0.0.0.0';
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Makes `process` what an app expects of Electron's main process. */
export function dressProcess(
  args: string[],
  { electronVersion, runningVersion, chromium }: Dress,
): void {
  const { CHROMIUM_SHELL_EXECUTABLE: executable = process.execPath } = process.env;
  process.argv = [executable, ...args];
  define(process, 'execPath', executable);
  define(process, 'type', 'browser');
  define(process, 'defaultApp', true);
  define(process, 'resourcesPath', import.meta.dirname);
  let chrome: string | undefined;
  const versions = { ...process.versions, electron: electronVersion };
  // Asked for when it is read: before Chromium runs it costs the start of a process.
  Object.defineProperty(versions, 'chrome', {
    enumerable: true,
    get: () => {
      chrome ??= runningVersion() || chromeVersion(chromium);
      return chrome;
    },
  });
  define(process, 'versions', Object.freeze(versions));
}
