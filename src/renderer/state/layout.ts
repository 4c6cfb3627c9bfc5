import { useCallback } from 'react';
import type { Settings } from '../db/settings.ts';
import { useWorkspace } from './workspace-context.tsx';

export type Layout = Settings['panel-layout'];

/** The panels' sizes as the analyst left them, and how to remember others. */
export function usePanelLayout(): [Layout | undefined, (layout: Layout) => void] {
  const workspace = useWorkspace();
  const remember = useCallback(
    (layout: Layout) => void workspace.remember('panel-layout', layout),
    [workspace],
  );
  return [workspace.settings['panel-layout'], remember];
}
