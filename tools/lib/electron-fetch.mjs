import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at, ROOT } from './paths.mjs';
import { projectNode } from './project-node.mjs';
import { exitOf, projectEnv } from './run.mjs';

/** How long a download may stand still, in ms; a slow one that moves goes on, up to {@link LONGEST}. */
const PATIENCE = 15_000;
const LONGEST = 15 * 60_000;

/**
 * Run Electron's installer once. Some networks refuse at once and some swallow every packet: what is
 * limited is therefore silence, told by the growth of the files that the installer writes.
 *
 * @returns {Promise<string>} what went wrong, in a few words; meaningless when it succeeded
 */
export async function fetchElectron() {
  const scratch = mkdtempSync(join(tmpdir(), 'electron-fetch-'));
  const child = spawn(projectNode(), [at('node_modules', 'electron', 'install.js')], {
    cwd: ROOT,
    env: projectEnv({ TMPDIR: scratch, TEMP: scratch, TMP: scratch }),
    detached: process.platform !== 'win32', // a process group of its own, to be ended as one
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const stop = () => killTree(child.pid);
  process.once('exit', stop);
  const watched = new AbortController();
  const silent = whenSilent([scratch, at('node_modules', 'electron', 'dist')], watched.signal);
  const ended = exitOf(child).then(() => firstLine(complaint));
  const failure = await Promise.race([ended, silent]);
  watched.abort();
  process.off('exit', stop);
  if (child.exitCode === null) stop();
  await ended;
  rmSync(scratch, { recursive: true, force: true });
  return failure;
}

/** Resolves once nothing has grown in `folders` for {@link PATIENCE}, or it all took too long. */
async function whenSilent(folders, signal) {
  const start = Date.now();
  let moved = start;
  let size = -1;
  while (!signal.aborted) {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (now !== size) moved = Date.now();
    size = now;
    if (Date.now() - moved > PATIENCE) return `no answer for ${PATIENCE / 1000} s`;
    if (Date.now() - start > LONGEST) return `not done after ${LONGEST / 60_000} min`;
    await wait(200, undefined, { ref: false });
  }
  return '';
}

/** @returns {number} bytes of all files below `folder`; those that come and go meanwhile count nothing */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

/** End a process and all that it started. */
function killTree(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // gone already
  }
}

const firstLine = (text) => text.trim().split('\n')[0] || 'the installer gave no reason';
