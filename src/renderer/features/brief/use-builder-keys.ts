import { useEffect } from 'react';
import { runCommand } from '../../state/commands.ts';
import { hasCommandKey, keyOf } from '../../state/keys.ts';
import type { Workspace } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** Undo and redo, as in the rest of the window; in a text field they take back typing, as everywhere. */
export function useBuilderKeys(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !hasCommandKey(event)) return;
      const command = commandOf(event);
      if (!command || isTyped(workspace, event.target)) return;
      event.preventDefault();
      if (!event.repeat) void runCommand(workspace, command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [workspace]);
}

function commandOf(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const key = keyOf(event);
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

/** Whether a field has typing of its own to take back; where nothing was typed, it would be some other field's. */
function isTyped(workspace: Workspace, target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField || (target instanceof HTMLInputElement && target.type === 'checkbox')) return false;
  const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
  return field === undefined || workspace.drafts.isTyping(field);
}
