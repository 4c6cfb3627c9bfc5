import { nativeTheme } from 'electron';
import type { Theme } from '../shared/contract.ts';
import type { AppStateStore } from './app-state.ts';

/** The colour of the paper, shown until the page has painted; the renderer's tokens have the same. */
const PAPER = { light: '#fbf8f1', dark: '#171b21' } as const;

export interface ThemeSetting {
  read(): Theme;
  choose(theme: Theme): void;
  paper(): string;
}

/** The theme as remembered; Chromium and the system's own dialogs follow it. */
export function themeSetting(state: AppStateStore, onChosen: () => void): ThemeSetting {
  nativeTheme.themeSource = state.current().theme;
  return {
    read: () => state.current().theme,
    choose: (theme) => {
      nativeTheme.themeSource = theme;
      state.update({ theme });
      onChosen();
    },
    paper: () => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light),
  };
}
