import { create } from 'zustand';
import type { ArticleProblem, LibraryEntry, OpenedArticle } from '../../shared/contract.ts';
import { ask } from '../platform/platform.ts';

interface LibraryState {
  /** `undefined` until the main process has told. */
  readonly entries: readonly LibraryEntry[] | undefined;
  /** Articles read so far, by id. */
  readonly opened: ReadonlyMap<string, OpenedArticle>;
  readonly problems: ReadonlyMap<string, ArticleProblem>;
}

/** The articles on this computer. */
export const useLibrary = create<LibraryState>(() => ({
  entries: undefined,
  opened: new Map(),
  problems: new Map(),
}));

/** Asks once which articles there are. */
export async function loadLibrary(): Promise<readonly LibraryEntry[]> {
  const entries = await ask('library:list');
  useLibrary.setState({ entries });
  return entries;
}

/** Reads an article, or hands out what was read before. Articles never change while the app runs. */
export async function readArticle(id: string): Promise<OpenedArticle | undefined> {
  const known = useLibrary.getState().opened.get(id);
  if (known) return known;
  const answer = await ask('library:read', id);
  useLibrary.setState(({ opened, problems }) =>
    answer.ok
      ? { opened: new Map(opened).set(id, answer.value) }
      : { problems: new Map(problems).set(id, answer.reason) },
  );
  return answer.ok ? answer.value : undefined;
}
