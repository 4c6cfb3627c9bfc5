import { useMemo } from 'react';
import type { AnnotationIndex, Tally } from '../../domain/annotation/annotation-index.ts';
import { useAllAnnotations, useWorkspace } from './workspace-context.tsx';

/** How often each tag is used over all articles, and how many annotations have none. */
export interface Totals extends Tally {
  readonly untagged: number;
}

/** @param tagIds the codebook's: an annotation whose tags all left it counts as untagged. */
function totalsOf(annotations: AnnotationIndex, tagIds: ReadonlySet<string>): Totals {
  const byTag = new Map<string, number>();
  let total = 0;
  let untagged = 0;
  for (const articleId of annotations.articleIds()) {
    for (const annotation of annotations.ofArticle(articleId)) {
      const known = annotation.tagIds.filter((id) => tagIds.has(id));
      for (const id of known) byTag.set(id, (byTag.get(id) ?? 0) + 1);
      if (known.length === 0) untagged += 1;
      total += 1;
    }
  }
  return { total, byTag, untagged };
}

/** The totals over all articles; follows every change. */
export function useTotals(codebook: readonly { readonly id: string }[]): Totals {
  const annotations = useAllAnnotations();
  const version = useWorkspace().version();
  // The index is changed in place: its version tells when to count again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () => totalsOf(annotations, new Set(codebook.map(({ id }) => id))),
    [annotations, codebook, version],
  );
}
