import { useEffect, useState } from 'react';
import { updateView, useView } from './view.ts';
import type { Workspace } from './workspace.ts';
import { useWorkspace } from './workspace-context.tsx';

/** How long a word to the analyst stands, in milliseconds. */
export const NOTICE_TIME = 8_000;

export interface Notice {
  readonly text: string | undefined;
  /** Another with every word, also when it is the same word again. */
  readonly turn: number;
}

/** The word to the analyst. It goes after a while, or with the next change of an annotation: it is about the last. */
export function useNotice(): Notice {
  const workspace = useWorkspace();
  const text = useView((view) => view.notice);
  const turn = useView((view) => view.noticeTurn);
  useEffect(() => letPass(workspace, turn), [workspace, turn]);
  return { text, turn };
}

/**
 * Takes the word of this turn away when its time is over.
 * @returns a function that lets it stand.
 */
export function letPass(workspace: Pick<Workspace, 'subscribe'>, turn: number): () => void {
  const clear = () => {
    const { notice, noticeTurn } = useView.getState();
    if (notice !== undefined && noticeTurn === turn) updateView({ notice: undefined });
  };
  const timer = setTimeout(clear, NOTICE_TIME);
  const leave = workspace.subscribe(clear);
  return () => {
    clearTimeout(timer);
    leave();
  };
}

/**
 * The last word to the analyst since this was opened. It stands until the next, one may be looking elsewhere, or until
 * more of their work changes: it is about what was last.
 */
export function useSaid(): string | undefined {
  const workspace = useWorkspace();
  const turn = useView((view) => view.noticeTurn);
  const [openedAt] = useState(() => useView.getState().noticeTurn);
  const notice = useView((view) => (view.noticeTurn > openedAt ? view.notice : undefined));
  const [said, setSaid] = useState(notice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same word may be told again
  useEffect(() => {
    if (notice !== undefined) setSaid(notice);
  }, [notice, turn]);
  useEffect(() => {
    const clear = () => setSaid(undefined);
    const leave = [workspace.subscribe(clear), workspace.briefs.subscribe(clear)];
    return () => {
      for (const one of leave) one();
    };
  }, [workspace]);
  return said;
}
