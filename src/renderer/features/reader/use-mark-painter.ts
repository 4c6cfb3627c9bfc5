import { useMemo } from 'react';
import type { AnnotationIndex } from '../../../domain/annotation/annotation-index.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { PaintMark } from '../../editor/nodes.ts';
import { useView } from '../../state/view.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { paintTones, type Tone } from '../../ui/tag-look.ts';

/** How highlights look now: a new function whenever tags, or which annotation is active, change. */
export function useMarkPainter(): PaintMark {
  const { annotations } = useWorkspace();
  const codebook = useCodebook();
  const activeId = useView((view) => view.activeId);
  return useMemo(
    () => (element, ids) => {
      const tags = tagsOver(annotations, codebook, ids);
      const tones: Tone[] = tags.map(({ colour }) => colour);
      paintTones(element, tones.length > 0 ? tones : ['plain']);
      element.toggleAttribute('data-active', activeId !== undefined && ids.includes(activeId));
      // Colour and underline say it to the eye; this says it to assistive tools.
      element.setAttribute('aria-description', tags.map(({ name }) => name).join(', '));
    },
    [annotations, codebook, activeId],
  );
}

/** The tags of all annotations over a place, in codebook order. */
function tagsOver(
  annotations: AnnotationIndex,
  codebook: readonly Tag[],
  ids: readonly string[],
): Tag[] {
  const tagIds = new Set(ids.flatMap((id) => annotations.get(id)?.tagIds ?? []));
  return codebook.filter(({ id }) => tagIds.has(id));
}
