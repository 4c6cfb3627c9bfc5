import { texts } from '../../shared/texts/texts.ts';
import { ask, listen } from '../platform/platform.ts';
import { runCommand } from './commands.ts';
import { openAnnotation } from './navigate.ts';
import { rememberReadingPositions } from './reading-positions.ts';
import { tell } from './view.ts';
import type { Workspace } from './workspace.ts';

async function letClose(workspace: Workspace): Promise<void> {
  // Fields that store what was typed when they are left are left now; the rest of the saving waits for them.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await rememberReadingPositions(workspace);
  await workspace.flush();
  await ask('window:flushed');
}

/** Does what menus and links ask for, and lets the window close only when everything is saved. */
export async function followMainProcess(workspace: Workspace): Promise<void> {
  const follow = async (annotationId: string) => {
    if (!(await openAnnotation(workspace, annotationId))) tell(texts.notices.linkGone);
  };
  listen('command', (command) => void runCommand(workspace, command));
  listen('link', (annotationId) => void follow(annotationId));
  listen('window:flush', () => void letClose(workspace));
  const waiting = await ask('link:take');
  if (waiting) await follow(waiting);
}
