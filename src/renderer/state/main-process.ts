import { texts } from '../../shared/texts/texts.ts';
import { ask, listen } from '../platform/platform.ts';
import { runCommand } from './commands.ts';
import { openAnnotation } from './navigate.ts';
import { tell } from './view.ts';
import type { Workspace } from './workspace.ts';

/** Does what menus and links ask for, and lets the window close only when everything is saved. */
export async function followMainProcess(workspace: Workspace): Promise<void> {
  const follow = async (annotationId: string) => {
    if (!(await openAnnotation(workspace, annotationId))) tell(texts.notices.linkGone);
  };
  listen('command', (command) => void runCommand(workspace, command));
  listen('link', (annotationId) => void follow(annotationId));
  listen('window:flush', () => void workspace.flush().then(() => ask('window:flushed')));
  const waiting = await ask('link:take');
  if (waiting) await follow(waiting);
}
