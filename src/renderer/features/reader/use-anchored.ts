import { useEffect, useMemo } from 'react';
import { isAnchored } from '../../../domain/annotation/anchored.ts';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { type Article, articleText } from '../../../domain/article/article.ts';
import { updateReading } from '../../state/reading.ts';

const NONE: ReadonlySet<string> = new Set();

/** The annotations whose words stand at their place. Of the others the margin says that they are lost. */
export function useAnchored(
  article: Article,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  const text = useMemo(() => articleText(article), [article]);
  const { anchored, lost } = useMemo(() => {
    const kept = annotations.filter((annotation) => isAnchored(text, annotation));
    if (kept.length === annotations.length) return { anchored: annotations, lost: NONE };
    const known = new Set(kept);
    const others = annotations.filter((annotation) => !known.has(annotation));
    return { anchored: kept, lost: new Set(others.map(({ id }) => id)) };
  }, [text, annotations]);
  useEffect(() => updateReading({ lost }), [lost]);
  return anchored;
}
