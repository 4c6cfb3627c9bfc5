import { create } from 'zustand';
import type { ArticleProblem, LibraryEntry, OpenedArticle } from '../../shared/contract.ts';
import { ask } from '../platform/platform.ts';

/** Why an article is not shown; `unanswered`: the main process failed to answer. */
export type ReadProblem = ArticleProblem | 'unanswered';

interface LibraryState {
  /** `undefined` until the main process has told. */
  readonly entries: readonly LibraryEntry[] | undefined;
  /** Whether the main process failed to tell. */
  readonly isUnlisted: boolean;
  /** Articles read so far, by id. */
  readonly opened: ReadonlyMap<string, OpenedArticle>;
  /** What came of the last attempt to read an article, by id, where it failed. */
  readonly problems: ReadonlyMap<string, ReadProblem>;
}

/** The articles on this computer. */
export const useLibrary = create<LibraryState>(() => ({
  entries: undefined,
  isUnlisted: false,
  opened: new Map(),
  problems: new Map(),
}));

/** Asks once which articles there are. Without an answer there are none, and `isUnlisted` tells why. */
export async function loadLibrary(): Promise<readonly LibraryEntry[]> {
  try {
    const entries = await ask('library:list');
    useLibrary.setState({ entries });
    return entries;
  } catch {
    // The main process has written its reasons to its log.
    useLibrary.setState({ isUnlisted: true });
    return [];
  }
}

/**
 * Reads an article, or hands out what was read before. Articles never change while the app runs; one that could
 * not be read is tried again each time.
 * @returns `undefined` when it cannot be read; `problems` then tells why.
 */
export async function readArticle(id: string): Promise<OpenedArticle | undefined> {
  const known = useLibrary.getState().opened.get(id);
  if (known) return known;
  setProblem(id, undefined);
  try {
    const answer = await ask('library:read', id);
    if (!answer.ok) {
      setProblem(id, answer.reason);
      return undefined;
    }
    useLibrary.setState(({ opened }) => ({ opened: new Map(opened).set(id, answer.value) }));
    return answer.value;
  } catch {
    // The main process has written its reasons to its log.
    setProblem(id, 'unanswered');
    return undefined;
  }
}

function setProblem(id: string, problem: ReadProblem | undefined): void {
  const problems = new Map(useLibrary.getState().problems);
  if (problem) problems.set(id, problem);
  else if (!problems.delete(id)) return;
  useLibrary.setState({ problems });
}
