import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { StartProblem } from '../shared/journal.ts';
import { texts } from '../shared/texts/texts.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadLibrary } from './state/library.ts';
import { followMainProcess } from './state/main-process.ts';
import { openArticle } from './state/navigate.ts';
import { openWorkspace } from './state/open-workspace.ts';
import { Reanchoring } from './state/reanchoring.ts';
import { loadTheme } from './state/theme.ts';
import { useView } from './state/view.ts';
import type { Workspace } from './state/workspace.ts';
import { WorkspaceProvider } from './state/workspace-context.tsx';
import { Button } from './ui/button.tsx';
import { guardCompositions } from './ui/composition-guard.ts';
import { EmptyState } from './ui/empty-state.tsx';
import './ui/fonts.css';
import './ui/tokens.css';

// The page's Content-Security-Policy allows no code made from strings, which zod would otherwise try.
z.config({ jitless: true });

guardCompositions(window);

const root = createRoot(document.getElementById('root') as HTMLElement);

/** Brings up where the analyst left off, or the first article that can be read; unless a link was faster. */
async function openFirstArticle(
  workspace: Workspace,
  library: ReturnType<typeof loadLibrary>,
): Promise<void> {
  const entries = await library;
  const readable = entries.filter(({ state }) => state === 'readable');
  const last = readable.find(({ id }) => id === workspace.settings['last-article']);
  const first = last ?? readable[0];
  if (first && useView.getState().articleId === undefined) await openArticle(workspace, first.id);
}

function showStartProblem(problem: StartProblem): void {
  const { title, body, retry } = texts.startFailed;
  root.render(
    <EmptyState title={title} hint={body(problem)}>
      <Button onPress={() => location.reload()}>{retry}</Button>
    </EmptyState>,
  );
}

function showProgress(done: number, all: number): void {
  const { title, body } = texts.comingBack;
  root.render(<EmptyState title={title} hint={body(done, all)} />);
}

async function start(): Promise<void> {
  const library = loadLibrary();
  const opened = await openWorkspace(showProgress);
  if (!opened.ok) return showStartProblem(opened.reason);
  const workspace = opened.value;
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <WorkspaceProvider workspace={workspace}>
          <App />
        </WorkspaceProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
  new Reanchoring(workspace).start();
  // Listening comes first: the window may be closed before its first article is there.
  await Promise.all([
    followMainProcess(workspace),
    openFirstArticle(workspace, library),
    loadTheme(),
  ]);
  await workspace.writer.check();
  await workspace.inspectJournal();
}

void start();
