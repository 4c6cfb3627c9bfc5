import { randomUUID } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { log, systemCode } from './log.ts';

const TEMPORARY = '.ben-le-';

/** Whether a file of this name is what a write left behind that was cut short with its process. */
export const isLeftover = (name: string): boolean =>
  name.startsWith(TEMPORARY) && name.endsWith('.tmp');

/** What a file is filled with. Pieces keep what is large from being held in memory twice. */
export type Content =
  | string
  | Uint8Array
  | Iterable<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>;

/** A file that is to take another's place once it is whole. Can be cloned: another thread may fill it. */
export interface NewFile {
  /** Where it is until then: beside the other, by a name that `isLeftover` knows. */
  readonly path: string;
  readonly target: string;
  /** The permissions of what is at the target now, if anything is. */
  readonly mode: number | undefined;
}

/**
 * Replaces a file's content whole or not at all: the text goes to a new file beside it, reaches the
 * disk, and only then takes the other's place. When it fails, the file is as it was and nothing is left behind.
 *
 * Not done with `write-file-atomic` (8.0.0): it writes once and does not look at how much was written, so
 * that on a disk that fills up it puts a truncated file in the place of the good one and reports success.
 * `FileHandle.writeFile` goes on until all is written or the system says why not.
 *
 * @param check looks at the new file before it takes the other's place; when it throws, it does not.
 * @throws the operating system's error, with its `code`, or what `check` or the content throws
 */
export async function writeAtomically(
  path: string,
  content: Content,
  check?: (written: string) => Promise<void>,
): Promise<void> {
  const file = await newFileFor(path);
  try {
    await fillNewFile(file, content);
    await check?.(file.path);
    await takePlace(file);
  } catch (error) {
    await discard(file);
    throw error;
  }
}

/**
 * The first of the steps of `writeAtomically`, for who takes them one by one. Makes nothing yet.
 * @throws the operating system's error when what is at `path` must not be replaced.
 */
export async function newFileFor(path: string): Promise<NewFile> {
  // Where a link stands, what it points to is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const mode = await modeOf(target);
  // Renaming would not mind that the file is read-only, but who made it so does.
  if (mode !== undefined) await access(target, constants.W_OK);
  // A short name of its own: the target's may already be as long as names can be.
  return { path: join(dirname(target), `${TEMPORARY}${randomUUID()}.tmp`), target, mode };
}

/**
 * Fills a new file with all of the content, down to the disk. When it fails, the file may be there.
 * @throws the operating system's error, or what the content throws.
 */
export async function fillNewFile({ path, mode }: NewFile, content: Content): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a filled file in its place. @throws the operating system's error: then the file is where it was. */
export async function takePlace({ path, target }: NewFile): Promise<void> {
  await rename(path, target);
  await syncFolder(dirname(target));
}

/** Removes a new file that has not taken its place, if it is there at all. */
export async function discard({ path }: NewFile): Promise<void> {
  await rm(path, { force: true }).catch((error: unknown) => {
    // Below what is no folder, there never was one.
    if (systemCode(error) !== 'ENOTDIR') throw error;
  });
}

/** The permissions of a file that is there already; the new one gets the same. */
function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mode,
    () => undefined,
  );
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
