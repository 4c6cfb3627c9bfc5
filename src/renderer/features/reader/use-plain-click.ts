import { useCallback } from 'react';
import { updateView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';

/** The shortest annotation is what a click means; clicking again goes on to the next longer one. */
function nextUnderClick(
  ids: readonly string[],
  lengthOf: (id: string) => number,
  activeId: string | undefined,
): string | undefined {
  const byLength = ids.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const place = activeId === undefined ? -1 : byLength.indexOf(activeId);
  // Beside highlights there is nothing: nothing is active any more.
  return byLength[(place + 1) % (byLength.length || 1)];
}

/** Makes what was clicked the active annotation; a click beside all highlights lets go of it. */
export function usePlainClick(): (ids: readonly string[]) => void {
  const { annotations } = useWorkspace();
  return useCallback(
    (ids) => {
      const lengthOf = (id: string) => {
        const position = annotations.get(id)?.position;
        return position ? position.end - position.start : 0;
      };
      updateView((view) => ({ activeId: nextUnderClick(ids, lengthOf, view.activeId) }));
    },
    [annotations],
  );
}
