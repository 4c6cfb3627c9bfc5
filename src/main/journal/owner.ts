import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
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
  await writeAtomically(join(folder, OWNER), `${token}\n`);
  return token;
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
