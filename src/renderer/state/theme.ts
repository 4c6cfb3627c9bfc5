import { create } from 'zustand';
import type { Theme } from '../../shared/contract.ts';
import { ask } from '../platform/platform.ts';

/** Kept by the main process, which dresses the system's own dialogs in it, too. */
const useThemeState = create<{ theme: Theme }>(() => ({ theme: 'system' }));

export async function loadTheme(): Promise<void> {
  useThemeState.setState({ theme: await ask('theme:read') });
}

/** The window's theme, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const choose = (theme: Theme) => {
    useThemeState.setState({ theme });
    void ask('theme:choose', theme);
  };
  return [useThemeState((state) => state.theme), choose];
}
