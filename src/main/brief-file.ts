import { failed, ok, type Result } from '../domain/result.ts';
import type { SaveProblem } from '../shared/contract.ts';
import { writeAtomically } from './atomic-write.ts';
import { systemCode } from './log.ts';

export const BRIEF_EXTENSION = '.md';

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
