import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { electronVersion, ensureElectron } from './electron.mjs';
import { ensureLibraries } from './libraries.mjs';
import { ROOT } from './paths.mjs';
import { SetupError } from './run.mjs';
import { ensureStandIn, STAND_IN } from './stand-in.mjs';

/**
 * What the app runs on.
 *
 * @typedef {object} Runtime
 * @property {string} name for the user, e.g. "Electron 45.4.1"
 * @property {string} executable
 * @property {boolean} standIn whether Chromium stands in for Electron
 * @property {Record<string, string>} env what makes Electron's npm package and electron-vite use it
 */

/**
 * Electron where it is to be had, else the stand-in. An `ELECTRON_OVERRIDE_DIST_PATH` of the user's
 * comes first, whatever it points to.
 *
 * @param {{ retry?: boolean }} [options]
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(options) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override && resolve(ROOT, override) !== STAND_IN) return overridden(resolve(ROOT, override));
  const executable = override ? undefined : await ensureElectron(options);
  if (!executable) return standIn();
  await ensureLibraries(executable);
  return {
    name: `Electron ${electronVersion()}`,
    executable,
    standIn: false,
    env: { ELECTRON_EXEC_PATH: executable },
  };
}

async function standIn() {
  const { executable, version } = await ensureStandIn();
  return {
    name: `chromium-shell standing in for Electron ${electronVersion()} (${version})`,
    executable,
    standIn: true,
    env: { ELECTRON_OVERRIDE_DIST_PATH: STAND_IN, ELECTRON_EXEC_PATH: executable },
  };
}

function overridden(folder) {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const executable = names.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (!executable) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH: there is no Electron in ${folder}`);
  }
  return {
    name: `the Electron of ELECTRON_OVERRIDE_DIST_PATH (${folder})`,
    executable,
    standIn: false,
    env: { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: executable },
  };
}
