import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { themeSchema } from '../shared/contract.ts';
import { writeAtomically } from './atomic-write.ts';
import { errorText, log, systemCode } from './log.ts';
import { windowStateSchema } from './window-state.ts';

/** What the main process remembers from one launch to the next; none of it is the analyst's work. */
const appStateSchema = z.object({
  theme: themeSchema.catch('system'),
  window: windowStateSchema.optional().catch(undefined),
  /** New files that are being filled in the analyst's folders; see `unfinished-files.ts`. */
  unfinished: z.array(z.string()).optional().catch(undefined),
});

export type AppState = z.infer<typeof appStateSchema>;

/** Long enough that dragging a window's edge writes once, not a hundred times. */
const WRITE_DELAY_MS = 500;

export interface AppStateStore {
  current(): AppState;
  /** Remembers a change, and writes it in a moment. */
  update(change: Partial<AppState>): void;
  /** Resolves when all is written, or has failed to be: forgetting a window's size is no reason to stay open. */
  settle(): Promise<void>;
}

/** @param file in the user's data folder; one that is missing or makes no sense means the defaults. */
export function openAppState(file: string): AppStateStore {
  let state = readAppState(file);
  let isDirty = false;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = (): Promise<void> => {
    clearTimeout(timer);
    if (!isDirty) return writing;
    isDirty = false;
    const text = `${JSON.stringify(state, null, 2)}\n`;
    writing = writing
      .then(() => writeAtomically(file, text))
      .catch((error: unknown) => log(`could not remember the window: ${errorText(error)}`));
    return writing;
  };

  return {
    current: () => state,
    update: (change) => {
      const next = { ...state, ...change };
      if (isDeepStrictEqual(next, state)) return;
      state = next;
      isDirty = true;
      clearTimeout(timer);
      timer = setTimeout(write, WRITE_DELAY_MS);
    },
    settle: write,
  };
}

function readAppState(file: string): AppState {
  try {
    return appStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // There is none at the first launch.
    if (systemCode(error) !== 'ENOENT') log(`starting from defaults: ${errorText(error)}`);
    return { theme: 'system' };
  }
}
