import { useMemo } from 'react';
import type { AnnotationIndex, Tally } from '../../domain/annotation/annotation-index.ts';
import { useAllAnnotations, useWorkspace } from './workspace-context.tsx';

/** How often each tag is used over all articles, how many annotations have none, and how many each article has. */
export interface Totals extends Tally {
  readonly untagged: number;
  readonly byArticle: ReadonlyMap<string, number>;
}

/** @param tagIds the codebook's: an annotation whose tags all left it counts as untagged. */
function totalsOf(annotations: AnnotationIndex, tagIds: ReadonlySet<string>): Totals {
  const byTag = new Map<string, number>();
  const byArticle = new Map<string, number>();
  let total = 0;
  let untagged = 0;
  for (const articleId of annotations.articleIds()) {
    const ofArticle = annotations.ofArticle(articleId);
    byArticle.set(articleId, ofArticle.length);
    total += ofArticle.length;
    for (const annotation of ofArticle) {
      const known = annotation.tagIds.filter((id) => tagIds.has(id));
      for (const id of known) byTag.set(id, (byTag.get(id) ?? 0) + 1);
      if (known.length === 0) untagged += 1;
    }
  }
  return { total, byTag, untagged, byArticle };
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
