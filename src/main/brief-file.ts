import { access } from 'node:fs/promises';
import { failed, ok, type Result } from '../domain/result.ts';
import type { SaveProblem } from '../shared/contract.ts';
import { writeAtomically } from './atomic-write.ts';
import { systemCode } from './log.ts';

export const BRIEF_EXTENSION = '.md';

/** Begins with a letter: "Tin 18.12.2023" ends in a date, not in an extension. */
const EXTENSION = /[^.\\/]\.[a-z][a-z0-9]{0,9}$/i;

/** The path as chosen, with `.md` when it was typed without an extension. */
export function withExtension(path: string): string {
  return EXTENSION.test(path) ? path : `${path}${BRIEF_EXTENSION}`;
}

/** Whether something stands at a path already. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a brief in UTF-8, whole or not at all.
 * @returns the path, or why the system would not; a bug still throws.
 */
export async function writeBrief(
  path: string,
  markdown: string,
): Promise<Result<string, SaveProblem>> {
  try {
    await writeAtomically(path, markdown);
    return ok(path);
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    return failed({ path, system });
  }
}
