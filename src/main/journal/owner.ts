import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../atomic-write.ts';
import { systemCode } from '../log.ts';

/**
 * The file that says who may write the journal: a token that each opening replaces with its own, and that each
 * write looks for first. So two copies of the app never write one journal, even where Electron's lock on the data
 * folder fails (network drives, a folder that is synchronised, a restored backup of a lock file).
 */
const OWNER = 'owner';

/**
 * Takes the journal from whoever has it.
 * @returns the token
 * @throws the operating system's error, with its `code`
 */
export async function claim(folder: string): Promise<string> {
  const token = randomUUID();
  const line = `${token}\n`;
  if (!(await overwrite(join(folder, OWNER), line))) {
    await writeAtomically(join(folder, OWNER), line);
  }
  return token;
}

/**
 * In place, a token takes no room that the one before it did not, so that a journal on a full disk can be read.
 * All are of one length, and one that a power cut left half written is nobody's.
 * @returns whether there was one
 */
async function overwrite(path: string, line: string): Promise<boolean> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.writeFile(line, 'utf8');
      await file.truncate(line.length);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** @returns the token of the one who may write; `null`: there is none */
export async function ownerOf(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, OWNER), 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
