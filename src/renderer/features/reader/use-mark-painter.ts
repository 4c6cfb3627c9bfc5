import { useMemo } from 'react';
import type { AnnotationIndex } from '../../../domain/annotation/annotation-index.ts';
import { needsRepair } from '../../../domain/annotation/reanchor.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import { repairTexts } from '../../../shared/texts/texts.ts';
import type { PaintMark } from '../../editor/nodes.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { paintTones, type Tone } from '../../ui/tag-look.ts';

/** How highlights look now: a new function whenever the codebook changes. */
export function useMarkPainter(): PaintMark {
  const { annotations } = useWorkspace();
  const codebook = useCodebook();
  return useMemo(
    () => (element, ids) => {
      const tags = tagsOver(annotations, codebook, ids);
      const tones: Tone[] = tags.map(({ colour }) => colour);
      paintTones(element, tones.length > 0 ? tones : ['plain']);
      const isDoubtful = ids.some((id) => isInDoubt(annotations, id));
      element.toggleAttribute('data-doubtful', isDoubtful);
      // Colour, underline and edge say it to the eye; this says it to assistive tools.
      const words = [
        ...tags.map(({ name }) => name),
        ...(isDoubtful ? [repairTexts.doubtful] : []),
      ];
      element.setAttribute('aria-description', words.join(', '));
    },
    [annotations, codebook],
  );
}

/** Whether the analyst has yet to say that a passage is the one that they marked. */
function isInDoubt(annotations: AnnotationIndex, id: string): boolean {
  const annotation = annotations.get(id);
  return annotation !== undefined && needsRepair(annotation);
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
