import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchElectron } from './electron-fetch.mjs';
import { at } from './paths.mjs';
import { say } from './run.mjs';
import { recall, remember } from './state.mjs';

const PACKAGE = at('node_modules', 'electron');
const DAY = 24 * 60 * 60 * 1000;

/** @returns {string} the version of Electron that the project asks for */
export function electronVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @returns {string | undefined} path of Electron's own executable, if its binary is installed whole */
export function installedElectron(version = electronVersion()) {
  const read = (...parts) => {
    const file = join(PACKAGE, ...parts);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  // As Electron's installer judges it: path.txt is written last.
  const name = read('path.txt');
  if (!name || read('dist', 'version')?.replace(/^v/, '') !== version) return undefined;
  const executable = join(PACKAGE, 'dist', name);
  return existsSync(executable) ? executable : undefined;
}

/**
 * Electron's executable, fetched now if need be and possible. A failure is remembered for a day, so
 * that a machine which cannot fetch it is not made to wait each time.
 *
 * @param {{ retry?: boolean }} options `retry`: try again, whatever is remembered
 * @returns {Promise<string | undefined>}
 */
export async function ensureElectron({ retry = false } = {}) {
  const version = electronVersion();
  const attempt = `${version} ${process.platform} ${process.arch} ${mirror()}`;
  const installed = installedElectron(version);
  if (installed) return installed;
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return undefined;
  if (!retry && isRecent(recall('electron-fetch'), attempt, Date.now())) return undefined;

  say(`fetching Electron ${version}`);
  const failure = await fetchElectron();
  const executable = installedElectron(version);
  if (executable) return executable;
  remember('electron-fetch', { attempt, failedAt: new Date().toISOString(), failure });
  say(`Electron cannot be fetched here (${failure}); "npm run setup -- --retry" tries again`);
  return undefined;
}

const mirror = () =>
  process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR ?? 'default';

/**
 * Whether a failure need not be provoked once more.
 *
 * @param {{ attempt: string, failedAt: string } | undefined} failure
 * @param {string} attempt what would be tried
 * @param {number} now milliseconds
 */
export function isRecent(failure, attempt, now) {
  if (failure?.attempt !== attempt) return false;
  const age = now - Date.parse(failure.failedAt);
  return age >= 0 && age < DAY; // a clock that was put back is no reason to wait longer
}
