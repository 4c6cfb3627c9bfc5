import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { texts } from '../shared/texts/texts.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadLibrary } from './state/library.ts';
import { followMainProcess } from './state/main-process.ts';
import { openArticle } from './state/navigate.ts';
import { loadTheme } from './state/theme.ts';
import { useView } from './state/view.ts';
import { openWorkspace, type Workspace } from './state/workspace.ts';
import { WorkspaceProvider } from './state/workspace-context.tsx';
import { EmptyState } from './ui/empty-state.tsx';
import './ui/fonts.css';
import './ui/tokens.css';

// The page's Content-Security-Policy allows no code made from strings, which zod would otherwise try.
z.config({ jitless: true });

const root = createRoot(document.getElementById('root') as HTMLElement);

/** Brings up where the analyst left off, or the first article that can be read; unless a link was faster. */
async function openFirstArticle(workspace: Workspace): Promise<void> {
  const entries = await loadLibrary();
  const readable = entries.filter(({ state }) => state === 'readable');
  const last = readable.find(({ id }) => id === workspace.settings['last-article']);
  const first = last ?? readable[0];
  if (first && useView.getState().articleId === undefined) await openArticle(workspace, first.id);
}

async function start(): Promise<void> {
  const workspace = await openWorkspace().catch((error: unknown) => {
    const { title, body } = texts.startFailed;
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    root.render(<EmptyState title={title} hint={body(problem)} />);
    throw error;
  });
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <WorkspaceProvider workspace={workspace}>
          <App />
        </WorkspaceProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
  // Listening comes first: the window may be closed before its first article is there.
  await Promise.all([followMainProcess(workspace), openFirstArticle(workspace), loadTheme()]);
}

void start();
