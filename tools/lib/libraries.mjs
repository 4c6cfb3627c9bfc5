import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { SetupError } from './run.mjs';
import { recall, remember } from './state.mjs';
import { advice, ensureSystem } from './system.mjs';

/** @param {string} output of `ldd` @returns {string[]} names of the libraries that it did not find */
export function missingIn(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

const missingFor = (executable) =>
  missingIn(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '');

/**
 * Electron for Linux is linked against the desktop's libraries, which a bare server or container
 * lacks. Asked once a binary.
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const key = `${executable} ${statSync(executable).mtimeMs}`;
  if (recall('libraries') === key) return;
  const missing = missingFor(executable);
  if (missing.length > 0) {
    const some = missing.slice(0, 3).join(', ');
    const why = `Electron misses ${missing.length} of the system's libraries (${some}, …).`;
    await ensureSystem(['libraries'], why);
    const still = missingFor(executable);
    if (still.length > 0) {
      throw new SetupError(`Electron lacks ${still.join(', ')}.\n  ${advice(['libraries'])}`);
    }
  }
  remember('libraries', key);
}
