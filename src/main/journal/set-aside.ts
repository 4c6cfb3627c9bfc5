import { access, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeAtomically } from '../atomic-write.ts';
import { systemCode } from '../log.ts';
import { fileTime, SET_ASIDE } from './names.ts';

/**
 * Keeps content in the journal's folder for what is no longer used, as `<name>-<time>.jsonl`. Nothing that the app
 * cannot read is deleted. The content of a file that is there already, as after a repair that did not come to its end,
 * is not kept twice.
 * @param time in milliseconds since 1970
 * @returns the file's name in the journal's folder, with a slash on every system
 * @throws the operating system's error, with its `code`
 */
export async function keepAside(
  folder: string,
  name: string,
  time: number,
  content: string | Buffer,
): Promise<string> {
  const same = await findCopy(folder, name, Buffer.from(content));
  if (same !== undefined) return same;
  const free = await freeName(folder, name, time);
  await writeAtomically(join(folder, free), content);
  return free;
}

/**
 * Moves a file of the journal's there.
 * @throws the operating system's error, with its `code`
 */
export async function moveAside(folder: string, name: string, time: number): Promise<string> {
  const free = await freeName(folder, name, time);
  await rename(join(folder, name), join(folder, free));
  await syncFolder(join(folder, SET_ASIDE));
  await syncFolder(folder);
  return free;
}

/** The file that was kept before under a name, with just this content. */
async function findCopy(
  folder: string,
  name: string,
  content: Buffer,
): Promise<string | undefined> {
  const start = `${name.replace(/\.jsonl$/, '')}-`;
  const names = await readdir(join(folder, SET_ASIDE)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const other of names.filter((one) => one.startsWith(start))) {
    const path = join(folder, SET_ASIDE, other);
    const { size } = await stat(path);
    if (size === content.length && content.equals(await readFile(path))) {
      return `${SET_ASIDE}/${other}`;
    }
  }
  return undefined;
}

async function freeName(folder: string, name: string, time: number): Promise<string> {
  await mkdir(join(folder, SET_ASIDE), { recursive: true });
  const wanted = `${SET_ASIDE}/${name.replace(/\.jsonl$/, '')}-${fileTime(time)}`;
  for (let count = 1; ; count += 1) {
    const free = `${wanted}${count === 1 ? '' : `-${count}`}.jsonl`;
    if (!(await isThere(join(folder, free)))) return free;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
