import { randomUUID } from 'node:crypto';
import {
  access,
  constants,
  type FileHandle,
  open,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { log } from './log.ts';

const TEMPORARY = '.ben-le-';

/** Whether a file of this name is what a write left behind that was cut short with its process. */
export const isLeftover = (name: string): boolean =>
  name.startsWith(TEMPORARY) && name.endsWith('.tmp');

/** What a file is filled with. Pieces keep what is large from being held in memory twice. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/**
 * Replaces a file's content whole or not at all: the text goes to a new file beside it, reaches the
 * disk, and only then takes the other's place. When it fails, the file is as it was and nothing is left behind.
 *
 * Not done with `write-file-atomic` (8.0.0): it writes once and does not look at how much was written, so
 * that on a disk that fills up it puts a truncated file in the place of the good one and reports success.
 * `FileHandle.writeFile` goes on until all is written or the system says why not.
 *
 * @param check looks at the new file before it takes the other's place; when it throws, it does not.
 * @throws the operating system's error, with its `code`, or what `check` throws
 */
export async function writeAtomically(
  path: string,
  content: Content,
  check?: (written: string) => Promise<void>,
): Promise<void> {
  // Where a link stands, what it points to is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const mode = await modeOf(target);
  // Renaming would not mind that the file is read-only, but who made it so does.
  if (mode !== undefined) await access(target, constants.W_OK);
  // A short name of its own: the target's may already be as long as names can be.
  const beside = join(dirname(target), `${TEMPORARY}${randomUUID()}.tmp`);
  const handle = await open(beside, 'wx');
  try {
    await fill(handle, content, mode);
    await check?.(beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** The permissions of a file that is there already; the new one gets the same. */
function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mode,
    () => undefined,
  );
}

async function fill(handle: FileHandle, content: Content, mode: number | undefined): Promise<void> {
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes the new name itself outlast a power cut. The file is whole and in its place by now, so a system
 * that cannot do this to a folder (Windows, some network drives) is no failure.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    log(`could not sync ${folder}: ${String(error)}`);
  }
}
