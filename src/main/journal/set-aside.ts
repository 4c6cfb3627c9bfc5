import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, syncFolder, writeAtomically } from '../atomic-write.ts';
import { systemCode } from '../log.ts';
import { fileTime, SET_ASIDE } from './names.ts';

/**
 * Keeps content in the journal's folder for what is no longer used, as `<name>-<time>.jsonl`. Nothing that the app
 * cannot read is deleted.
 * @param time in milliseconds since 1970
 * @returns the file's name in the journal's folder, with a slash on every system
 * @throws the operating system's error, with its `code`
 */
export async function keepAside(
  folder: string,
  name: string,
  time: number,
  content: Content,
): Promise<string> {
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
