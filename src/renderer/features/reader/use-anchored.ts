import { useEffect, useMemo } from 'react';
import { isAnchored } from '../../../domain/annotation/anchored.ts';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { type Article, articleText } from '../../../domain/article/article.ts';
import { updateReading } from '../../state/reading.ts';

const NONE: readonly Annotation[] = [];

/** An article's annotations, each list in reading order. */
interface Anchored {
  /** Those whose words stand at their place: they are marked there. */
  readonly anchored: readonly Annotation[];
  /** The others: no place of the article is theirs. The margin says so. */
  readonly unplaced: readonly Annotation[];
}

/** Tells the annotations apart whose words stand at their place, and the others. */
export function useAnchored(article: Article, annotations: readonly Annotation[]): Anchored {
  const text = useMemo(() => articleText(article), [article]);
  const told = useMemo((): Anchored => {
    const { anchored = NONE, unplaced = NONE } = Object.groupBy(annotations, (annotation) =>
      isAnchored(text, annotation) ? 'anchored' : 'unplaced',
    );
    // The same list as long as it says the same: what is marked does not depend on the others.
    return unplaced.length === 0 ? { anchored: annotations, unplaced } : { anchored, unplaced };
  }, [text, annotations]);
  useEffect(() => updateReading({ lost: new Set(told.unplaced.map(({ id }) => id)) }), [told]);
  return told;
}
