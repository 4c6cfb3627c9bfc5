import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppStateStore } from './app-state.ts';
import { isLeftover } from './atomic-write.ts';
import { errorText, log } from './log.ts';

/**
 * Notes which new files are being filled in the analyst's own folders, so that those of a run that was killed are
 * removed by the next: nobody else knows where they are, and their names are hidden on most systems.
 */
export interface UnfinishedFiles {
  /** Notes a file, on the disk when this resolves. To be called before the file is made. */
  note(path: string): Promise<void>;
  /** The file has taken its place, or is removed. */
  forget(path: string): void;
  /** Removes what earlier runs have left behind. To be called before anything is noted. */
  sweep(): Promise<void>;
}

export function unfinishedFiles(
  state: Pick<AppStateStore, 'current' | 'update' | 'settle'>,
): UnfinishedFiles {
  const noted = () => state.current().unfinished ?? [];
  const forget = (path: string) =>
    state.update({ unfinished: noted().filter((other) => other !== path) });
  return {
    note: async (path) => {
      state.update({ unfinished: [...noted(), path] });
      await state.settle();
    },
    forget,
    sweep: async () => {
      for (const path of noted()) {
        if (await isRemoved(path)) forget(path);
      }
    },
  };
}

/** @returns false when it may still be there, and is to be tried again by the next run. */
async function isRemoved(path: string): Promise<boolean> {
  // Whatever became of the file that they are noted in: nothing of the analyst's own is removed.
  if (!isLeftover(basename(path))) return true;
  try {
    await rm(path, { force: true });
    return true;
  } catch (error) {
    log(`could not remove what an export left behind: ${errorText(error)}`);
    return false;
  }
}
