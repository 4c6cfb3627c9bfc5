import { texts } from '../../shared/texts/texts.ts';
import { tell } from './view.ts';
import type { Workspace } from './workspace.ts';

/**
 * Runs a command in its turn; while earlier work could not be saved it is refused, lest it be given twice.
 * @returns what the command does; `undefined` when it was refused.
 */
export function inTurn<Value>(
  workspace: Workspace,
  command: () => Promise<Value>,
): Promise<Value | undefined> {
  return workspace.inTurn(async () => {
    if (workspace.writer.status.getState().kind !== 'failed') return command();
    tell(texts.notices.saveFirst);
    return undefined;
  });
}
