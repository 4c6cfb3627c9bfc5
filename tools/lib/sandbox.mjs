import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from './run.mjs';

const RESTRICTION = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * Why Chromium's sandbox cannot work here, in which case Electron would end at once. The stand-in
 * decides that for itself.
 *
 * @returns {string | undefined}
 */
function whyNoSandbox({ standIn, executable }) {
  if (standIn || process.platform !== 'linux') return undefined;
  if (process.getuid?.() === 0) return 'as root';
  const restricted = existsSync(RESTRICTION) && readFileSync(RESTRICTION, 'utf8').trim() === '1';
  return restricted && !hasHelper(executable)
    ? 'on this system, which keeps user namespaces from programs it does not know'
    : undefined;
}

/** Whether Chromium's older way is open: a helper that belongs to root and may act as root. */
function hasHelper(executable) {
  const stat = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  return stat?.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} flag what turns the sandbox off, for the program that will be started
 * @returns {string[]} that flag, if it is needed; the user is told
 */
export function sandboxArgs(runtime, flag = '--no-sandbox') {
  const reason = whyNoSandbox(runtime);
  if (!reason) return [];
  say(`starting without Chromium's sandbox: it does not work ${reason}`);
  return [flag];
}
