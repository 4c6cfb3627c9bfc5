import { type FileHandle, open } from 'node:fs/promises';
import { failed, ok, type Result } from '../../domain/result.ts';
import { errorText, log, systemCode } from '../log.ts';

/** What is asked of the operating system on the way to the disk. A port, so that tests can have it fail. */
export interface Disk {
  /** @returns how many bytes were written, which may be fewer than were given. */
  write(file: FileHandle, bytes: Uint8Array, position: number): Promise<number>;
  sync(file: FileHandle): Promise<void>;
  truncate(file: FileHandle, size: number): Promise<void>;
}

export const realDisk: Disk = {
  write: async (file, bytes, position) =>
    (await file.write(bytes, 0, bytes.length, position)).bytesWritten,
  sync: (file) => file.datasync(),
  truncate: (file, size) => file.truncate(size),
};

/** How an append failed. Nothing of it counts. */
export interface AppendFailure {
  /** The operating system's own code. */
  readonly system: string;
  /** Whether the file could be cut back to what it was. */
  readonly isTidy: boolean;
  /**
   * Whether the file may be written on. After a failed sync it may not: the system can have dropped what it
   * could not write and call the next sync a success (Rebello et al., "Can Applications Recover from fsync
   * Failures?", 2020).
   */
  readonly isTrusted: boolean;
}

/**
 * Writes bytes at the end of a file and waits until the disk has them.
 * @param size the file's, in bytes
 * @throws the operating system's error when the file cannot be opened
 */
export async function appendBytes(
  path: string,
  size: number,
  bytes: Uint8Array,
  disk: Disk,
): Promise<Result<null, AppendFailure>> {
  const file = await open(path, 'r+');
  let isTrusted = true;
  try {
    await writeAll(file, bytes, size, disk);
    isTrusted = false;
    await disk.sync(file);
    return ok(null);
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    return failed({ system, isTrusted, isTidy: await cutBack(file, size, disk) });
  } finally {
    await file.close();
  }
}

/**
 * Cuts a file back to its good content.
 * @throws the operating system's error, with its `code`
 */
export async function cutTo(path: string, size: number, disk: Disk): Promise<void> {
  const file = await open(path, 'r+');
  await disk.truncate(file, size).finally(() => file.close());
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  position: number,
  disk: Disk,
): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    // A full disk may take a part. The next write then says why not more.
    done += await disk.write(file, bytes.subarray(done), position + done);
  }
}

async function cutBack(file: FileHandle, size: number, disk: Disk): Promise<boolean> {
  try {
    await disk.truncate(file, size);
    return true;
  } catch (error) {
    log(`could not cut the journal back: ${errorText(error)}`);
    return false;
  }
}
