import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from './display.mjs';
import { at } from './paths.mjs';
import { SetupError } from './run.mjs';
import { recall, remember } from './state.mjs';
import { advice, ensureSystem, which } from './system.mjs';

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` points to where Electron's binary cannot be had. */
export const STAND_IN = at('tools', 'chromium-shell', 'bin');

/** @returns {Promise<string | undefined>} path of an installed Chromium */
export async function installedChromium() {
  const finder = at('tools', 'chromium-shell', 'find-chromium.mjs');
  if (!existsSync(finder)) return undefined;
  const { findChromium } = await import(pathToFileURL(finder).href);
  try {
    return findChromium();
  } catch (error) {
    throw new SetupError(error.message); // a setting of the user's that leads nowhere
  }
}

/**
 * The stand-in and a Chromium for it, installed now if need be and allowed.
 *
 * @returns {Promise<{ executable: string, version: string }>} `version` as in "Chromium 156.0.1"
 */
export async function ensureStandIn() {
  const executable = at('tools', 'chromium-shell', 'bin', 'electron');
  if (process.platform === 'win32' || !existsSync(executable)) {
    throw new SetupError(`Electron is not installed. ${advice([], 'win32')}`);
  }
  const why = 'Without Electron, an installed Chromium is needed.';
  if (!(await installedChromium())) {
    await ensureSystem(hasDisplay() || which('Xvfb') ? ['chromium'] : ['chromium', 'xvfb'], why);
  }
  const chromium = await installedChromium();
  if (!chromium) throw new SetupError(`${why}\n  ${advice(['chromium'])}`);
  return { executable, version: versionOf(chromium) };
}

/** Chromium takes a moment to tell its version: it is asked once. */
function versionOf(chromium) {
  const key = `${chromium} ${statSync(chromium).mtimeMs} ${statSync(chromium).size}`;
  const known = recall('chromium');
  if (known?.key === key) return known.version;
  const { stdout } = spawnSync(chromium, ['--version'], { encoding: 'utf8' });
  const version = /\S.*?\d[\d.]*/.exec(stdout ?? '')?.[0] ?? 'Chromium';
  remember('chromium', { key, version });
  return version;
}
