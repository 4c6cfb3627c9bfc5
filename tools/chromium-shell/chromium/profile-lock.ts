import { lstatSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PARTS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];
const PATIENCE_MS = 5000;
const STEP_MS = 50;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The live process of this machine that holds the profile, if there is one. */
function holder(profile: string): number | undefined {
  const lock = join(profile, 'SingletonLock');
  if (!lstatSync(lock, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const match = /^(.*)-(\d+)$/.exec(readlinkSync(lock));
  if (!match || match[1] !== hostname()) return undefined;
  const pid = Number(match[2]);
  return isAlive(pid) ? pid : undefined;
}

/**
 * Chromium marks its profile with a link that names machine and process. One left by a crash or by
 * another machine would make Chromium ask, or hand its window to nobody. A Chromium that is about to
 * end (its app was killed a moment ago) is waited for.
 *
 * @throws {Error} if a live Chromium keeps the profile
 */
export async function freeProfile(profile: string): Promise<void> {
  for (let waited = 0; holder(profile) !== undefined; waited += STEP_MS) {
    if (waited >= PATIENCE_MS) {
      throw new Error(`The profile ${profile} is in use by process ${holder(profile)}`);
    }
    await delay(STEP_MS);
  }
  for (const part of PARTS) rmSync(join(profile, part), { force: true });
}
